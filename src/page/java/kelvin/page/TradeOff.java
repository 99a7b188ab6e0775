package kelvin.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Uniform;
import kelvin.bandit.testbed.BernoulliTestbed;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.bayes.ThompsonGaussian;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.GradientBandit;
import kelvin.learner.index.Ucb1;
import kelvin.metric.MetricCurve;
import kelvin.metric.PlayerResults;
import kelvin.metric.Trace;
import kelvin.metric.TracedQuantity;
import kelvin.policy.Annealed;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.results.CurvesCsv;
import kelvin.schedule.InverseCount;
import kelvin.schedule.InverseSqrt;
import kelvin.simulation.Checkpoints;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.ReportSteps;
import kelvin.simulation.Simulation;
import kelvin.simulation.SimulationSession;
import kelvin.simulation.Tracing;
import kelvin.simulation.Workers;
import org.teavm.jso.JSExport;

/**
 * The simulation of the view "The trade-off", for its worker: one at a time, played a few repetitions further at each call. The games of
 * {@link Play} are called here too, which spares the page a module with the same classes.
 */
public final class TradeOff {
    /** The largest number of reported steps, which are traced too. */
    private static final int POINTS = 100;

    private static final int METRICS = 3;

    private static Map<String, LearnerSpec> learners = new LinkedHashMap<>();
    private static boolean bernoulli;
    private static int arms;
    private static int horizon;
    private static int seed;
    private static Map<String, long[]> saved = new HashMap<>();
    private static boolean traced;
    private static List<PlayerResults> players = List.of();
    private static List<PlayerResults> single = List.of();

    private TradeOff() {}

    /** Begins anew, without learners; what they do inside is traced or not. */
    @JSExport
    public static void open(boolean ones, int count, int steps, int root, boolean inside) {
        traced = inside;
        learners = new LinkedHashMap<>();
        saved = new HashMap<>();
        bernoulli = ones;
        arms = count;
        horizon = steps;
        seed = root;
    }

    /** Adds a learner by its kind, its one number and its label. */
    @JSExport
    public static void add(String kind, double number, String label) {
        learners.put(label, learner(bernoulli, kind, number));
    }

    /** Returns a learner of a testbed by its kind and its one number. */
    static LearnerSpec learner(boolean ones, String kind, double number) {
        return switch (kind) {
            case "softmax" -> values(new Softmax(number));
            case "cooling" -> values(new Annealed(new Softmax(number), "temperature", new InverseSqrt(number)));
            case "gates" -> values(new SigmoidGate(0.5, number));
            case "greedy" -> values(new EpsilonGreedy(number));
            case "ucb" -> new Ucb1();
            case "gradient" -> new GradientBandit(number, Baseline.INCLUDING);
            case "thompson" -> ones ? new ThompsonBeta(1, 1) : new ThompsonGaussian(1, 0, 1);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** Returns a policy on sample averages, as an experiment file means it by the policy alone. */
    private static LearnerSpec values(PolicySchedule policy) {
        return new ValueLearner(policy, 0, new InverseCount(1), false);
    }

    /** Returns a testbed of arms that pay 1 or 0, or Gaussian numbers. */
    static Testbed testbed(boolean ones, int arms) {
        return ones ? new BernoulliTestbed(arms, new Uniform(0, 1)) : new GaussianTestbed(arms, 0, 1, 1);
    }

    /** Plays up to so many repetitions of each learner in all. */
    @JSExport
    public static void play(int repetitions) {
        Checkpoints memory = new Checkpoints() {
            @Override
            public long[] load(String label) {
                return saved.getOrDefault(label, new long[0]);
            }

            @Override
            public void save(String label, long[] words) {
                saved.put(label, words);
            }
        };
        players = new SimulationSession(simulation(learners, repetitions, traced), memory)
                .players(Workers.CALLER, steps -> {}, () -> false);
    }

    private static Simulation simulation(Map<String, LearnerSpec> playing, int repetitions, boolean inside) {
        long[] steps = new ReportSteps.AtMost(POINTS).steps(horizon);
        Tracing tracing = inside ? new Tracing(steps, List.of(), 0) : Tracing.NONE;
        return new Simulation(
                testbed(bernoulli, arms), playing, steps, new ReplicationPlan.Fixed(repetitions), Seed.of(seed), tracing);
    }

    /** Plays one repetition of one learner alone, for {@link #inside}; leaves what is played for all as it is. */
    @JSExport
    public static void alone(String kind, double number, String label, int repetition) {
        single = List.of(
                simulation(Map.of(label, learner(bernoulli, kind, number)), repetition + 1, true).alone(label, repetition));
    }

    /**
     * Returns what a learner did at each reported step, step by step, the arms from the best down.
     *
     * @param learner its place, or −1 for the single repetition
     * @param what the shares of the arms since the step before (0), their probabilities (1), entropy (2), temperature (3), all of them
     *     {@code NaN} where they are not known; regret (4)
     */
    @JSExport
    public static double[] inside(int learner, int what) {
        PlayerResults of = learner < 0 ? single.get(0) : players.get(learner);
        return switch (what) {
            case 0 -> flat(of.selections().frequency());
            case 1 -> traced(of, TracedQuantity.PROBABILITY);
            case 2 -> traced(of, TracedQuantity.ENTROPY);
            case 3 -> traced(of, TracedQuantity.TEMPERATURE);
            default -> of.curves().get(0).mean();
        };
    }

    private static double[] traced(PlayerResults of, TracedQuantity quantity) {
        for (Trace trace : of.traces()) {
            if (trace.quantity() == quantity) {
                return flat(trace.mean());
            }
        }
        return new double[0];
    }

    private static double[] flat(double[][] rows) {
        double[] all = new double[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, all, i * rows[i].length, rows[i].length);
        }
        return all;
    }

    /** Returns {@link Play#means}. */
    @JSExport
    public static double[] means(boolean ones, int count, int steps, int root) {
        return Play.means(ones, count, steps, root);
    }

    /** Returns {@link Play#rewards}. */
    @JSExport
    public static double[] rewards(boolean ones, int count, int steps, int root, int[] pulls) {
        return Play.rewards(ones, count, steps, root, pulls);
    }

    /** Returns {@link Play#regret}. */
    @JSExport
    public static double[] regret(boolean ones, int count, int steps, int root, int[] pulls) {
        return Play.regret(ones, count, steps, root, pulls);
    }

    /** Returns {@link Play#pulls}. */
    @JSExport
    public static int[] pulls(boolean ones, int count, int steps, int root, String kind, double number, String label) {
        return Play.pulls(ones, count, steps, root, kind, number, label);
    }

    /** Returns the reported steps. */
    @JSExport
    public static double[] steps() {
        long[] steps = players.get(0).curves().get(0).steps();
        double[] all = new double[steps.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = steps[i];
        }
        return all;
    }

    /** Returns the mean of a curve at the reported steps, by its place: learner by learner, regret, reward and optimal actions. */
    @JSExport
    public static double[] mean(int curve) {
        return curve(curve).mean();
    }

    private static MetricCurve curve(int curve) {
        return players.get(curve / METRICS).curves().get(curve % METRICS);
    }

    /** Returns half the width of the 95 % interval of a curve at the reported steps. */
    @JSExport
    public static double[] margin(int curve) {
        MetricCurve of = curve(curve);
        double student = of.looks().student(of.repetitions());
        double[] all = of.standardError().clone();
        for (int i = 0; i < all.length; i++) {
            all[i] *= student;
        }
        return all;
    }

    /** Returns what {@code kelvin run} writes as {@code curves.csv}. */
    @JSExport
    public static String csv() {
        StringBuilder text = new StringBuilder();
        try {
            CurvesCsv.write(text, players.stream().flatMap(player -> player.curves().stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
