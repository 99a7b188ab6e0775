package kelvin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kelvin.experiment.Experiment;
import kelvin.experiment.TraceRequest;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.slate.SlateLearner;
import kelvin.random.Seed;
import kelvin.simulation.Walker;

/** Checks which quantities an experiment can trace, and which learners lack some of them. */
final class Traceable {
    private static final long TRIES = 1000;

    private Traceable() {}

    static List<String> of(Experiment experiment) {
        return experiment.trace().map(trace -> of(experiment, trace)).orElse(List.of());
    }

    private static List<String> of(Experiment experiment, TraceRequest trace) {
        int points = trace.steps().steps(experiment.horizon()).length;
        List<String> lines = new ArrayList<>();
        lines.add("traced at " + HumanUnits.count(points) + " of "
                + HumanUnits.count(experiment.horizon()) + experiment.unit().say(" steps") + ", mean over repetitions"
                + (trace.runs().isEmpty() ? "" : " and runs " + trace.runs()) + ": trace.csv");
        double[] numbers = new double[experiment.testbed().size()];
        lack(
                experiment,
                "probabilities in closed form",
                p -> p instanceof SlateLearner several ? several.inclusion(1, numbers) : p.probabilities(1, numbers),
                lines);
        lack(experiment, "estimated values", player -> player.values(1, numbers), lines);
        lack(experiment, "a temperature", Traceable::tempered, lines);
        return lines;
    }

    /** Returns true if the learner has a temperature, possibly after trying every action once. */
    private static boolean tempered(Learner player) {
        long step = 1;
        while (Double.isNaN(player.temperature(step)) && step < TRIES && !(player instanceof SlateLearner)) {
            player.select(step);
            step++;
        }
        return !Double.isNaN(player.temperature(step));
    }

    /** Lists the quantities that a learner lacks; agents are not asked, since none of the rest is traced for them. */
    private static void lack(Experiment experiment, String what, Predicate<Learner> has, List<String> lines) {
        BanditTask problem = new BanditTask(experiment.testbed().size(), experiment.horizon());
        String those = experiment.learners().entrySet().stream()
                .filter(each -> !(each.getValue() instanceof Walker))
                .filter(each -> !has.test(player(each.getValue(), problem)))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (!those.isEmpty()) {
            lines.add("without " + what + ", left empty: " + those);
        }
    }

    private static Learner player(LearnerSpec spec, BanditTask problem) {
        return spec.create(problem, Seed.of(0).generator());
    }
}
