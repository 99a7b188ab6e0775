package kelvin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.contextual.ContextualLearner;
import kelvin.learner.contextual.Mean;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Model;
import kelvin.model.Ridge;
import kelvin.policy.Softmax;
import kelvin.policy.Workspace;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Decisions with features, each rewarded: 20 features, 10 actions, a ridge regression for each action, softmax. A loop around the model
 * alone (predict, choose, update), the same as a learner, and a decision maker with that learner in memory and with a journal, a commit
 * per 1000. The median over rounds, interleaved, of the processor's time for a decision with its reward. Written to
 * {@code results/speed/decision-features.csv}.
 *
 * <p>Arguments: the number of rounds, 7 unless told.
 */
final class DecisionFeaturesReport {
    private static final Path FILE = Path.of("results", "speed", "decision-features.csv");
    private static final int DECISIONS = 20_000;
    private static final int COMMIT = 1000;
    private static final int ACTIONS = 10;
    private static final Features TWENTY = new Features(20, 0);
    private static final Ridge RIDGE = new Ridge(1, Layout.DISJOINT, 1);
    private static final Softmax POLICY = new Softmax(0.1);
    private static final ContextualLearner LEARNER = new ContextualLearner(RIDGE, POLICY, new Mean(), false);
    private static final Settings SETTINGS = new Settings(LEARNER, ACTIONS, TWENTY, Seed.of(1));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Context[] contexts = new Context[DECISIONS];
    private final String[] ids = new String[DECISIONS];

    private DecisionFeaturesReport() {
        UniformRandomProvider random = Seed.of(2).generator();
        for (int i = 0; i < DECISIONS; i++) {
            contexts[i] = new Context(ACTIONS, TWENTY);
            for (int j = 0; j < TWENTY.shared(); j++) {
                contexts[i].set(j, random.nextDouble());
            }
            ids[i] = "request " + i;
        }
    }

    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length < 1 ? 7 : Integer.parseInt(arguments[0]);
        DecisionFeaturesReport report = new DecisionFeaturesReport();
        List<Way> ways = List.of(report::model, report::learner, report::inMemory, report::onDisk);
        double[][] times = new double[ways.size()][rounds];
        for (int round = -1; round < rounds; round++) { // the first is warm-up
            for (int way = 0; way < ways.size(); way++) {
                long start = THREADS.getCurrentThreadCpuTime();
                ways.get(way).run();
                times[way][Math.max(round, 0)] =
                        (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / DECISIONS;
            }
        }
        List<String> names = List.of(
                "a loop around the model",
                "the learner",
                "a decision maker in memory",
                "a decision maker on disk, a commit per 1000");
        List<String> rows = new ArrayList<>(List.of("work,processor_microseconds_per_decision"));
        for (int way = 0; way < names.size(); way++) {
            rows.add(String.format(Locale.ROOT, "\"%s\",%.2f", names.get(way), Rounds.median(times[way])));
        }
        Files.write(FILE, rows);
    }

    /** A way to decide and learn. */
    @FunctionalInterface
    private interface Way {
        void run() throws IOException;
    }

    private static double reward(Context context, int action) {
        return context.numbers()[action] > 0.5 ? 1 : 0;
    }

    private void model() {
        Model model = RIDGE.create(ACTIONS, TWENTY, Seed.of(3));
        UniformRandomProvider random = Seed.of(4).generator();
        Workspace work = new Workspace();
        double[] values = new double[ACTIONS];
        for (int i = 0; i < DECISIONS; i++) {
            model.values(contexts[i], values);
            int action = work.select(POLICY, values, random);
            model.learn(i + 1, contexts[i], action, reward(contexts[i], action), 1);
        }
    }

    private void learner() {
        Learner learner = LEARNER.create(
                new BanditTask(ACTIONS, BanditTask.UNKNOWN, TWENTY), Seed.of(4).generator());
        for (int i = 0; i < DECISIONS; i++) {
            learner.see(i + 1, contexts[i]);
            int action = learner.select(i + 1);
            learner.observe(i + 1, action, reward(contexts[i], action));
        }
    }

    private void decide(DecisionMaker maker) throws IOException {
        for (int i = 0; i < DECISIONS; i++) {
            int action = maker.decide(ids[i], contexts[i]).action();
            maker.reward(ids[i], reward(contexts[i], action));
            if (i % COMMIT == 0) {
                maker.commit();
            }
        }
    }

    private void inMemory() throws IOException {
        try (DecisionMaker maker = new DecisionMaker(SETTINGS)) {
            decide(maker);
        }
    }

    private void onDisk() throws IOException {
        Path folder = Files.createTempDirectory("features");
        try (DecisionMaker maker = DecisionMaker.open(folder, SETTINGS)) {
            decide(maker);
        } finally {
            Rounds.remove(folder);
        }
    }
}
