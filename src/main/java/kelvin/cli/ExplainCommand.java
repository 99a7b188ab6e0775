package kelvin.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.cli.check.TemperatureAdvice;
import kelvin.cli.console.Colours;
import kelvin.cli.console.UsageError;
import kelvin.cli.text.ContextualChoice;
import kelvin.cli.text.DecisionOptions;
import kelvin.cli.text.ExplainedContext;
import kelvin.cli.text.ExplainedDecision;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
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
                        + " sigmoid gate of each value on its own, at the same temperature; then bars, entropy and expected loss. Or how they become a set of actions, or how a neuron computes and"
                        + " learns.",
        footer = {
            "",
            "Examples:",
            "  kelvin explain 1.2 -0.1 2.4",
            "  kelvin explain 1.2 -inf 2.4 --seed 7 --draws 10000",
            "  kelvin explain 1.2 -0.1 2.4 --temperature 0.1,1,10 --html slide.html",
            "  kelvin explain 1.2 -0.1 2.4 --raise 2=0.5",
            "  kelvin explain 1.2 -0.1 2.4 --policy '{SigmoidGate: {threshold: 0.5, temperature: 0.2}}'",
            "  kelvin explain 1.2 -0.1 2.4 --policy '{ExactlyM: {m: 2, temperature: 1}}'",
            "  kelvin explain --model policy.json --context age=30,country=FR --outlook '{Optimistic: {bonus: 1}}'",
            "  kelvin explain --neuron --inputs 1,0.5 --weights 0.8,-0.3 --activation tanh --target 1"
        })
final class ExplainCommand implements Callable<Integer> {
    /** The options that mean something only to a decision. */
    private static final List<String> DECISION = Stream.concat(
                    Stream.of("--policy", "--seed", "--model", "--context", "--outlook", "--actions", "--classpath"),
                    DecisionOptions.NAMES.stream())
            .toList();

    private final boolean blocks;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Mixin
    private ValueArguments values;

    @Mixin
    private DecisionOptions shown;

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

    /**
     * Creates the command.
     *
     * @param blocks whether what shows the output can show blocks of Unicode; else bars are ASCII
     */
    ExplainCommand(boolean blocks) {
        this.blocks = blocks;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (neuron.given(DECISION, values.given())) {
            neuron.explain(out);
            return 0;
        }
        Object named = classpath.catalog().anyPolicy("--policy", policy);
        Object first = named instanceof PolicySchedule schedule ? schedule.at(1) : named;
        try {
            if (contexts.given()) {
                requireNone(DecisionOptions.NAMES);
                explainContext(first, out);
            } else {
                explainValues(first, out);
            }
        } catch (IllegalArgumentException e) {
            throw UsageError.refused(spec, e);
        }
        return 0;
    }

    private void explainValues(Object first, PrintWriter out) {
        double[] q = values.numbers();
        List<Object> policies = shown.policies(first);
        ExplainedDecision decision = shown.explained(policies, q, draw());
        String names = policies.stream().map(String::valueOf).collect(Collectors.joining("\n")) + ", seed " + seed;
        out.println(names + "\n\n" + Colours.of(spec.commandLine()).bars(decision.text(blocks)));
        for (Object each : policies) {
            if (each instanceof Policy single) {
                TemperatureAdvice.of(single, q).forEach(out::println);
            }
        }
        String title =
                policies.get(0).getClass().getSimpleName() + (policies.size() == 1 ? "" : " at several temperatures");
        shown.write(() -> decision.slide(title, names.replace('\n', ' '), q))
                .ifPresent(file -> out.println("\n" + file + ": written"));
    }

    /** Returns the seed of the draw: a stream with a name of its own, as everything random has in Kelvin. */
    private Seed draw() {
        return Seed.of(seed).child("draw");
    }

    private void requireNone(List<String> options) {
        options.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .findFirst()
                .ifPresent(name -> {
                    throw new BadInput("found " + name + " beside --model, must be one of the two");
                });
    }

    private void explainContext(Object first, PrintWriter out) {
        ContextArguments.Seen seen = contexts.read(classpath.catalog(), Seed.of(seed));
        ContextualChoice choice =
                contexts.choice(classpath.catalog(), seen, contexts.named(spec, first), values, Seed.of(seed));
        String text = ExplainedContext.of(seen.model(), seen.spec().widths(), choice, draw())
                .text(blocks);
        seen.warning().ifPresent(out::println);
        out.println(seen.spec() + ", " + contexts.outlook() + ", " + choice.policy() + ", seed " + seed + "\n");
        out.println(Colours.of(spec.commandLine()).bars(text));
        ExplainedContext.shares(seen.model(), seen.context(), seen.names())
                .ifPresent(shares -> out.println("\n" + shares));
    }
}
