package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.learner.contextual.Draws;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Models beyond all memory are refused before it is allocated; {@code leastBytes} is below what is kept. */
class ModelMemoryTest {
    private static final Features MANY = new Features(5_000_000, 1_000_000);
    private static final int MOST = Integer.MAX_VALUE;

    static Stream<Arguments> beyondReason() {
        return Stream.of(
                Arguments.of(new Ridge(1), MANY, "features"),
                Arguments.of(new Ridge(1, Layout.SHARED, 1), MANY, "features"),
                Arguments.of(new Ridge(1, Layout.HYBRID, 1), MANY, "features"),
                Arguments.of(new Logistic(1), MANY, "features"),
                Arguments.of(new Bag(MOST, new Ridge(1)), new Features(100, 0), "members"),
                Arguments.of(new Bag(MOST, new Clusters(MOST, new Means(1))), new Features(1, 0), "members"),
                Arguments.of(new Clusters(MOST, new Logistic(1)), new Features(100, 0), "k"));
    }

    @ParameterizedTest
    @MethodSource("beyondReason")
    void whatCannotFitIsRefusedAndSaysHowMuchItTakes(ModelSpec spec, Features features, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.create(100, features, Seed.of(1)))
                .withMessageMatching(
                        name + " = .*, must be fewer: they take [\\d,.]+ GiB of memory or more, Java may use .* GiB");
    }

    @Test
    void soAreDrawsBeyondReason() {
        Model model = new Ridge(1).create(1000, new Features(1, 0), Seed.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Draws(1, MOST).on(model, Seed.of(1)))
                .withMessageStartingWith("draws = 2147483647, must be fewer: they take 16,000.0 GiB");
    }

    /** The state holds two numbers per coefficient beside the triangle, the model some more. */
    @ParameterizedTest
    @EnumSource(Layout.class)
    void theLeastMemoryOfRidgeIsLittleMoreThanThatOfItsState(Layout layout) {
        Features features = new Features(40, 30);
        Ridge spec = new Ridge(1, layout, 1);
        double kept =
                Double.BYTES * (double) spec.create(5, features, Seed.of(1)).state().length;
        assertThat(spec.leastBytes(5, features)).isBetween(kept, 1.2 * kept);
    }

    @Test
    void theLeastMemoryOfManyModelsIsLittleMoreThanThatOfEach() {
        Features features = new Features(40, 0);
        double one = new Ridge(1).leastBytes(5, features);
        for (ModelSpec spec : new ModelSpec[] {new Bag(3, new Ridge(1)), new Clusters(3, new Ridge(1))}) {
            assertThat(spec.leastBytes(5, features)).isBetween(3 * one, 3 * one + 300);
        }
    }

    /** The triangle of a scatter of 40 features has 40·41/2 numbers, and so has that of its factor. */
    @Test
    void theLeastMemoryOfADiscriminantIsThatOfItsScatter() {
        assertThat(new Discriminant(1).leastBytes(5, new Features(30, 10))).isEqualTo(Double.BYTES * 40.0 * 41);
    }
}
