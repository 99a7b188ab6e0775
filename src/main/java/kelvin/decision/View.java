package kelvin.decision;

import java.util.BitSet;
import java.util.List;
import kelvin.policy.Policy;
import kelvin.policy.Weights;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/**
 * What a decision is drawn from: one version of the values and the policy in force. Immutable, so any number of threads read it
 * without a lock.
 */
final class View {
    private final long version;
    private final Policy policy;
    private final double[] values;
    private final double[] probabilities;

    /** An action and its probability. */
    record Choice(int action, double propensity) {}

    View(long version, Policy policy, List<Arm> arms) {
        this.version = version;
        this.policy = policy;
        this.values = arms.stream()
                .mapToDouble(arm -> arm.open() ? arm.value() : Double.NEGATIVE_INFINITY)
                .toArray();
        this.probabilities = policy.probabilities(values);
    }

    long version() {
        return version;
    }

    /** The probability of each action; of none that is closed here or for this decision. */
    double[] probabilities(@Nullable BitSet open) {
        return open == null ? probabilities : policy.probabilities(among(open));
    }

    /** A function of (seed, id, this view, open) alone: whoever repeats it gets the same action. */
    Choice choose(Seed seed, String id, @Nullable BitSet open) {
        double[] p = probabilities(open);
        int action = Weights.draw(p, seed.child(id).streams());
        return new Choice(action, p[action]);
    }

    private double[] among(BitSet open) {
        double[] left = new double[values.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = open.get(i) ? values[i] : Double.NEGATIVE_INFINITY;
        }
        return left;
    }
}
