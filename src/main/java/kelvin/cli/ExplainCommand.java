package kelvin.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.cli.text.ContextualChoice;
import kelvin.cli.text.ExplainedContext;
import kelvin.cli.text.ExplainedDecision;
import kelvin.cli.text.ExplainedSet;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kelvin explain}: explains one decision step by step. */
@Command(
        name = "explain",
        description =
                "Shows how action values become one action: values, logits, weights, probabilities, draw; beside them the"
                        + " sigmoid of each value on its own. Or how they become a set of actions, or how a neuron computes and"
                        + " learns.",
        footer = {
            "",
            "Examples:",
            "  kelvin explain 1.2 -0.1 2.4",
            "  kelvin explain 1.2 -inf 2.4 --seed 7",
            "  kelvin explain 1.2 -0.1 2.4 --policy '{SigmoidGate: {threshold: 0.5, temperature: 0.2}}'",
            "  kelvin explain 1.2 -0.1 2.4 --policy '{ExactlyM: {m: 2, temperature: 1}}'",
            "  kelvin explain --model policy.json --context age=30,country=FR --outlook '{Optimistic: {bonus: 1}}'",
            "  kelvin explain --neuron --inputs 1,0.5 --weights 0.8,-0.3 --activation tanh --target 1"
        })
final class ExplainCommand implements Callable<Integer> {
    /** The options that mean something only to a decision. */
    private static final List<String> DECISION =
            List.of("--policy", "--seed", "--model", "--context", "--outlook", "--actions", "--classpath");

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Mixin
    private ValueArguments values;

    @Mixin
    private ContextArguments contexts;

    @Mixin
    private NeuronArguments neuron;

    @Option(
            names = "--policy",
            paramLabel = "YAML",
            defaultValue = "{Softmax: {temperature: 1}}",
            description =
                    "The policy or subset policy as an experiment file names it; a scheduled one is taken at step 1."
                            + " Default: ${DEFAULT-VALUE}")
    private String policy;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the draw. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Override
    public Integer call() {
        if (neuron.given(DECISION, values.given())) {
            neuron.explain(spec.commandLine().getOut());
            return 0;
        }
        Object named = classpath.catalog().anyPolicy("--policy", policy);
        Object first = named instanceof PolicySchedule schedule ? schedule.at(1) : named;
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (contexts.given()) {
                explainContext(first, out);
            } else {
                explainValues(first, out);
            }
        } catch (RuntimeException e) {
            throw FailureMessage.of(first, e);
        }
        return 0;
    }

    private void explainValues(Object first, PrintWriter out) {
        double[] q = values.numbers();
        ExplainedDecision decision = first instanceof SubsetPolicy subset
                ? ExplainedSet.of(subset, q, Seed.of(seed))
                : ExplainedDecision.of((Policy) first, q, Seed.of(seed));
        out.println(first + ", seed " + seed + "\n\n" + decision.text());
        if (first instanceof Policy single) {
            TemperatureAdvice.of(single, q).forEach(out::println);
        }
    }

    private void explainContext(Object first, PrintWriter out) {
        ContextArguments.Seen seen = contexts.read(classpath.catalog(), Seed.of(seed));
        ContextualChoice choice =
                contexts.choice(classpath.catalog(), seen, contexts.named(spec, first), values, Seed.of(seed));
        if (!seen.unknown().isEmpty()) {
            out.println("warning: the model has never seen such a category, taken as none of the known ones: "
                    + String.join(", ", seen.unknown()) + "\n");
        }
        out.println(seen.spec() + ", " + contexts.outlook() + ", " + choice.policy() + ", seed " + seed + "\n");
        out.println(ExplainedContext.of(seen.model(), seen.spec().widths(), choice, Seed.of(seed))
                .text());
        ExplainedContext.shares(seen.model(), seen.context(), seen.names())
                .ifPresent(shares -> out.println("\n" + shares));
    }
}
