package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;
import kelvin.contract.Rewards;
import kelvin.evaluation.Estimate;
import kelvin.evaluation.Evaluation;
import kelvin.evaluation.LogRegression;
import kelvin.evaluation.SmallRidge;
import kelvin.evaluation.Target;
import kelvin.evaluation.Weighting;
import kelvin.model.Context;
import kelvin.model.ModelSpec;
import kelvin.model.feature.Absent;
import kelvin.model.feature.Automatic;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Interaction;
import kelvin.model.feature.Numeric;
import kelvin.model.feature.OneHot;
import kelvin.model.feature.Standardised;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LearntPolicyTest {
    private static final LogFormat FORMAT = new LogFormat(
            List.of(),
            List.of(ContextColumn.named("x"), ContextColumn.named("place")),
            null,
            null,
            null,
            List.of(),
            Rewards.REAL);

    @TempDir
    private Path folder;

    private DecisionLog log(String... places) throws IOException {
        UniformRandomProvider random = Seed.of(1).generator();
        StringBuilder csv = new StringBuilder("action,reward,propensity,x,place\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 3 * 10)
                    .append(',')
                    .append(random.nextDouble())
                    .append(',')
                    .append(1 / (1 + random.nextDouble()));
            csv.append(',')
                    .append(random.nextDouble())
                    .append(',')
                    .append(places[i % places.length])
                    .append('\n');
        }
        return DecisionLog.read(Files.writeString(folder.resolve("log.csv"), csv), FORMAT);
    }

    private DecisionLog read(FeatureMap features) {
        return DecisionLog.read(
                folder.resolve("log.csv"),
                new LogFormat(List.of(), FORMAT.context(), features, null, 30, List.of(), Rewards.REAL));
    }

    private static double[] features(DecisionLog log, int decision) {
        Context context = new Context(log.actions(), log.decisions().contexts().features());
        List<double[]> features = new ArrayList<>();
        log.decisions().forEach((index, each) -> {
            log.decisions().contexts().read(index, context);
            features.add(context.numbers().clone());
        });
        return features.get(decision);
    }

    @Test
    void everythingIsReadAsItWasWritten() throws IOException {
        DecisionLog log = log("b", "\"a,\"\"c\"", "", "1");
        LearntPolicy policy = LearntPolicy.of(new SmallRidge(0.1), Weighting.DR, 7, new Softmax(0.3), log);
        policy.write(folder.resolve("policy.json"));
        LearntPolicy read = LearntPolicy.read(folder.resolve("policy.json"), new Catalog());
        assertThat(read.description()).isEqualTo(policy.description());
        assertThat(read.description().ids()).containsExactly(0L, 10L, 20L);
        assertThat(read.description().features().parts().get(1))
                .isEqualTo(new OneHot(List.of("place"), List.of("1", "a,\"c", "b"), Absent.ZERO, Absent.FLAG));
        assertThat(read.fitted().state()).isEqualTo(policy.fitted().state());
        assertThat(read.isFrom(log)).isTrue();
        assertThat(read.isFrom(log("b"))).isTrue(); // the places are no part of it
        Path file = folder.resolve("log.csv");
        Files.writeString(file, Files.readString(file).replaceFirst("\n0,0\\.", "\n0,1."));
        assertThat(read.isFrom(log)).isFalse();
    }

    static Stream<ModelSpec> models() {
        Catalog catalog = new Catalog();
        return catalog.entries(ComponentKinds.MODEL).stream()
                .filter(entry -> Catalog.parameters(entry).stream()
                        .allMatch(each -> each.ifAbsent().isPresent()))
                .map(entry -> catalog.model("test", "{" + entry.name() + ": {}}"));
    }

    /** Rewards of 0 and 1, which every model takes. */
    @ParameterizedTest
    @MethodSource("models")
    void everyModelIsReadAsItWasWritten(ModelSpec model) {
        DecisionLog log = cancer();
        LearntPolicy policy = LearntPolicy.of(model, Weighting.IPS, 7, new Softmax(0.3), log);
        policy.write(folder.resolve("policy.json"));
        LearntPolicy read = LearntPolicy.read(folder.resolve("policy.json"), new Catalog());
        assertThat(read.description()).isEqualTo(policy.description());
        assertThat(read.fitted().state()).isEqualTo(policy.fitted().state());
        Context context = new Context(2, log.decisions().contexts().features());
        double[] written = new double[2];
        double[] again = new double[2];
        log.decisions().forEach((index, decision) -> {
            log.decisions().contexts().read(index, context);
            policy.fitted().values(context, written);
            read.fitted().values(context, again);
            assertThat(again).isEqualTo(written);
        });
    }

    private static DecisionLog cancer() {
        return DecisionLog.read(
                Path.of("experiments/data/cancer_log.csv"),
                new LogFormat(
                        List.of("guess", "right", "propensity"),
                        List.of(ContextColumn.named("radius_mean"), ContextColumn.named("concave_points_mean")),
                        null,
                        null,
                        null,
                        List.of(),
                        Rewards.REAL));
    }

    @Test
    void numbersAreStandardisedAndTextsOneHot() throws IOException {
        DecisionLog log = log("b", "a", "c");
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 60; i++) {
            double x = features(log, i)[0];
            sum += x;
            squares += x * x;
            assertThat(features(log, i)).endsWith(i % 3 == 1 ? 1 : 0, i % 3 == 0 ? 1 : 0, i % 3 == 2 ? 1 : 0, 1);
        }
        assertThat(sum).isCloseTo(0, within(1e-12));
        assertThat(squares).isCloseTo(60, within(1e-12));
    }

    /** Of two guesses one is right, so the log tells what any policy would have earned: intervals hold it. */
    @ParameterizedTest
    @EnumSource(Weighting.class)
    void whatIsLearntFromTheCancerLogEarnsWhatIsEstimated(Weighting weighting) {
        DecisionLog log = cancer();
        LogRegression regression = new LogRegression(new SmallRidge(1), weighting, Seed.of(1));
        Target target = regression.heldOut(new Softmax(0.1), log.decisions(), 2);
        DoubleAdder sum = new DoubleAdder();
        double[] p = new double[2];
        log.decisions().forEach((index, decision) -> {
            target.probabilities(index, decision, p);
            sum.add(p[decision.reward() == 1 ? decision.action() : 1 - decision.action()]);
        });
        double truth = sum.sum() / log.decisions().size();
        assertThat(truth).isBetween(0.85, 0.95);
        Evaluation evaluation = Evaluation.of(log.decisions(), 2, target, null, regression.model(), Seed.of(1));
        for (Estimate estimate : evaluation.estimates(Evaluation.estimators(10), 200)) {
            if (estimate.bootstrap().known()) {
                assertThat(truth)
                        .isBetween(
                                estimate.bootstrap().low(), estimate.bootstrap().high());
            }
            if (estimate.guaranteed().known()) {
                assertThat(truth)
                        .isBetween(
                                estimate.guaranteed().low(),
                                estimate.guaranteed().high());
            }
        }
    }

    /** A text that the policy has not learnt from has no category, and nothing takes its place. */
    @Test
    void textsThatAreNotKnownHaveNoFeature() throws IOException {
        FeatureMap known = log("a", "b").features();
        double x = features(log("a", "b"), 1)[0];
        log("a", "c");
        assertThat(features(read(known), 1)).containsExactly(x, 0, 0, 1);
        assertThat(features(read(known), 2)).endsWith(1, 0, 1);
    }

    @Test
    void aFeatureMapIsGivenWhatTheColumnsHold() throws IOException {
        log("b", "a", "");
        FeatureMap map = new FeatureMap(
                new Numeric("x"),
                new Interaction(List.of(
                        new Standardised("x"), new OneHot(List.of("place"), List.of(), Absent.REFUSE, Absent.ZERO))));
        DecisionLog log = read(map);
        double x = features(log, 0)[0];
        double standardised = features(log, 0)[2];
        assertThat(features(log, 0)).containsExactly(x, 0 * standardised, standardised);
        assertThat(x).isBetween(0.0, 1.0).isNotEqualTo(standardised);
        assertThat(features(log, 2)[1] + features(log, 2)[2]).isZero();
        assertThatThrownBy(() -> read(new FeatureMap(new OneHot("y"))))
                .hasMessageEndingWith("features = column 'y', must be of --context: x, place");
        assertThatThrownBy(() -> features(read(new FeatureMap(new Numeric("y"))), 0))
                .hasMessage("features = column 'y', must be of --context: x, place");
        assertThatThrownBy(() ->
                        read(new FeatureMap(new Standardised(List.of("x"), List.of(), List.of(), true, Absent.REFUSE))))
                .hasMessageContaining("running = true, must be false");
        assertThatThrownBy(() -> features(read(new FeatureMap(new OneHot("place"))), 2))
                .hasMessageContaining("column place: found missing, must be a category");
    }

    @Test
    void aFactorOfAnInteractionIsOneColumn() throws IOException {
        log("b", "a");
        FeatureMap map = new FeatureMap(new Interaction(List.of(new Standardised("x"), new Automatic(List.of("*")))));
        assertThatThrownBy(() -> read(map))
                .hasMessageEndingWith("of = a factor of 2 columns, must be one column per factor");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "actions": [0-9]+     | "actions": 0   | :1: actions: found 0, must be >= 1
            "state": \\[          | "state": ["x", | : state: found x, must be a list of numbers
            "state"               | "other"        | : state: found no list, must be a list of numbers
            (?s).*                | []             | : found no policy, must be a file that kelvin learn wrote
            """, quoteCharacter = '`')
    void aFileThatWasChangedIsRefused(String from, String to, String problem) throws IOException {
        Path file = folder.resolve("policy.json");
        LearntPolicy.of(new SmallRidge(0.1), Weighting.DR, 7, new Softmax(0.3), log("a", "b"))
                .write(file);
        Files.writeString(file, Files.readString(file).replaceFirst(from, to));
        assertThatThrownBy(() -> LearntPolicy.read(file, new Catalog()))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(problem);
    }
}
