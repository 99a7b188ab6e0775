package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.contract.Rewards;
import kelvin.decision.Decision;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Request;
import kelvin.decision.Settings;
import kelvin.experiment.ContextColumn.Kind;
import kelvin.model.Context;
import kelvin.model.feature.Absent;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Numeric;
import kelvin.model.feature.OneHot;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contexts in the columns of a CSV file, and in the features that a journal's decisions record. */
class ColumnContextsTest {
    private static final String HEADER = "action,reward,propensity,x,place\n";

    @TempDir
    private Path folder;

    private static DecisionLog read(Path path, @Nullable FeatureMap features, String... columns) {
        List<ContextColumn> context =
                Arrays.stream(columns).map(ContextColumn::named).toList();
        return DecisionLog.read(path, new LogFormat(List.of(), context, features, null, null, List.of(), Rewards.REAL));
    }

    private Path csv(String rows) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), HEADER + rows);
    }

    private static List<List<Double>> contexts(DecisionLog log) {
        Context context = new Context(log.actions(), log.decisions().contexts().features());
        List<List<Double>> all = new ArrayList<>();
        log.decisions().forEach((index, each) -> {
            log.decisions().contexts().read(index, context);
            assertThat(index).isEqualTo(all.size());
            all.add(Arrays.stream(context.numbers()).boxed().toList());
        });
        return all;
    }

    /** Decisions of two actions that are rewarded with their number, of which the third records no features and the last has no reward. */
    private Path journal(double[]... features) throws IOException {
        Path path = folder.resolve("maker");
        try (DecisionMaker maker = DecisionMaker.open(path, new Settings(new Uniform(), 2, Seed.of(1)))) {
            for (int i = 0; i < features.length; i++) {
                Request request = Request.of("d" + i);
                Decision decision =
                        maker.decide(features[i].length == 0 ? request : request.context(Context.of(2, features[i])));
                if (i + 1 < features.length) {
                    maker.reward("d" + i, decision.action());
                }
            }
        }
        return path;
    }

    private Path journal() throws IOException {
        return journal(new double[] {0.25, 7}, new double[] {0.5, 9}, new double[0], new double[] {4, 5, 6});
    }

    @Test
    void columnsAreTextsOrNumbersAsTheyAreFound() throws IOException {
        Path path = csv("0,1,0.5,0.25,b\n1,0,0.5,,a\n");
        assertThat(read(path, null, "x", "place").context())
                .containsExactly(new ContextColumn("x", Kind.NUMBERS), new ContextColumn("place", Kind.TEXTS));
        assertThat(contexts(read(path, null, "x:text", "place")))
                .containsExactly(List.of(1.0, 0.0, 0.0, 1.0, 1.0), List.of(0.0, 1.0, 1.0, 0.0, 1.0));
    }

    @Test
    void aColumnIsSeenOnceAndBeforeTheDecision() throws IOException {
        Path path = csv("0,1,0.5,0.25,b\n");
        assertThatThrownBy(() -> read(path, null, "x", "x:text"))
                .hasMessage("--context: found 'x' twice, must be each column once");
        assertThatThrownBy(() -> read(path, null, "x", "reward"))
                .hasMessage(path + ":1: --context: found 'reward', must be a column that is seen before the decision,"
                        + " not its action, reward or propensity");
    }

    @Test
    void aLogWithoutDecisionsHasNoContexts() throws IOException {
        Path path = csv("");
        assertThatThrownBy(() -> read(path, null, "x"))
                .hasMessage(path + ": found no decision, must hold at least one");
    }

    @Test
    void categoriesThatAreNotKnownAreCounted() throws IOException {
        FeatureMap known = new FeatureMap(new OneHot(List.of("place"), List.of("a"), Absent.ZERO, Absent.ZERO));
        Path path = csv("0,1,0.5,0,a\n1,0,0.5,0,b\n1,0,0.5,0,c\n1,0,0.5,0,\n");
        assertThat(read(path, known, "place").unknown()).isEqualTo(2);
        assertThat(read(path, null, "place").unknown()).isZero();
        assertThat(read(path, null).unknown()).isZero();
    }

    /** A feature map that is given has its categories; to fit one, a column has at most a thousand. */
    @Test
    void categoriesAreLimitedWhereTheyAreCollected() throws IOException {
        Path path = csv(IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> "0,1,0.5,0,p" + i + "\n")
                .collect(Collectors.joining()));
        assertThatThrownBy(() -> read(path, null, "place"))
                .hasMessage(path + ":1002: place: found 'p1000', must be one of at most 1000 different texts");
        FeatureMap known = new FeatureMap(new OneHot(List.of("place"), List.of("p1"), Absent.ZERO, Absent.ZERO));
        assertThat(read(path, known, "place").unknown()).isEqualTo(1000);
    }

    @Test
    void featuresOfAJournalAreNumberedFromZero() throws IOException {
        Path path = journal();
        FeatureMap plain = new FeatureMap(
                new Numeric(List.of("x1"), 0, 1, Absent.ZERO), new Numeric(List.of("x0"), 0, 1, Absent.FLAG));
        DecisionLog log = read(path, plain, "x0", "x1");
        assertThat(contexts(log))
                .containsExactly(List.of(7.0, 0.25, 0.0), List.of(9.0, 0.5, 0.0), List.of(0.0, 0.0, 1.0));
        assertThat(log.context())
                .containsExactly(new ContextColumn("x0", Kind.NUMBERS), new ContextColumn("x1", Kind.NUMBERS));
    }

    @Test
    void featuresOfAJournalCanBeTexts() throws IOException {
        DecisionLog log = read(journal(), null, "x0:text");
        assertThat(log.features().parts())
                .contains(new OneHot(List.of("x0"), List.of("0.25", "0.5"), Absent.ZERO, Absent.FLAG));
        assertThat(contexts(log))
                .containsExactly(List.of(1.0, 0.0, 0.0, 1.0), List.of(0.0, 1.0, 0.0, 1.0), List.of(0.0, 0.0, 1.0, 1.0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x3  | Columns, the features of the decisions: x0 to x2
            x01 | Columns, the features of the decisions: x0 to x2
            y   | Columns, the features of the decisions: x0 to x2
            """)
    void otherFeaturesThanTheDecisionsRecordAreRefused(String column, String rest) throws IOException {
        Path path = journal();
        assertThatThrownBy(() -> read(path, null, "x2", column))
                .isInstanceOf(BadInput.class)
                .hasMessage(path + ": --context: found no column '" + column + "'. " + rest);
    }

    @Test
    void aJournalWithOneFeatureOrNoneSaysSo() throws IOException {
        Path one = journal(new double[] {1}, new double[] {2});
        assertThatThrownBy(() -> read(one, null, "x1"))
                .hasMessageEndingWith("Columns, the features of the decisions: x0");
    }

    @Test
    void aJournalWithoutFeaturesSaysSo() throws IOException {
        Path none = journal(new double[0], new double[0]);
        assertThatThrownBy(() -> read(none, null, "x0"))
                .hasMessageEndingWith("The decisions of this journal record no features, or only their hashes");
    }

    @Test
    void withoutARewardThereIsNothingToSee() throws IOException {
        Path path = journal(new double[] {1});
        assertThatThrownBy(() -> read(path, null, "y"))
                .hasMessage(path + ": found no decision with a reward (1 without), must hold at least one");
    }

    @Test
    void aMistakeInAFeatureIsFoundInItsDecision() throws IOException {
        Path path = journal();
        FeatureMap strict = new FeatureMap(new Numeric("x0"));
        assertThatThrownBy(() -> contexts(read(path, strict, "x0")))
                .hasMessageContaining("x0 of decision d2")
                .hasMessageContaining("found missing, must be a finite number");
    }
}
