package kelvin.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.contextual.ContextualLearner;
import kelvin.learner.contextual.Mean;
import kelvin.learner.contextual.Optimistic;
import kelvin.learner.contextual.Outlook;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Greedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * One decision and one reward of contextual learners, in microseconds of processor time, written to
 * {@code results/speed/contextual.csv}: LinUCB with {@link Ridge} beside the same algorithm as one loop in C
 * ({@code src/jmh/c/linucb.c}), which is compiled where there is a {@code gcc}, and softmax on the predictions. NumPy's times, with an
 * updated inverse for each action, are only printed. Fails when a target is missed or a decision allocates.
 *
 * <p>All works take turns, round by round, after two rounds that are not counted; figures are medians over rounds, ratios are ratios of
 * medians. Arguments: the number of rounds, 7 unless told; half a minute.
 */
final class ContextualReport {
    private static final Path FILE = Path.of("results", "speed", "contextual.csv");
    private static final Path SOURCE = Path.of("src", "jmh", "c", "linucb.c");
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CONTEXTS = 256;
    private static final int WARM_UP = 2;
    private static final String LIN_UCB = "LinUCB";
    private static final String IN_C = "LinUCB in C";
    private static final String IN_NUMPY = "LinUCB in NumPy";
    private static final String SOFTMAX = "softmax on predictions";
    private static final String DECISION = "its decision alone";
    private static final String HYBRID = "hybrid LinUCB";

    private static final String FORGETTING = "LinUCB that forgets";
    private static final String FULL_HYBRID = "hybrid LinUCB as one shared problem";

    private static final List<Size> SIZES =
            List.of(new Size(10, 10, 60_000), new Size(100, 10, 6_000), new Size(100, 100, 600));

    /** A size, and the decisions that take some milliseconds. */
    private record Size(int features, int actions, int decisions) {
        @Override
        public String toString() {
            return features + " features, " + actions + " actions";
        }
    }

    private record Work(String name, Size size) {}

    private final Map<Work, Loop> loops = new LinkedHashMap<>();
    private final Map<Work, List<Double>> measured = new LinkedHashMap<>();
    private final Map<Work, Double> bytes = new LinkedHashMap<>();

    private ContextualReport() {
        Outlook bounds = new Optimistic(0.25);
        for (Size size : SIZES) {
            Features shared = new Features(size.features, 0);
            loops.put(new Work(LIN_UCB, size), new Loop(learner(Layout.DISJOINT, bounds, new Greedy()), shared, size, true));
            ContextualLearner softmax = learner(Layout.DISJOINT, new Mean(), new Softmax(0.05));
            loops.put(new Work(SOFTMAX, size), new Loop(softmax, shared, size, true));
            loops.put(new Work(DECISION, size), new Loop(softmax, shared, size, false));
        }
        Size small = SIZES.get(0);
        Features both = new Features(small.features, small.features);
        loops.put(new Work(HYBRID, small), new Loop(learner(Layout.HYBRID, bounds, new Greedy()), both, small, true));
        Features all = new Features(0, small.features * (1 + small.actions));
        ContextualLearner forgetful =
                new ContextualLearner(new Ridge(1, Layout.DISJOINT, 0.99), new Greedy(), bounds, false);
        Features alone = new Features(small.features, 0);
        loops.put(new Work(FORGETTING, small), new Loop(forgetful, alone, small, true));
        Size few = new Size(small.features, small.actions, small.decisions / 10);
        loops.put(new Work(FULL_HYBRID, small), new Loop(learner(Layout.SHARED, bounds, new Greedy()), all, few, true));
    }

    private static ContextualLearner learner(Layout layout, Outlook outlook, PolicySchedule policy) {
        return new ContextualLearner(new Ridge(1, layout, 1), policy, outlook, false);
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        int rounds = arguments.length == 0 ? 7 : Integer.parseInt(arguments[0]);
        ContextualReport report = new ContextualReport();
        Path folder = Files.createTempDirectory("kelvin");
        try {
            Path program = folder.resolve("linucb");
            boolean compiled = Launch.succeeds(
                    "gcc", "-O3", "-march=native", "-o", program.toString(), SOURCE.toString(), "-lm");
            boolean numpy = NumPy.installed();
            for (int round = -WARM_UP; round < rounds; round++) {
                report.play(round >= 0);
                for (Size size : compiled && round >= 0 ? SIZES : List.<Size>of()) {
                    report.take(new Work(IN_C, size), inC(program, size));
                }
                for (Size size : numpy && round >= 0 ? SIZES : List.<Size>of()) {
                    report.take(
                            new Work(IN_NUMPY, size),
                            NumPy.cost("linucb", size.features, size.actions, size.decisions / 10));
                }
            }
        } finally {
            Rounds.remove(folder);
        }
        report.write();
        report.check();
    }

    private static double inC(Path program, Size size) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        for (int number : new int[] {size.features, size.actions, 10 * size.decisions}) {
            command.add(String.valueOf(number));
        }
        return Launch.number(command);
    }

    private void play(boolean counted) {
        loops.forEach((work, loop) -> {
            loop.play();
            if (counted) {
                take(work, loop.nanoseconds);
                bytes.merge(work, loop.bytes, Math::max);
            }
        });
    }

    private void take(Work work, double nanoseconds) {
        measured.computeIfAbsent(work, none -> new ArrayList<>()).add(nanoseconds);
    }

    private double median(String name, Size size) {
        return Rounds.median(measured.getOrDefault(new Work(name, size), List.of(Double.NaN)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private void write() throws IOException {
        List<String> rows = new ArrayList<>(List.of("work,features,actions,microseconds,times_C"));
        measured.keySet().forEach(work -> {
            double cost = median(work.name, work.size);
            String row = String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%.2f,%s",
                    work.name,
                    work.size.features,
                    work.size.actions,
                    cost / 1000,
                    work.name.equals(LIN_UCB) ? String.format(Locale.ROOT, "%.2f", cost / median(IN_C, work.size)) : "");
            System.out.println(row);
            if (!work.name.equals(IN_NUMPY)) {
                rows.add(row);
            }
        });
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, rows);
    }

    private void check() {
        Target.Checks checks = new Target.Checks();
        for (Size size : SIZES) {
            checks.check(
                    Target.atMost(LIN_UCB + " / C, " + size, 2, 2, "×"), median(LIN_UCB, size) / median(IN_C, size));
        }
        checks.check(Target.atMost(SOFTMAX + ", " + SIZES.get(0), 0.6, 0.6, "µs"), median(SOFTMAX, SIZES.get(0)) / 1000);
        checks.check(Target.atMost(DECISION + ", " + SIZES.get(1), 1.5, 1.5, "µs"), median(DECISION, SIZES.get(1)) / 1000);
        bytes.forEach((work, most) ->
                checks.check(Target.atMost(work.name + ", " + work.size, 1, 1, "bytes per decision"), most));
        checks.end();
    }

    /** A learner that goes on deciding, on contexts and rewards that were drawn beforehand. */
    private static final class Loop {
        private final Learner player;
        private final boolean learns;
        private final int actions;
        private final int decisions;
        private final Context[] contexts = new Context[CONTEXTS];
        private final double[] rewards;
        private long step = 1;
        private long chosen;
        private double nanoseconds;
        private double bytes;

        Loop(ContextualLearner learner, Features features, Size size, boolean learns) {
            this.learns = learns;
            this.actions = size.actions;
            this.decisions = size.decisions;
            UniformRandomProvider random = Seed.of(1).generator();
            player = learner.create(new BanditTask(actions, Long.MAX_VALUE, features), random);
            for (int i = 0; i < CONTEXTS; i++) {
                contexts[i] = new Context(actions, features);
                for (int j = 0; j < contexts[i].numbers().length; j++) {
                    contexts[i].set(j, random.nextDouble() - 0.5);
                }
            }
            rewards = random.doubles((long) CONTEXTS * actions, -0.5, 0.5).toArray();
        }

        /** Decides; where nothing is learnt, always about the same step, as contexts that wait for a reward would be kept. */
        void play() {
            long start = kelvin.bench.Work.processorTime();
            long allocated = THREAD.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < decisions; i++) {
                int number = i % CONTEXTS;
                player.see(step, contexts[number]);
                int action = player.select(step);
                if (learns) {
                    player.observe(step, action, rewards[number * actions + action]);
                    step++;
                }
                chosen += action;
            }
            bytes = (double) (THREAD.getCurrentThreadAllocatedBytes() - allocated) / decisions;
            nanoseconds = (double) (kelvin.bench.Work.processorTime() - start) / decisions;
            if (chosen < 0) {
                throw new IllegalStateException("chose " + chosen);
            }
        }
    }
}
