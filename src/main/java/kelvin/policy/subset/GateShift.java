package kelvin.policy.subset;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;
import kelvin.numeric.Root;
import kelvin.numeric.Sigmoid;
import kelvin.policy.ValueChecks;

/** Solver for the threshold of {@link ExpectedOpen}; it holds its arrays, so that solving again allocates nothing. */
final class GateShift implements DoubleUnaryOperator {
    /** The values in ascending order, then their logits. */
    private final double[] sorted;

    private int firstSure;
    private double part;

    GateShift(int actions) {
        sorted = new double[actions];
    }

    /** Writes the logits as {@link ExpectedOpen#logits} does. */
    void logits(ExpectedOpen wanted, double[] values, double temperature, double[] out) {
        double gates = wanted.gates();
        ValueChecks.best(values, out);
        if (gates == SubsetChecks.enough("gates", gates, values)) {
            for (int i = 0; i < values.length; i++) {
                out[i] = values[i] == Double.NEGATIVE_INFINITY ? values[i] : Double.POSITIVE_INFINITY;
            }
            return;
        }
        System.arraycopy(values, 0, sorted, 0, values.length);
        Arrays.sort(sorted);
        firstSure = sorted.length - (int) gates;
        part = gates - (int) gates;
        double reference = sorted[part > 0 ? firstSure - 1 : firstSure];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = ValueChecks.logit(sorted[i], reference, temperature);
        }
        double shift = shift();
        for (int i = 0; i < values.length; i++) {
            out[i] = ValueChecks.logit(values[i], reference, temperature) - shift;
        }
    }

    /**
     * Returns the shift of the logits that leaves {@code part} more gates open than there are sure ones. At the lower
     * bracket the gates from the best unsure one upwards stand open but for 1/(en) of them, at the upper one the others
     * are as shut.
     */
    private double shift() {
        double margin = Log.of(sorted.length) + 1;
        double bestUnsure = Math.max(sorted[firstSure - 1], -Double.MAX_VALUE / 2);
        double low = bestUnsure - margin + Log1p.of(-part);
        double high = part > 0 ? margin - Log.of(part) : margin;
        return Root.find(this, low, high);
    }

    /** Returns the number of gates missing from the target, which rises with the shift. */
    @Override
    public double applyAsDouble(double shift) {
        double unsure = 0;
        for (int i = 0; i < firstSure; i++) {
            unsure += Sigmoid.of(sorted[i] - shift);
        }
        double shut = part;
        for (int i = firstSure; i < sorted.length; i++) {
            shut += Sigmoid.of(shift - sorted[i]);
        }
        return shut - unsure;
    }
}
