package kelvin.cli.check;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.cli.text.HumanUnits;
import kelvin.contract.Stability;
import kelvin.experiment.Experiment;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.slate.SlateLearner;
import kelvin.numeric.Exp;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.temperature.Diagnosis;
import kelvin.policy.temperature.SolvedTemperature;
import kelvin.policy.temperature.TemperatureFor;
import kelvin.random.Seed;
import kelvin.simulation.BanditScenario;
import kelvin.simulation.Compatibility;

/** Advice on a policy's temperature: the solved one, or that the given one has no effect; and on what else keeps learners from learning. */
@Stability(INTERNAL)
public final class TemperatureAdvice {
    /** The expected number of choices of another arm below which a learner counts as greedy. */
    private static final int SHOWN_DIGITS = 4;

    private static final double MAX_EXPECTED_SWITCHES = 0.1;

    private static final int FIRST = 1;

    private TemperatureAdvice() {}

    /**
     * Returns lines of advice about one decision.
     *
     * @param policy the policy
     * @param values the values of the actions
     * @return the lines; none where there is nothing to say
     */
    public static List<String> of(Policy policy, double[] values) {
        if (policy instanceof TemperatureFor goal) {
            SolvedTemperature solved = goal.temperature(values);
            return List.of("temperature " + solved.temperature() + " achieves " + solved.achieved() + ", which is "
                    + (solved.reached() ? "the target" : "as close to the target as these values allow"));
        }
        return Diagnosis.of(policy, values).map(Diagnosis::sentence).stream().toList();
    }

    /**
     * Lines about the learners whose bounds are not proven for these rewards, those that begin with the empty set for sure, and
     * those whose constant temperature would do nothing if they knew the true means: those of the first repetition where means vary,
     * averages over contexts where those are seen. None about agents.
     *
     * @param experiment the experiment
     * @return the lines
     */
    public static List<String> of(Experiment experiment) {
        return experiment.scenario() instanceof BanditScenario bandits ? of(experiment, bandits) : List.of();
    }

    private static List<String> of(Experiment experiment, BanditScenario bandits) {
        Bandit bandit =
                bandits.testbed().open(Seed.of(experiment.seed()).child(0).child("bandit"), experiment.horizon());
        double[] means =
                IntStream.range(0, bandit.arms()).mapToDouble(bandit::mean).toArray();
        bandit.advance(FIRST);
        String by = bandits.contextual() ? "', by the means over contexts: " : "', by the true means: ";
        List<String> lines = new ArrayList<>();
        bandits.learners().forEach((label, learner) -> {
            Compatibility.reservation(learner, bandits.testbed())
                    .ifPresent(reservation -> lines.add("learner '" + label + "': " + reservation));
            if (empty(
                    learner,
                    new BanditTask(
                            means.length, experiment.horizon(), bandit.context().features()),
                    bandit)) {
                lines.add("learner '" + label
                        + "': begins with the empty set for sure, sees no reward to learn from, and may give it for"
                        + " ever; initialValue of SubsetLearner, a model of probabilities such as Logistic, or an outlook that draws"
                        + " begins otherwise");
            }
            if (learner instanceof ValueLearner values && values.policy() instanceof Policy policy) {
                frozen(values, policy, means, experiment.horizon())
                        .ifPresent(line -> lines.add("learner '" + label + by + line));
                Diagnosis.of(policy, means)
                        .ifPresent(diagnosis -> lines.add("learner '" + label + by + diagnosis.sentence()));
            }
        });
        return lines;
    }

    /** Returns whether a learner's first set is sure to be empty. */
    private static boolean empty(LearnerSpec learner, BanditTask task, Bandit bandit) {
        if (learner.slates(task.actions()).least() > 0
                || !(learner.create(task, Seed.of(0).generator()) instanceof SlateLearner player)) {
            return false;
        }
        player.see(FIRST, bandit.context());
        double[] inclusion = new double[task.actions()];
        return player.inclusion(FIRST, inclusion) && Arrays.stream(inclusion).allMatch(p -> p == 0);
    }

    /**
     * Returns a warning that a low temperature hardly ever leaves the first arm tried: with that arm's estimate at its
     * true mean and the others' at the initial value, less than a tenth of another choice is expected until the
     * horizon. Of such arms that are not the best, the one with the smallest mean is named.
     */
    private static Optional<String> frozen(ValueLearner learner, Policy policy, double[] means, long horizon) {
        boolean tooShort = horizon <= means.length; // for trying every arm, and for what then persists
        if (learner.tryEachArmFirst() || tooShort || !(policy instanceof Softmax softmax)) {
            return Optional.empty();
        }
        double best = Arrays.stream(means).max().orElseThrow();
        return Arrays.stream(means)
                .filter(mean ->
                        mean < best && horizon / stay(softmax, learner, mean, means.length) < MAX_EXPECTED_SWITCHES)
                .boxed()
                .min(Comparator.naturalOrder())
                .map(mean -> {
                    double stay = stay(softmax, learner, mean, means.length);
                    return "from an arm tried first and estimated at " + rounded(mean)
                            + ", it switches to those still at the initial value "
                            + learner.initialValue()
                            + (stay < Long.MAX_VALUE
                                    ? " once in " + HumanUnits.count((long) stay) + " decisions"
                                    : " never")
                            + ", within a horizon of " + HumanUnits.count(horizon)
                            + ": a bad start may persist. tryEachArmFirst of ValueLearner tries every arm once";
                });
    }

    private static double rounded(double mean) {
        return new BigDecimal(mean).round(new MathContext(SHOWN_DIGITS)).doubleValue();
    }

    /**
     * Returns the mean number of decisions per choice of another arm, while all other arms are at the initial value.
     */
    private static double stay(Softmax softmax, ValueLearner learner, double mean, int arms) {
        return 1 + Exp.of((mean - learner.initialValue()) / softmax.temperature()) / (arms - 1);
    }
}
