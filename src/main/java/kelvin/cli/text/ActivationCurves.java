package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.Profiles;
import kelvin.contract.Stability;

/** Draws activations beside their derivatives, alone or with a neuron before and after a step of learning. */
@Stability(INTERNAL)
public final class ActivationCurves {
    private static final double EDGE = 4;
    private static final int POINTS_PER_UNIT = 4;
    private static final int MAX_POINTS = 1000;
    private static final double TOP = 1.25;
    private static final String CAPTION =
            "The derivative is how much of an error comes through: of a sigmoid at most 1/4, of tanh at"
                    + " most 1, of a ReLU 1 or nothing.";

    private ActivationCurves() {}

    /**
     * Returns the chart of activations and their derivatives over sums from −4 to 4, cut off above 1.25.
     *
     * @param activations one panel each
     * @return the chart
     */
    public static Profiles of(List<NeuronActivation> activations) {
        double[] z = places(EDGE);
        return profiles(
                "How much of an error does each activation let through?",
                CAPTION + " Outputs are cut off above 1.25.",
                List.of(),
                z,
                activations.stream()
                        .map(f -> new Profiles.Plot(f.toString(), curves(f, z, TOP)))
                        .toList());
    }

    /**
     * Returns the chart of a neuron's activation and derivative, with its output before and after it has learnt.
     *
     * @param neuron the neuron before
     * @return the chart
     */
    public static Profiles of(ExplainedNeuron neuron) {
        double before = neuron.sum();
        double after = neuron.learnt().sum();
        double edge = Math.max(EDGE, Math.ceil(Math.max(Math.abs(before), Math.abs(after))));
        double[] z = DoubleStream.concat(DoubleStream.of(before, after), DoubleStream.of(places(edge)))
                .sorted()
                .toArray();
        NeuronActivation f = neuron.activation();
        List<double[]> lines = new ArrayList<>(curves(f, z, Double.POSITIVE_INFINITY));
        lines.add(mark(z, before, f.of(before)));
        lines.add(mark(z, after, f.of(after)));
        return profiles(
                "What does one step of learning change?",
                "A step " + (neuron.overshoots() ? "past" : "towards") + " the target " + neuron.target()
                        + ": the sum goes from " + Table.number(before) + " to "
                        + Table.number(after) + "."
                        + (neuron.overshoots() ? " It is too large: the loss grows." : "")
                        + " The derivative is how much the output gains per unit of the sum.",
                List.of("before", "after"),
                z,
                List.of(new Profiles.Plot(f.toString(), lines)));
    }

    private static Profiles profiles(
            String title, String caption, List<String> marks, double[] z, List<Profiles.Plot> plots) {
        List<String> labels = Stream.concat(Stream.of("output f(z)", "derivative f′(z)"), marks.stream())
                .toList();
        return new Profiles(title, caption, "sum z = Σ w·x − θ", "output, derivative", "", labels, z, plots);
    }

    private static List<double[]> curves(NeuronActivation f, double[] z, double top) {
        return Stream.<DoubleUnaryOperator>of(f::of, f::derivative)
                .map(curve -> DoubleStream.of(z)
                        .map(curve)
                        .map(y -> y > top ? Double.NaN : y)
                        .toArray())
                .toList();
    }

    private static double[] mark(double[] z, double at, double output) {
        double[] mark = new double[z.length];
        Arrays.fill(mark, Double.NaN);
        mark[Arrays.binarySearch(z, at)] = output;
        return mark;
    }

    /** Returns places from −edge to edge, on both sides of 0, where an activation or its derivative may jump. */
    private static double[] places(double edge) {
        int half = (int) Math.min(MAX_POINTS, edge * POINTS_PER_UNIT);
        return IntStream.rangeClosed(-half, half)
                .mapToDouble(i -> edge * i / half)
                .flatMap(z -> z == 0 ? DoubleStream.of(-Double.MIN_VALUE, Double.MIN_VALUE) : DoubleStream.of(z))
                .toArray();
    }
}
