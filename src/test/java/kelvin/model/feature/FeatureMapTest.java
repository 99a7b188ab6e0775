package kelvin.model.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.model.Context;
import kelvin.model.Features;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class FeatureMapTest {
    private static final DataTable FRUIT = new DataTable(List.of(
            "size,colour,ripe,label", "1,red,true,a", "3,green,false,b", "5,red,false,a", "7,\"dark, red\",true,b"));

    private static double[] encode(FeatureMap map, Map<String, ?> values) {
        FeatureEncoder encoder = map.given();
        double[] out = new double[encoder.size()];
        encoder.encode(Observation.of(values), out, 0);
        return out;
    }

    private static double[] encode(FeatureMap map, DataTable table, int row) {
        return table.encoded(map, Set.of("label"), 2).contexts().get(row).numbers();
    }

    private static FeatureMap with(FeaturePart... parts) {
        return new FeatureMap(parts);
    }

    @Test
    void numbersAreOnTheScaleGiven() {
        FeatureMap map = with(new Numeric(List.of("size", "old"), 1, 4, Absent.REFUSE));
        assertThat(encode(map, Map.of("size", 3, "old", true))).containsExactly(0.5, 0);
        assertThat(encode(map, Map.of("size", "-1e1", "old", 1.5f))).containsExactly(-11 / 4.0, 0.125);
        assertThat(encode(with(new Numeric("size")), FRUIT, 2)).containsExactly(5);
    }

    @Test
    void aTableStandardisesByMeanAndPopulationDeviation() {
        FeatureMap map = with(new Standardised("size"));
        double s = Math.sqrt(5);
        assertThat(IntStream.range(0, 4).mapToDouble(row -> encode(map, FRUIT, row)[0]))
                .usingElementComparator((x, y) -> Math.abs(x - y) < 1e-15 ? 0 : 1)
                .containsExactly(-3 / s, -1 / s, 1 / s, 3 / s);
        FeatureMap given = with(new Standardised(List.of("size"), List.of(4.0), List.of(2.0), false, Absent.REFUSE));
        assertThat(encode(given, Map.of("size", 7))).containsExactly(1.5);
    }

    @Test
    void standardisationLearntOnTheGoCountsWhatWasSeenSoFar() {
        FeatureEncoder encoder = with(
                        new Standardised(List.of("x"), List.of(), List.of(), true, Absent.ZERO), new Intercept())
                .given();
        double[] out = new double[2];
        double[] seen = {1, 3, 8};
        double[][] expected = {{0, 1}, {1, 1}, {4 / Math.sqrt(26 / 3.0), 1}};
        for (int i = 0; i < 3; i++) {
            encoder.encode(Observation.of(Map.of("x", seen[i])), out, 0);
            assertThat(out).containsExactly(expected[i], within(1e-15));
            encoder.encode(Observation.of(Map.of()), out, 0);
            assertThat(out).containsExactly(0, 1);
        }
        FeatureEncoder other = with(
                        new Standardised(List.of("x"), List.of(), List.of(), true, Absent.ZERO), new Intercept())
                .given();
        other.restore(encoder.state());
        double[] again = new double[2];
        encoder.encode(Observation.of(Map.of("x", -2)), out, 0);
        other.encode(Observation.of(Map.of("x", -2)), again, 0);
        assertThat(again).containsExactly(out);
        assertThat(other.state()).containsExactly(encoder.state());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.restore(new double[2]))
                .withMessage("state = 2 numbers, must be 3 numbers");
    }

    @Test
    void aConstantColumnIsZero() {
        DataTable table = new DataTable(List.of("x", "0.1", "0.1", "0.1"));
        assertThat(table.encoded(with(new Standardised("x")), Set.of(), 1)
                        .contexts()
                        .get(1)
                        .numbers())
                .containsExactly(0);
    }

    @Test
    void categoriesOfATableAreSortedAsNumbersOrTexts() {
        assertThat(FRUIT.encoded(with(new OneHot("colour")), Set.of(), 1).contexts())
                .extracting(Context::numbers)
                .containsExactly(
                        new double[] {0, 0, 1}, new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {1, 0, 0});
        assertThat(with(new OneHot("colour", "ripe")).on(FRUIT, Set.of()).names())
                .containsExactly("colour=dark, red", "colour=green", "colour=red", "ripe=false", "ripe=true");
        DataTable numbers = new DataTable(List.of("x", "10", "9", "2"));
        assertThat(with(new OneHot("x")).on(numbers, Set.of()).names()).containsExactly("x=2", "x=9", "x=10");
    }

    @Test
    void aWholeNumberIsOneCategoryWhateverItsType() {
        FeatureMap map = with(new OneHot(List.of("x"), List.of("3", "true"), Absent.ZERO, Absent.REFUSE));
        assertThat(Stream.of(3, 3L, 3.0, "3", 3f).map(x -> encode(map, Map.of("x", x))))
                .allMatch(one -> one[0] == 1 && one[1] == 0);
        assertThat(encode(map, Map.of("x", true))).containsExactly(0, 1);
        assertThat(encode(map, Map.of("x", "3.0"))).containsExactly(0, 0);
    }

    @Test
    void whatIsAbsentIsRefusedOrZeroOrFlagged() {
        Map<String, Object> none = new HashMap<>();
        none.put("x", null);
        for (Map<String, Object> seen : List.<Map<String, Object>>of(none, Map.of(), Map.of("x", " "))) {
            assertThat(encode(with(new Numeric(List.of("x"), 5, 1, Absent.ZERO)), seen))
                    .containsExactly(0);
            assertThat(encode(with(new Numeric(List.of("x"), 5, 1, Absent.FLAG)), seen))
                    .containsExactly(0, 1);
            assertThat(encode(with(new OneHot(List.of("x"), List.of("a"), Absent.FLAG, Absent.FLAG)), seen))
                    .containsExactly(0, 0, 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> encode(with(new Numeric("x")), seen))
                    .withMessage(
                            "x = missing, must be a finite number, or the option missing: zero or missing: flag given");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            encode(with(new OneHot(List.of("x"), List.of("a"), Absent.ZERO, Absent.REFUSE)), seen))
                    .withMessage("x = missing, must be a category, or the option missing: zero or missing: flag given");
        }
        FeatureMap flags = with(new OneHot(List.of("x"), List.of("a"), Absent.FLAG, Absent.ZERO));
        assertThat(encode(flags, Map.of("x", "b"))).containsExactly(0, 1);
        assertThat(encode(flags, Map.of())).containsExactly(0, 0);
        assertThat(flags.given().names()).containsExactly("x=a", "x unknown");
    }

    @Test
    void errorsNameColumnAndRow() {
        DataTable table = new DataTable(List.of("x,c", "1,a", "oops,b"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> table.encoded(with(new Numeric("x")), Set.of(), 1).contexts())
                .withMessage("row 2, column x: found 'oops', must be a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.encoded(
                                with(new OneHot(List.of("c"), List.of("a", "z"), Absent.REFUSE, Absent.REFUSE)),
                                Set.of(),
                                1)
                        .contexts())
                .withMessage(
                        "row 2, column c: found 'b', must be among a, z, or the option unknown: zero or unknown: flag given");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        table.encoded(with(new Numeric("size")), Set.of(), 1).contexts())
                .withMessage("columns = 'size', must be among: x, c");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        table.encoded(with(new Numeric("c")), Set.of("c"), 1).contexts())
                .withMessage("columns = 'c', which is the answer, must be among: x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encode(with(new Numeric("x")), Map.of("x", List.of(1))))
                .withMessage("x = [1], must be a finite number");
        for (Object wrong : List.of("NaN", "1d", "0x1p3", "1e999", Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThatIllegalArgumentException().isThrownBy(() -> encode(with(new Numeric("x")), Map.of("x", wrong)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encode(with(new Numeric(List.of("x"), 0, 1e-300, Absent.REFUSE)), Map.of("x", 1e300)))
                .withMessage("x = Infinity, must be a finite feature");
    }

    @Test
    void whatOnlyATableKnowsMustBeGivenWithoutOne() {
        for (FeaturePart part : List.of(new OneHot("x"), new Standardised("x"), new Automatic(), new Numeric("x*"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> with(part).given());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(new OneHot("x")).given())
                .withMessage(
                        "categories = not given, must be given where there is no table from which it could be taken");
    }

    @Test
    void productsAreInTheOrderOfTheirNames() {
        FeatureEncoder encoder = with(new Interaction(
                        List.of(new Numeric("a", "b"), new Numeric("c", "d"), new Numeric("e"))))
                .given();
        assertThat(encoder.names()).containsExactly("a·c·e", "a·d·e", "b·c·e", "b·d·e");
        double[] out = new double[5];
        encoder.encode(Observation.of(Map.of("a", 2, "b", 3, "c", 5, "d", 7, "e", 11)), out, 1);
        assertThat(out).containsExactly(0, 110, 154, 165, 231);
    }

    @Test
    void patternsTakeColumnsButNotTheAnswer() {
        FeatureEncoder encoder = with(new Automatic(), new Intercept()).on(FRUIT, Set.of("label"));
        assertThat(encoder.names())
                .containsExactly(
                        "size", "colour=dark, red", "colour=green", "colour=red", "ripe=false", "ripe=true", "1");
        assertThat(with(new OneHot("*i*")).on(FRUIT, Set.of()).names().get(0)).isEqualTo("size=1");
        assertThat(Examples.matches("a*b*c", "a--bb-c")).isTrue();
        assertThat(Examples.matches("a*b*c", "a--c")).isFalse();
        assertThat(Examples.matches("*", "")).isTrue();
    }

    @Test
    void aMistakeAmongNumbersIsNoCategory() {
        DataTable table = new DataTable(List.of("x,y", "1,a", ",7", "o.5,b", "4,c"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(new Automatic()).on(table, Set.of()))
                .withMessage("row 3, column x: found 'o.5', must be a finite number");
        assertThat(with(new Automatic(List.of("y"))).on(table, Set.of()).names())
                .containsExactly("y=7", "y=a", "y=b", "y=c");
        DataTable gaps = new DataTable(List.of("x,y", "1,a", ",", "3,a"));
        FeatureEncoder encoder = with(new Automatic()).on(gaps, Set.of());
        assertThat(encoder.names()).containsExactly("x", "x missing", "y=a", "y missing");
        assertThat(gaps.encoded(with(new Automatic()), Set.of(), 1).contexts())
                .extracting(Context::numbers)
                .containsExactly(new double[] {-1, 0, 1, 0}, new double[] {0, 1, 0, 1}, new double[] {1, 0, 1, 0});
    }

    @Test
    void hashingNeedsNoListOfNames() {
        FeatureMap map = with(new Hashed(List.of("word:*"), 4, 1, true));
        double[] out = encode(map, Map.of("word:softmax", 2, "word:java", 1.5, "other", 7));
        assertThat(Arrays.stream(out).map(Math::abs).sum()).isIn(3.5, 0.5);
        assertThat(encode(map, Map.of())).containsOnly(0);
        assertThat(encode(map, Map.of("word:softmax", 2, "word:java", 1.5))).containsExactly(out);
        assertThat(encode(with(new Hashed(List.of("word:*"), 4, 2, true)), Map.of("word:softmax", 2, "word:java", 1.5)))
                .isNotEqualTo(out);
    }

    /** By the χ² test; one place left out is caught. */
    @Test
    void hashesAreUniformAndSignsFair() {
        long[] places = new long[16];
        long[] signs = new long[2];
        FeatureEncoder encoder = with(new Hashed(List.of("c"), 4, 1, true)).given();
        double[] out = new double[16];
        for (int i = 0; i < 20_000; i++) {
            encoder.encode(Observation.of(Collections.singletonMap("c", "category " + i)), out, 0);
            for (int place = 0; place < 16; place++) {
                places[place] += out[place] != 0 ? 1 : 0;
                signs[0] += out[place] > 0 ? 1 : 0;
                signs[1] += out[place] < 0 ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(places).sum()).isEqualTo(20_000);
        assertThat(ChiSquareTest.withDefaults().test(places).getPValue()).isGreaterThan(1e-4);
        assertThat(ChiSquareTest.withDefaults().test(signs).getPValue()).isGreaterThan(1e-4);
        places[0] += places[1];
        places[1] = 0;
        assertThat(ChiSquareTest.withDefaults().test(places).getPValue()).isLessThan(1e-4);
    }

    @Test
    void aColumnTwiceIsRefused() {
        List<String> twice = List.of("a", "b", "a");
        for (Supplier<FeaturePart> part : List.<Supplier<FeaturePart>>of(
                () -> new OneHot("a", "b", "a"),
                () -> new Numeric("a", "b", "a"),
                () -> new Standardised("a", "b", "a"),
                () -> new Hashed(twice, 4, 1, true),
                () -> new Automatic(twice))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(part::get)
                    .withMessageStartingWith("columns = [a, b, a], must be all different");
        }
    }

    @Test
    void mapsFillSharedFeaturesAndThoseOfActions() {
        Context context = new Context(2, new Features(1, 2));
        with(new Numeric("age")).given().encode(Map.of("age", 40), context);
        FeatureEncoder price = with(new Numeric("price"), new Intercept()).given();
        price.encode(Map.of("price", 3), 0, context);
        price.encode(Map.of("price", 5), 1, context);
        assertThat(context.numbers()).containsExactly(40, 3, 1, 5, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price.encode(Map.of("price", 3), context))
                .withMessage("context = 1 features, must be 2 features");
    }
}
