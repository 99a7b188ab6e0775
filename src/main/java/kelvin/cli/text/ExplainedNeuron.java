package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Stability;

/**
 * Explains a neuron, and what one step of learning changes in it.
 *
 * <pre>
 *   z = Σ wᵢxᵢ − θ,   output f(z);   wᵢ ← wᵢ + η·delta·xᵢ,   θ ← θ − η·delta,   delta = −∂loss/∂z
 * </pre>
 *
 * @param inputs x, at least one
 * @param weights w, as many
 * @param threshold θ
 * @param activation f
 * @param loss what is to become less
 * @param target the output that would have been right
 * @param stepSize η
 */
@Stability(INTERNAL)
public record ExplainedNeuron(
        double[] inputs,
        double[] weights,
        double threshold,
        NeuronActivation activation,
        NeuronLoss loss,
        double target,
        double stepSize) {
    private static final List<String> HEADER =
            List.of("", "input x", "weight w", "w·x", "change", "new weight", "new w·x");

    /**
     * Checks that there is something to explain.
     *
     * @throws IllegalArgumentException if the loss does not fit the activation or the target, or a sum overflows; names the option
     */
    public ExplainedNeuron {
        loss.obstacle(activation, target).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        double z = sum(inputs, weights, threshold);
        double step = stepSize * loss.delta(activation, z, target);
        if (!Double.isFinite(z) || !Double.isFinite(sum(inputs, moved(inputs, weights, step), threshold - step))) {
            throw new IllegalArgumentException("the weighted sum overflows, must be finite before and after the step");
        }
    }

    /** Returns the weighted sum less the threshold. */
    private static double sum(double[] inputs, double[] weights, double threshold) {
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += weights[i] * inputs[i];
        }
        return sum - threshold;
    }

    private static double[] moved(double[] inputs, double[] weights, double step) {
        double[] moved = weights.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * inputs[i];
        }
        return moved;
    }

    private double step() {
        return stepSize * loss.delta(activation, sum(), target);
    }

    /**
     * Returns the weighted sum less the threshold.
     *
     * @return z
     */
    public double sum() {
        return sum(inputs, weights, threshold);
    }

    /**
     * Returns the neuron after the step of learning, with the same input.
     *
     * @return the neuron, which would learn on
     */
    public ExplainedNeuron learnt() {
        double step = step();
        return new ExplainedNeuron(
                inputs, moved(inputs, weights, step), threshold - step, activation, loss, target, stepSize);
    }

    /** Returns whether the step is so large that the loss grows. */
    boolean overshoots() {
        return loss != NeuronLoss.PERCEPTRON
                && loss.of(activation, learnt().sum(), target) > loss.of(activation, sum(), target);
    }

    /**
     * Returns the explanation as a table and some sentences.
     *
     * @return the text
     */
    public String text() {
        return "A neuron: f(z) with z = Σ w·x − θ, f(z) = " + activation.formula() + "; learns target " + target
                + " with step size " + stepSize + "\n\n" + table() + "\n\n" + String.join("\n", sentences());
    }

    private Table table() {
        ExplainedNeuron learnt = learnt();
        Table table = new Table(HEADER);
        for (int i = 0; i < inputs.length; i++) {
            table.row(row(String.valueOf(i + 1), inputs[i], weights[i], learnt.weights[i]));
        }
        table.row(row("threshold θ", -1, threshold, learnt.threshold));
        double z = sum();
        double after = learnt.sum();
        table.row(result("sum z", z, after));
        table.row(result("output f(z)", activation.of(z), activation.of(after)));
        table.row(result("derivative f′(z)", activation.derivative(z), activation.derivative(after)));
        table.row(result(loss.title(), loss.of(activation, z, target), loss.of(activation, after, target)));
        return table;
    }

    private List<String> row(String name, double input, double weight, double learnt) {
        return List.of(
                name,
                String.valueOf(input),
                String.valueOf(weight),
                Table.number(weight * input),
                Table.number(step() * input),
                Table.number(learnt),
                Table.number(learnt * input));
    }

    private static List<String> result(String name, double before, double after) {
        return List.of(name, "", "", Table.number(before), "", "", Table.number(after));
    }

    private List<String> sentences() {
        double z = sum();
        double error = loss == NeuronLoss.LOG ? loss.delta(activation, z, target) : target - activation.of(z);
        double slope = activation.derivative(z);
        double delta = loss.delta(activation, z, target);
        List<String> lines = new ArrayList<>();
        lines.add("The threshold is the weight of an input that is always −1. "
                + (activation == NeuronActivation.SIGMOID
                        ? "The output is the probability of 1; the sum is its logit."
                        : activation == NeuronActivation.STEP
                                ? "The neuron " + (z >= 0 ? "fires." : "does not fire.")
                                : "The derivative is how much the output gains per unit of the sum."));
        lines.add("The error is target − output = " + Table.number(error)
                + "; each weight changes by step size · delta · input, where");
        lines.add(
                switch (loss) {
                    case LOG ->
                        "delta = error: under log-loss the derivative cancels. Under squared error delta would be"
                                + " error · f′(z) = " + Table.number(error * slope) + ".";
                    case SQUARED ->
                        "delta = error · f′(z) = " + Table.number(delta) + "."
                                + (slope == 0
                                        ? " The derivative is 0: nothing is learnt, however wrong the output."
                                        : "");
                    case PERCEPTRON ->
                        "delta = error: the perceptron's rule. "
                                + (error == 0
                                        ? "The output is right: nothing is learnt."
                                        : "By the derivative, which is 0, nothing would be learnt.");
                });
        if (overshoots()) {
            lines.add("The step is too large: it leads past the target, where the loss is larger than before.");
        }
        return lines;
    }
}
