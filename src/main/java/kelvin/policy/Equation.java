package kelvin.policy;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import kelvin.numeric.NeumaierSum;
import kelvin.numeric.Root;
import org.jspecify.annotations.Nullable;

/**
 * The equation of a {@link SolvedPolicy} for some logits, reused from decision to decision where a lambda would be
 * allocated anew.
 */
final class Equation implements DoubleUnaryOperator {
    private @Nullable SolvedPolicy policy;
    private double[] logits = {};
    private int first;
    private final NeumaierSum total = new NeumaierSum();

    /** Returns the root of {@link SolvedPolicy#excess} between two numbers. */
    double root(SolvedPolicy policy, double[] logits, int first, double low, double high) {
        this.policy = policy;
        this.logits = logits;
        this.first = first;
        return Root.find(this, low, high);
    }

    /** Returns a compensated sum, cleared. */
    NeumaierSum total() {
        return total.clear();
    }

    @Override
    public double applyAsDouble(double x) {
        return Objects.requireNonNull(policy).excess(logits, first, x, total());
    }
}
