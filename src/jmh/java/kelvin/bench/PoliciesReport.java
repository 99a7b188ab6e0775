package kelvin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import kelvin.policy.ActionSelector;
import kelvin.policy.Annealed;
import kelvin.policy.Entmax;
import kelvin.policy.Mellowmax;
import kelvin.policy.MinP;
import kelvin.policy.Nucleus;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.Top;
import kelvin.policy.Tsallis;
import kelvin.policy.temperature.BestProbability;
import kelvin.policy.temperature.EffectiveActions;
import kelvin.policy.temperature.ExpectedLoss;
import kelvin.policy.temperature.KlFromUniform;
import kelvin.policy.temperature.TargetEntropy;
import kelvin.random.Seed;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Policies that solve an equation, cut a vocabulary or choose among a million actions, each beside its limit, in alternation.
 * Figures are medians over rounds, in nanoseconds of processor time per decision with one changed value, written to {@code
 * results/speed/policies.csv}. Ends with status 1 when a limit is missed.
 *
 * <p>{@code ./mvnw -Pbench -Dquick compile exec:exec -Dbench=kelvin.bench.PoliciesReport}; a minute. Arguments: the number of
 * rounds, 9 unless told.
 */
final class PoliciesReport {
    private static final Path FILE = Path.of("results", "speed", "policies.csv");
    private static final int FEW = 10;
    private static final int VOCABULARY = 131_072;
    private static final int MANY = 1_000_000;

    /** The rounds before those that count: a loop over a vocabulary is compiled after some hundred draws. */
    private static final int WARM_UP = 12;

    private static final String SOFTMAX = "Softmax";
    private static final String SOFTMAX_COOLING = "softmax cooling";

    private final Map<String, DoubleSupplier> works = new LinkedHashMap<>();
    private final Map<String, List<Double>> taken = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>(List.of("work,nanoseconds_per_decision,figure,unit"));

    private PoliciesReport() {}

    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length == 0 ? 9 : Integer.parseInt(arguments[0]);
        PoliciesReport report = new PoliciesReport();
        report.prepare();
        report.play(rounds);
        report.judge();
    }

    private void prepare() {
        solved().forEach((name, policy) -> decisions(name, policy, FEW, 40_000));
        decisions(SOFTMAX_COOLING, cooling(new Softmax(1), new InverseSqrt(1)), FEW, 200_000);
        decisions("gates cooling", cooling(new SigmoidGate(0.5, 1), new InverseSqrt(1)), FEW, 200_000);
        draws(SOFTMAX, new Softmax(1));
        draws("Top(40)", new Top(new Softmax(1), 40));
        draws("Nucleus(0.9)", new Nucleus(new Softmax(1), 0.9));
        draws("MinP(0.1)", new MinP(new Softmax(1), 0.1));
        for (double temperature : new double[] {0.05, 0.2, 1, 10}) {
            decisions("softmax " + temperature, new Softmax(temperature), MANY, 100_000);
        }
        for (double start : new double[] {0.2, 1, 10}) {
            decisions("softmax falling from " + start, cooling(new Softmax(1), new InverseSqrt(start)), MANY, 100_000);
        }
    }

    private static Map<String, Policy> solved() {
        Map<String, Policy> policies = new LinkedHashMap<>();
        policies.put("EffectiveActions(3)", new EffectiveActions(3));
        policies.put("TargetEntropy(1)", new TargetEntropy(1));
        policies.put("BestProbability(0.7)", new BestProbability(0.7));
        policies.put("ExpectedLoss(0.2)", new ExpectedLoss(0.2));
        policies.put("KlFromUniform(1)", new KlFromUniform(1));
        policies.put("Entmax(1.25)", new Entmax(1.25, 0.5));
        policies.put("Entmax(1.4)", new Entmax(1.4, 0.5));
        policies.put("Entmax(1.5)", new Entmax(1.5, 0.5));
        policies.put("Tsallis", new Tsallis(0.5));
        policies.put("Mellowmax", new Mellowmax(5));
        return policies;
    }

    private static PolicySchedule cooling(Policy policy, Schedule schedule) {
        return new Annealed(policy, "temperature", schedule);
    }

    /** A selector whose decisions are followed by an observation each. */
    private void decisions(String name, PolicySchedule policy, int actions, int decisions) {
        Work.World world = new Work.World(actions, Seed.of(2).generator());
        ActionSelector selector =
                new ActionSelector(policy, new double[actions], Seed.of(1).generator());
        long[] step = {1};
        works.put(name, () -> {
            long start = Work.processorTime();
            Work.decide(selector, world, step[0], decisions);
            double time = (Work.processorTime() - start) / (double) decisions;
            step[0] += decisions;
            return time;
        });
    }

    /** Draws from a vocabulary, each from its policy afresh, as after a change of all values. */
    private void draws(String name, Policy policy) {
        UniformRandomProvider random = Seed.of(3).generator();
        double[] values = new double[VOCABULARY];
        Work.World world = new Work.World(VOCABULARY, random);
        for (int i = 0; i < VOCABULARY; i++) {
            values[i] = 2 * world.observe(i);
        }
        works.put(name, () -> {
            int draws = 20;
            long start = Work.processorTime();
            for (int i = 0; i < draws; i++) {
                policy.select(values, random);
            }
            return (Work.processorTime() - start) / (double) draws;
        });
    }

    private void play(int rounds) {
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Map.Entry<String, DoubleSupplier> work : works.entrySet()) {
                double time = work.getValue().getAsDouble();
                if (round >= 0) {
                    taken.computeIfAbsent(work.getKey(), name -> new ArrayList<>())
                            .add(time);
                }
            }
        }
    }

    private void judge() throws IOException {
        Target.Checks checks = new Target.Checks();
        for (String name : works.keySet()) {
            Target target = target(name);
            double figure = median(name) / (target.unit().equals("ns") ? 1 : median(baseline(name)));
            rows.add(String.format(Locale.ROOT, "\"%s\",%.0f,%.2f,%s", name, median(name), figure, target.unit()));
            checks.check(target, figure);
        }
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, rows);
        checks.end();
    }

    private static String baseline(String name) {
        return name.contains("cooling") ? SOFTMAX_COOLING : SOFTMAX;
    }

    private static Target target(String name) {
        String unit = "times " + baseline(name);
        return switch (name) {
            case "Top(40)", "Nucleus(0.9)" -> Target.atMost(name, 2, 1.5, unit);
            case "MinP(0.1)" -> Target.atMost(name, 1, 0.75, unit);
            case "gates cooling" -> Target.atMost(name, 2, 1, unit);
            case SOFTMAX, SOFTMAX_COOLING ->
                Target.atMost(name, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, "ns");
            default -> name.startsWith("softmax") ? Target.atMost(name, 600, 600, "ns") : Target.atMost(name, 1000, 500, "ns");
        };
    }

    private double median(String name) {
        return Rounds.median(
                taken.get(name).stream().mapToDouble(Double::doubleValue).toArray());
    }
}
