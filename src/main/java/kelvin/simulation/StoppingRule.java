package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.Default;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.metric.Metric;
import kelvin.metric.RunSummary;
import kelvin.metric.RunValues;
import kelvin.metric.StopReport;

/**
 * A group-sequential stopping rule: repetitions until the interval of a mean is narrow enough for every learner.
 *
 * <p>The data are looked at after {@code min}·2ᵏ repetitions below {@code max}, and at {@code max}. At the first look at which half
 * the width of every 95 % interval asked about is at most {@code halfWidth}, all learners stop; at {@code max} in any case. All
 * learners have equally many repetitions, so that they stay pairs.
 *
 * <p>Stopping where an interval is narrow would make it too narrow. So the error of 5 % is spent over all looks that {@code max}
 * allows, an equal part at each ({@link kelvin.metric.InterimLooks}); with that adjusted level intervals are computed for the decision and everywhere after. They
 * cover at least 95 % as far as a single such interval does; a loss so rare that {@code min} repetitions may
 * not contain it cannot be seen coming.
 *
 * <p>What {@code of} may say:
 *
 * <pre>
 *   regret                        every learner's mean regret at the horizon; likewise reward, optimal_action, …
 *   regret difference             every learner's mean difference to the baseline, in pairs
 *   regret of UCB1                that learner's only
 *   regret difference of UCB1     likewise
 * </pre>
 *
 * @param halfWidth how wide half an interval may be, in the unit of the metric (fractions are in [0, 1], not percent); finite and &gt; 0
 * @param of what is to be known: a metric by its name in data files, with {@code difference} for paired differences to the
 *     baseline, and {@code of} with a label for one learner
 * @param min the repetitions before the first look, at least {@value #MIN_REPETITIONS}
 * @param max the most repetitions, at least {@code min}
 */
@Stability(MAY_CHANGE)
public record StoppingRule(
        double halfWidth,
        @Default("regret") String of,
        @Default("64") int min,
        int max) implements ReplicationPlan {
    /** The key under which YAML describes the rule. */
    public static final String UNTIL = "until";

    /** The fewest repetitions before the first look; fewer values do not show how skewed they are. */
    public static final int MIN_REPETITIONS = 64;

    private static final String DIFFERENCE = " difference";
    private static final Pattern OF =
            Pattern.compile(Stream.of(Metric.values()).map(Metric::key).collect(Collectors.joining("|", "(", ")")) + "("
                    + DIFFERENCE + ")?(?: of (.+))?");

    public StoppingRule {
        Require.positive("halfWidth", halfWidth);
        Require.that(
                OF.matcher(of).matches(),
                "of",
                "'" + of + "'",
                "METRIC, METRIC difference, METRIC of LABEL or METRIC difference of LABEL, where METRIC is one of "
                        + Stream.of(Metric.values()).map(Metric::key).collect(Collectors.joining(", ")));
        Require.atLeast("min", MIN_REPETITIONS, min);
        Require.atLeast("max", min, max);
    }

    @Override
    public int[] ends() {
        List<Integer> ends = new ArrayList<>();
        for (long end = min; end < max; end *= 2) {
            ends.add((int) end);
        }
        ends.add(max);
        return ends.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Says why the question makes no sense for these learners.
     *
     * @param learners the learners by label
     * @param baseline the label of the one that differences are taken to
     * @return what {@code of} must be instead, or nothing
     */
    public Optional<String> obstacle(Map<String, ? extends PlayerSpec> learners, String baseline) {
        List<String> able = learners.keySet().stream()
                .filter(label -> metric().general()
                        || Objects.requireNonNull(learners.get(label)).recommends())
                .toList();
        if (able.isEmpty()) {
            return Optional.of("a metric that these learners have: none of them recommends an arm");
        } else if (difference() && !able.contains(baseline)) {
            return Optional.of("a metric that the baseline has, '" + baseline + "', which recommends no arm");
        }
        List<String> asked = able.stream()
                .filter(label -> !difference() || !label.equals(baseline))
                .toList();
        if (asked.isEmpty()) {
            return Optional.of("no difference where only '" + baseline + "' has that metric, the baseline");
        }
        return label().isEmpty() || asked.contains(label())
                ? Optional.empty()
                : Optional.of(
                        metric().key() + (difference() ? DIFFERENCE : "") + " of one of: " + String.join(", ", asked));
    }

    @Override
    public Optional<StopReport> at(int look, List<RunValues> trials, String baseline) {
        Map<String, RunValues> values = new LinkedHashMap<>();
        trials.stream().filter(each -> each.metric() == metric()).forEach(each -> values.put(each.learner(), each));
        RunValues reference = difference() ? values.remove(baseline) : null;
        String widest = "";
        double achieved = -1;
        for (RunValues each : values.values()) {
            if (label().isEmpty() || label().equals(each.learner())) {
                double width = RunSummary.of(reference == null ? each : each.minus(reference))
                        .halfWidth();
                widest = width > achieved ? each.learner() : widest;
                achieved = Math.max(width, achieved);
            }
        }
        return Optional.of(new StopReport(of, halfWidth, achieved, widest, look, looks(), ends()[look - 1]));
    }

    private Metric metric() {
        return Metric.valueOf(part(1).toUpperCase(Locale.ROOT));
    }

    private boolean difference() {
        return !part(2).isEmpty();
    }

    private String label() {
        return part(3);
    }

    private String part(int group) {
        Matcher parts = OF.matcher(of);
        return parts.matches() && parts.group(group) != null ? parts.group(group) : "";
    }
}
