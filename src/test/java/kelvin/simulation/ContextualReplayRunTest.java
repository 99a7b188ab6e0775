package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;
import kelvin.bandit.DelegatingTestbed;
import kelvin.bandit.Testbed;
import kelvin.bandit.contextual.Classification;
import kelvin.bandit.contextual.ContextualReplay;
import kelvin.bandit.contextual.Tables;
import kelvin.bandit.slate.SemiBandit;
import kelvin.learner.LearnerSpec;
import kelvin.learner.contextual.ContextualSubset;
import kelvin.learner.contextual.LinUcb;
import kelvin.learner.contextual.Optimistic;
import kelvin.metric.Metric;
import kelvin.metric.RunSummary;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.model.feature.Absent;
import kelvin.model.feature.DataTable;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Intercept;
import kelvin.model.feature.Standardised;
import kelvin.policy.subset.PlackettLuce;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Replays of logs of random choices are what would have happened in the world that was logged. */
class ContextualReplayRunTest {
    private static final int LOGS = 100;
    private static final long HORIZON = 25;
    private static final DataTable IRIS = Tables.read("iris.csv");
    private static final LearnerSpec LEARNER = new LinUcb(1, 0.25, Layout.DISJOINT, 1);
    private static final LearnerSpec SLATES_OF_ONE =
            new ContextualSubset(new Ridge(1), new PlackettLuce(1, 1e-3), new Optimistic(0.25));

    /** Guesses one of three species for each row at random, and logs whether it was right. */
    private static Testbed log(int number) {
        UniformRandomProvider random = Seed.of(number).generator();
        List<String> species = IRIS.distinct("species");
        List<String> labels = IRIS.values("species").toList();
        Stream<String> events = IntStream.range(0, IRIS.rows()).mapToObj(row -> {
            int guess = random.nextInt(3);
            int right = species.get(guess).equals(labels.get(row)) ? 1 : 0;
            return IRIS.lines().get(row + 1).replaceFirst("[a-z]+$", guess + "," + right + "," + 1 / 3.0);
        });
        DataTable table = new DataTable(
                Stream.concat(Stream.of("a,b,c,d,guess,right,p"), events).toList());
        return new ContextualReplay(table, "guess", "right", "p", FeatureMap.AUTOMATIC);
    }

    /** Mean reward of a repetition, and its standard error. */
    private static double[] reward(LearnerSpec learner, Testbed world, int repetitions, int seed) {
        RunSummary summary = RunSummary.of(
                new Simulation(world, Map.of("learner", learner), new long[] {HORIZON}, repetitions, Seed.of(seed))
                        .play("", 1, decisions -> {})
                        .trials(Metric.REWARD)
                        .get(0));
        return new double[] {summary.mean(), summary.standardError()};
    }

    private static double distance(LearnerSpec learner, IntFunction<Testbed> logs) {
        double[] world = reward(learner, new Classification(IRIS, "species", FeatureMap.AUTOMATIC), LOGS, 1);
        double[] found = IntStream.range(0, LOGS)
                .mapToDouble(number -> reward(learner, logs.apply(number), 1, number)[0])
                .toArray();
        double mean =
                IntStream.range(0, LOGS).mapToDouble(i -> found[i]).average().orElseThrow();
        double variance = IntStream.range(0, LOGS)
                        .mapToDouble(i -> (found[i] - mean) * (found[i] - mean))
                        .sum()
                / (LOGS - 1);
        return Math.abs(mean - world[0]) / Math.hypot(world[1], Math.sqrt(variance / LOGS));
    }

    /** Over many logs; a reader that answers with the next event of an action, whatever its context, is caught. */
    @Test
    void aReplayIsLikeTheWorld() {
        assertThat(distance(LEARNER, ContextualReplayRunTest::log)).isLessThan(4.5);
        assertThat(distance(SLATES_OF_ONE, ContextualReplayRunTest::log)).isLessThan(4.5);
        assertThat(distance(LEARNER, number -> new Careless(log(number)))).isGreaterThan(4.5);
    }

    private record Careless(Testbed testbed) implements DelegatingTestbed {
        @Override
        public Bandit open(Seed seed, long horizon) {
            Bandit log = testbed.open(seed, horizon);
            return new DelegatingBandit() {
                @Override
                public Bandit inner() {
                    return log;
                }

                @Override
                public boolean accepts(int arm) {
                    return true;
                }
            };
        }
    }

    @Test
    void slatesCannotBeReplayed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SemiBandit(log(1), 0, 2, 0))
                .withMessageEndingWith("must be one whose rewards exist for every arm in a context");
    }

    /** Also where features are standardised on the go, so that contexts depend on the order of rows. */
    @Test
    void tablesAreSharedByThreads() {
        FeatureMap running = new FeatureMap(
                new Standardised(List.of("*"), List.of(), List.of(), true, Absent.REFUSE), new Intercept());
        Testbed world = new Classification(IRIS, "species", running);
        assertThat(rewards(world, 2)).containsExactly(rewards(world, 1));
        assertThat(rewards(log(1), 2)).containsExactly(rewards(log(1), 1));
    }

    private static double[] rewards(Testbed world, int threads) {
        return new Simulation(world, Map.of("learner", LEARNER), new long[] {HORIZON}, 40, Seed.of(3))
                .play("", threads, decisions -> {})
                .trials(Metric.REWARD)
                .get(0)
                .values();
    }
}
