package kelvin.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.experiment.Experiment;
import kelvin.learner.ValueLearner;
import kelvin.policy.Diagnosis;
import kelvin.policy.Policy;
import kelvin.policy.SolvedTemperature;
import kelvin.policy.TemperatureFor;
import kelvin.random.Seed;
import kelvin.simulation.Fit;

/** What is worth knowing of a policy's temperature: the one solved for, or that the one given does nothing. */
final class Advice {
    /** How many choices of another arm are hardly any. */
    private static final double RARE = 0.1;

    private Advice() {}

    /** Lines about one decision; none where there is nothing to say. */
    static List<String> of(Policy policy, double[] values) {
        if (policy instanceof TemperatureFor goal) {
            SolvedTemperature solved = goal.temperature(values);
            return List.of("temperature " + solved.temperature() + " achieves " + solved.achieved() + ", which is "
                    + (solved.reached() ? "the target" : "as near the target as these values allow"));
        }
        return Diagnosis.of(policy, values).map(Diagnosis::sentence).stream().toList();
    }

    /**
     * Lines about the learners whose bounds are not proven for these rewards, and those whose constant temperature would do nothing if they knew the true means, those of the first
     * repetition where they are redrawn.
     */
    static List<String> of(Experiment experiment) {
        Bandit bandit =
                experiment.testbed().open(Seed.of(experiment.seed()).child(0).child("bandit"), experiment.horizon());
        double[] means =
                IntStream.range(0, bandit.arms()).mapToDouble(bandit::mean).toArray();
        List<String> lines = new ArrayList<>();
        experiment.learners().forEach((label, learner) -> {
            Fit.reservation(learner, experiment.testbed())
                    .ifPresent(reservation -> lines.add("learner '" + label + "': " + reservation));
            if (learner instanceof ValueLearner values && values.policy() instanceof Policy policy) {
                frozen(values, policy, means, experiment.horizon())
                        .ifPresent(line -> lines.add("learner '" + label + "', by the true means: " + line));
                Diagnosis.of(policy, means)
                        .ifPresent(diagnosis ->
                                lines.add("learner '" + label + "', by the true means: " + diagnosis.sentence()));
            }
        });
        return lines;
    }

    /**
     * A warning that a low temperature hardly ever leaves the arm tried first: with that arm's estimate at its true mean and the others'
     * at the initial value, less than a tenth of another choice is expected until the horizon. Of such arms that are not the best, the
     * one with the smallest mean is named.
     */
    private static Optional<String> frozen(ValueLearner learner, Policy policy, double[] means, long horizon) {
        double best = Arrays.stream(means).max().orElseThrow();
        if (learner.tryEachArmFirst() || Double.isNaN(policy.temperatureAt(means))) {
            return Optional.empty();
        }
        return IntStream.range(0, means.length)
                .filter(arm -> means[arm] < best && leaving(policy, learner, arm, means) * horizon < RARE)
                .boxed()
                .min(Comparator.comparingDouble(arm -> means[arm]))
                .map(arm -> {
                    double often = 1 / leaving(policy, learner, arm, means);
                    return "an arm tried first and estimated at " + means[arm]
                            + " is left for those still at the initial value "
                            + learner.initialValue()
                            + (often < Long.MAX_VALUE
                                    ? " once in " + Quantities.count((long) often) + " decisions"
                                    : " never")
                            + ", the horizon being " + Quantities.count(horizon)
                            + ": a bad start may last. tryEachArmFirst of ValueLearner tries every arm once";
                });
    }

    /** The probability of choosing any other arm, all of which are at the initial value. */
    private static double leaving(Policy policy, ValueLearner learner, int arm, double[] means) {
        double[] estimates = new double[means.length];
        Arrays.fill(estimates, learner.initialValue());
        estimates[arm] = means[arm];
        double[] p = policy.probabilities(estimates);
        p[arm] = 0;
        return Arrays.stream(p).sum();
    }
}
