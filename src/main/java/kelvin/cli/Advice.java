package kelvin.cli;

import java.util.ArrayList;
import java.util.List;
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
                Diagnosis.of(policy, means)
                        .ifPresent(diagnosis ->
                                lines.add("learner '" + label + "', by the true means: " + diagnosis.sentence()));
            }
        });
        return lines;
    }
}
