package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kelvin.chart.Charts;
import kelvin.cli.text.ActivationCurves;
import kelvin.cli.text.ExplainedNeuron;
import kelvin.cli.text.NeuronActivation;
import kelvin.cli.text.NeuronLoss;
import kelvin.file.IoMessage;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options of a neuron and of the step by which it learns. */
final class NeuronArguments {
    private static final String FLAG = "--neuron";

    /** The options that mean something only to a neuron. */
    private static final List<String> OWN = List.of(
            "--inputs", "--weights", "--threshold", "--activation", "--loss", "--target", "--step-size", "--results");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = FLAG,
            description =
                    "Explains a neuron instead of a decision: weighted sum, threshold, activation, derivative, and what one"
                            + " step of learning changes.")
    private boolean neuron;

    @Option(
            names = "--inputs",
            paramLabel = "X",
            split = ",",
            defaultValue = "1,0.5",
            description = "The inputs of the neuron. Default: ${DEFAULT-VALUE}")
    private double[] inputs;

    @Option(
            names = "--weights",
            paramLabel = "W",
            split = ",",
            defaultValue = "0.8,-0.3",
            description = "Its weights, one for each input. Default: ${DEFAULT-VALUE}")
    private double[] weights;

    @Option(
            names = "--threshold",
            paramLabel = "θ",
            defaultValue = "0.2",
            description = "Its threshold, subtracted from the weighted sum. Default: ${DEFAULT-VALUE}")
    private double threshold;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            defaultValue = "sigmoid",
            converter = Activations.class,
            description = "Its activation: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private NeuronActivation activation;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            converter = Losses.class,
            description =
                    "The loss that it learns by: ${COMPLETION-CANDIDATES}. Default: log for sigmoid, perceptron for step,"
                            + " else squared")
    private @Nullable NeuronLoss loss;

    @Option(
            names = "--target",
            paramLabel = "T",
            defaultValue = "1",
            description = "The output that would have been right. Default: ${DEFAULT-VALUE}")
    private double target;

    @Option(
            names = "--step-size",
            paramLabel = "η",
            defaultValue = "0.5",
            description = "The step size of learning. Default: ${DEFAULT-VALUE}")
    private double stepSize;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description =
                    "Also draws the activation, its derivative and the neuron before and after the step into this folder.")
    private @Nullable Path results;

    /**
     * Returns whether a neuron is to be explained.
     *
     * @param others the options that mean something only to a decision
     * @param values whether there are values
     * @throws BadInput if options are given that do not go together
     */
    boolean given(List<String> others, boolean values) {
        ParseResult given = command.commandLine().getParseResult();
        (neuron ? others : OWN)
                .stream().filter(given::hasMatchedOption).findFirst().ifPresent(name -> {
                    throw new BadInput("found " + name
                            + (neuron ? " beside " + FLAG + ", must be one of the two" : " without " + FLAG));
                });
        if (neuron && values) {
            throw new BadInput("found values beside " + FLAG + ", must be one of the two");
        }
        return neuron;
    }

    /**
     * Explains the neuron, and draws it where that is asked for.
     *
     * @throws BadInput if a number or a length is not as it must be
     */
    void explain(PrintWriter out) {
        ExplainedNeuron explained = neuron();
        out.println(explained.text());
        if (results != null) {
            try {
                out.println();
                Charts.draw(ActivationCurves.of(explained), results, "neuron")
                        .forEach(file -> out.println(file + ": written"));
            } catch (IOException e) {
                throw new UncheckedIOException(results + ": the chart cannot be written: " + IoMessage.of(e), e);
            }
        }
    }

    private ExplainedNeuron neuron() {
        finite("--inputs", inputs);
        finite("--weights", weights);
        finite("--threshold", threshold);
        finite("--target", target);
        finite("--step-size", stepSize);
        if (weights.length != inputs.length) {
            throw new BadInput(
                    "--weights: found " + weights.length + ", must be " + inputs.length + ", one for each of --inputs");
        }
        if (stepSize <= 0) {
            throw new BadInput("--step-size: found " + stepSize + ", must be > 0");
        }
        NeuronLoss least = loss == null ? NeuronLoss.usual(activation) : loss;
        try {
            return new ExplainedNeuron(inputs, weights, threshold, activation, least, target, stepSize);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    /** Reads the name of an activation. */
    static final class Activations implements ITypeConverter<NeuronActivation> {
        @Override
        public NeuronActivation convert(String name) {
            return named(name, NeuronActivation.values());
        }
    }

    /** Reads the name of a loss. */
    static final class Losses implements ITypeConverter<NeuronLoss> {
        @Override
        public NeuronLoss convert(String name) {
            return named(name, NeuronLoss.values());
        }
    }

    private static <E> E named(String name, E[] all) {
        return Arrays.stream(all)
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("found '" + name + "', must be one of "
                        + Arrays.stream(all).map(String::valueOf).collect(Collectors.joining(", "))));
    }

    private static void finite(String option, double... numbers) {
        for (double x : numbers) {
            if (!Double.isFinite(x)) {
                throw new BadInput(option + ": found " + x + ", must be finite");
            }
        }
    }
}
