package kelvin.cli.check;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.cli.text.HumanUnits;
import kelvin.contract.LabelList;
import kelvin.contract.Stability;
import kelvin.experiment.Experiment;
import kelvin.experiment.TraceRequest;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.slate.SlateLearner;
import kelvin.metric.TracedQuantity;
import kelvin.model.Context;
import kelvin.random.Seed;
import kelvin.simulation.BanditScenario;
import kelvin.simulation.EpisodeScenario;

/** Checks which quantities an experiment can trace, and which learners lack some of them. */
@Stability(INTERNAL)
public final class Traceable {
    private static final long MAX_INITIAL_STEPS = 1000;
    private static final String PROBABILITIES = "probabilities in closed form";
    private static final String VALUES = "estimated values";
    private static final String TEMPERATURE = "a temperature";

    private Traceable() {}

    /**
     * Returns lines about what is traced.
     *
     * @param experiment the experiment
     * @return the lines; none if nothing is traced
     */
    public static List<String> of(Experiment experiment) {
        return experiment.trace().map(trace -> of(experiment, trace)).orElse(List.of());
    }

    private static List<String> of(Experiment experiment, TraceRequest trace) {
        int points = trace.steps(experiment.horizon(), experiment.scenario().changes()).length;
        List<String> lines = new ArrayList<>();
        lines.add("traced at " + HumanUnits.count(points) + " of "
                + HumanUnits.count(experiment.horizon()) + " "
                + experiment.unit().plural() + ", mean over repetitions"
                + (trace.runs().isEmpty() ? "" : " and runs " + trace.runs()) + ": trace.csv");
        if (experiment.scenario() instanceof BanditScenario bandits) {
            lack(bandits, experiment.horizon(), lines);
        } else if (experiment.scenario() instanceof EpisodeScenario episodes) {
            lack(PROBABILITIES, episodes.without(TracedQuantity.PROBABILITY).stream(), lines);
            lack(VALUES, episodes.without(TracedQuantity.VALUE).stream(), lines);
            lack(TEMPERATURE, episodes.without(TracedQuantity.TEMPERATURE).stream(), lines);
        }
        return lines;
    }

    /** Names the learners that lack something of what is traced. */
    private static void lack(BanditScenario bandits, long horizon, List<String> lines) {
        double[] numbers = new double[bandits.actions()];
        Context context = new Context(bandits.actions(), bandits.testbed().features());
        lack(
                bandits,
                horizon,
                PROBABILITIES,
                p -> p instanceof SlateLearner several ? several.inclusion(1, numbers) : p.probabilities(1, numbers),
                lines);
        lack(bandits, horizon, VALUES, player -> player.values(1, numbers), lines);
        lack(bandits, horizon, TEMPERATURE, player -> tempered(player, context), lines);
    }

    /** Returns true if the learner has a temperature, possibly after trying every action once. */
    private static boolean tempered(Learner player, Context context) {
        long step = 1;
        while (Double.isNaN(player.temperature(step))
                && step < MAX_INITIAL_STEPS
                && !(player instanceof SlateLearner)) {
            player.select(step);
            step++;
            player.see(step, context);
        }
        return !Double.isNaN(player.temperature(step));
    }

    /** Names the learners that lack a quantity. */
    private static void lack(
            BanditScenario bandits, long horizon, String what, Predicate<Learner> has, List<String> lines) {
        BanditTask problem =
                new BanditTask(bandits.actions(), horizon, bandits.testbed().features());
        lack(
                what,
                bandits.learners().entrySet().stream()
                        .filter(each -> !has.test(player(each.getValue(), problem)))
                        .map(Map.Entry::getKey),
                lines);
    }

    private static void lack(String what, Stream<String> labels, List<String> lines) {
        String those = labels.map(LabelList::item).collect(Collectors.joining(", "));
        if (!those.isEmpty()) {
            lines.add("without " + what + ", left empty: " + those);
        }
    }

    private static Learner player(LearnerSpec spec, BanditTask problem) {
        Learner player = spec.create(problem, Seed.of(0).generator());
        player.see(1, new Context(problem.actions(), problem.features()));
        return player;
    }
}
