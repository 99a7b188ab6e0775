package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kelvin.chart.Charts;
import kelvin.chart.LogLines;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.LayerShares;
import kelvin.file.IoMessage;
import kelvin.model.network.Activation;
import kelvin.model.network.GradientFlow;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kelvin layers}: measures vanishing and exploding gradients in random networks. */
@Command(
        name = "layers",
        description =
                "Shows what is left of a gradient that has come back through the layers of a network, by activation: vanishing and"
                        + " exploding gradients, in random networks and in infinitely wide ones.",
        footer = {
            "",
            "Examples:",
            "  kelvin layers",
            "  kelvin layers --activation sigmoid --weights 1,16",
            "  kelvin layers --activation sigmoid,tanh --residual --depth 20",
            "  kelvin layers --results results/layers"
        })
final class LayersCommand implements Callable<Integer> {
    /** The limits within which no number of a network is cut off. */
    private static final int MAX_DEPTH = 20;

    private static final double MIN_WEIGHTS = 0.01;
    private static final double MAX_WEIGHTS = 100;
    /** The largest number of multiplications, which take about half a minute. */
    private static final double MAX_WORK = 1e10;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "sigmoid,tanh,relu",
            description = "Activations to compare: sigmoid, tanh, relu, identity. Default: ${DEFAULT-VALUE}")
    private List<String> activations;

    @Option(
            names = "--weights",
            paramLabel = "X",
            split = ",",
            defaultValue = "1",
            description = "The variance of a weight, times the width, from 0.01 to 100: 1 is LeCun's initialisation, 2"
                    + " He's; several to compare. Default: ${DEFAULT-VALUE}")
    private List<Double> weights;

    @Option(
            names = "--residual",
            description = "Compares each with the same network in which every layer adds its input.")
    private boolean residual;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "10",
            description = "The largest number of layers, from 1 to 20. Default: ${DEFAULT-VALUE}")
    private int depth;

    @Option(
            names = "--width",
            paramLabel = "N",
            defaultValue = "32",
            description = "The number of neurons in a layer, from 2 to 1024. Default: ${DEFAULT-VALUE}")
    private int width;

    @Option(
            names = "--networks",
            paramLabel = "N",
            defaultValue = "400",
            description = "The number of random networks, at least 2. Default: ${DEFAULT-VALUE}")
    private int networks;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the networks. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Draws the chart into this folder, and writes the squared shares beside it, gradients.csv.")
    private @Nullable Path results;

    @Override
    public Integer call() {
        within("--depth", depth, 1, MAX_DEPTH);
        within("--width", width, 2, 1024);
        within("--networks", networks, 2, 100_000);
        for (double each : weights) {
            within("--weights", each, MIN_WEIGHTS, MAX_WEIGHTS);
        }
        int kinds = activations.size() * weights.size() * (residual ? 2 : 1);
        int most = (int) Math.max(2, MAX_WORK / ((double) kinds * depth * depth * width * width));
        if (networks > most) {
            throw new BadInput("--networks: found " + networks + ", must be at most " + most + " for "
                    + HumanUnits.count(kinds, "kind") + " of depth " + depth + " and width " + width);
        }
        Map<String, LayerShares> found = new LinkedHashMap<>();
        for (String name : activations) {
            for (double each : weights) {
                Stream.of(false, true).filter(adds -> residual || !adds).forEach(adds -> {
                    GradientFlow flow = new GradientFlow(activation(name), each, adds);
                    GradientFlow.Sample sample = flow.networks(depth, width, networks, Seed.of(seed));
                    found.put(label(flow), new LayerShares(flow, flow.wide(depth), sample));
                });
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("What is left of a gradient that has come back through so many layers, as a root mean square over "
                + sample() + "; in brackets, in infinitely wide ones\n");
        out.println(LayerShares.table(found));
        if (results != null) {
            write(found, results);
            out.println();
            out.println(results.resolve("gradients.png") + ": drawn");
            out.println(results.resolve("gradients.csv") + ": written");
        }
        return 0;
    }

    private static void within(String option, double x, double low, double high) {
        if (!(x >= low && x <= high)) {
            throw new BadInput(option + ": found " + LayerShares.plain(x) + ", must be in [" + LayerShares.plain(low)
                    + ", " + LayerShares.plain(high) + "]");
        }
    }

    private static Activation activation(String name) {
        return Arrays.stream(Activation.values())
                .filter(each -> LayerShares.name(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("--activation: found '" + name + "', must be one of "
                        + Arrays.stream(Activation.values())
                                .map(LayerShares::name)
                                .collect(Collectors.joining(", "))));
    }

    private String label(GradientFlow flow) {
        return LayerShares.name(flow.activation())
                + (weights.size() > 1 ? " " + LayerShares.plain(flow.weights()) + "/n" : "")
                + (flow.residual() ? ", residual" : "");
    }

    private String sample() {
        String variance =
                weights.size() > 1 ? "" : ", weights N(0, " + LayerShares.plain(weights.get(0)) + "/" + width + ")";
        return HumanUnits.count(networks, "network") + " of width " + width + variance + ", seed " + seed;
    }

    private void write(Map<String, LayerShares> found, Path folder) {
        LogLines lines = new LogLines(
                "What is left of a gradient after so many layers?",
                "Root mean square of the gradient by the inputs, relative to the gradient by the outputs of the last layer. Dots: "
                        + sample() + "; lines: infinitely wide networks."
                        + (weights.size() > 1 ? " k/n: weights have variance k/width." : "")
                        + (residual ? " Residual: every layer adds its input." : ""),
                "layers",
                "share of the gradient",
                LongStream.rangeClosed(0, depth).toArray(),
                false,
                found.entrySet().stream()
                        .map(each -> each.getValue().line(each.getKey()))
                        .toList());
        try {
            Charts.draw(lines, folder, "gradients");
            ReportFiles.write(folder.resolve("gradients.csv"), LayerShares.csv(found.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the results cannot be written: " + IoMessage.of(e), e);
        }
    }
}
