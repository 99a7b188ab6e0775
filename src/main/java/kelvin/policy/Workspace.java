package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.function.Supplier;
import kelvin.contract.OutsideCheck;
import kelvin.contract.Stability;
import kelvin.numeric.NeumaierSum;
import kelvin.numeric.Selection;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * Scratch memory of a policy that decides often, kept from one decision to the next: numbered arrays, one object of the
 * policy's own, and a workspace for each component. So policies stay free of state, and a decision allocates nothing
 * once each of these has been asked for. Contents are left over from the decision before.
 */
@Stability(STABLE)
public final class Workspace {
    private static final double[] NOTHING = {};

    private double[] drawn = NOTHING;
    private double[][] arrays = {};
    private Workspace[] parts = {};
    private final NeumaierSum total = new NeumaierSum();
    private @Nullable Object object;
    private int unchecked = OutsideCheck.DECISIONS;

    /**
     * Returns an array that belongs to the policy whose workspace this is; one of another length replaces it.
     *
     * @param number which of the policy's arrays, from 0
     * @param length its length
     * @return the array, with what is left over in it
     */
    public double[] array(int number, int length) {
        while (number >= arrays.length) {
            arrays = Arrays.copyOf(arrays, arrays.length + 1);
            arrays[arrays.length - 1] = NOTHING;
        }
        if (arrays[number].length != length) {
            arrays[number] = new double[length];
        }
        return arrays[number];
    }

    /** Returns the values in ascending order, closed ones first, in an array of this workspace. */
    double[] sorted(int number, double[] values) {
        double[] sorted = array(number, values.length);
        System.arraycopy(values, 0, sorted, 0, values.length);
        Selection.sort(sorted, sorted.length);
        return sorted;
    }

    /**
     * Returns a compensated sum.
     *
     * @return the sum, cleared; one object, so that one is in use at a time
     */
    public NeumaierSum total() {
        return total.clear();
    }

    /**
     * Returns the workspace of a component.
     *
     * @param number which component, from 0
     * @return its workspace
     */
    public Workspace part(int number) {
        while (number >= parts.length) {
            parts = Arrays.copyOf(parts, parts.length + 1);
            parts[parts.length - 1] = new Workspace();
        }
        return parts[number];
    }

    /** Returns the object that belongs to the policy whose workspace this is. */
    public <T> T object(Class<T> type, Supplier<T> make) {
        if (!type.isInstance(object)) {
            object = make.get();
        }
        return type.cast(object);
    }

    /**
     * Writes the probabilities as {@link Policy#probabilities(double[], double[])} does, with this workspace.
     *
     * @param policy the policy; the same at every call, or one that differs in numbers alone
     * @param values estimated value of each action
     * @param out receives the probabilities
     * @throws IllegalArgumentException as the policy does
     * @throws kelvin.contract.ContractViolation if the policy is a user's own, and what it writes are no probabilities: at the first
     *     1000 decisions
     */
    public void probabilities(Policy policy, double[] values, double[] out) {
        if (policy instanceof WorkspacePolicy demanding) {
            demanding.probabilities(values, out, this);
        } else {
            policy.probabilities(values, out);
        }
        if (unchecked > 0) {
            check(policy, values, out);
        }
    }

    /** Checks what a user's own policy wrote, a number of times; Kelvin's own are not asked again. */
    private void check(Policy policy, double[] values, double[] out) {
        boolean outside = OutsideCheck.outside(policy);
        unchecked = outside ? unchecked - 1 : 0;
        if (outside) {
            OutsideCheck.distribution(policy, "probabilities", values, out);
        }
    }

    /**
     * Writes derivatives as {@link DifferentiablePolicy#logGradient} does, with this workspace.
     *
     * @param policy the policy; the same at every call, or one that differs in numbers alone
     * @param values estimated value of each action
     * @param action an open action
     * @param out receives the derivatives
     * @throws IllegalArgumentException as the policy does
     */
    public void logGradient(DifferentiablePolicy policy, double[] values, int action, double[] out) {
        if (policy instanceof ScoreDerivatives scored) {
            scored.logGradient(values, action, out, total);
        } else {
            policy.logGradient(values, action, out);
        }
    }

    /** Writes the probabilities, or numbers in proportion to them. */
    void weights(Policy policy, double[] values, double[] out) {
        if (policy instanceof ScoredPolicy scored) {
            scored.weights(values, out);
        } else if (policy instanceof SolvedPolicy solved) {
            solved.weights(values, out, this);
        } else {
            probabilities(policy, values, out);
        }
    }

    /**
     * Draws an action as {@link Policy#select} does, with this workspace.
     *
     * @param policy the policy; the same at every call, or one that differs in numbers alone
     * @param values estimated value of each action
     * @param random where the uniform numbers come from
     * @return the index of the action drawn
     * @throws IllegalArgumentException as the policy does
     */
    public int select(Policy policy, double[] values, UniformRandomProvider random) {
        if (policy instanceof DirectPolicy direct) {
            return direct.select(values, random, this);
        }
        if (drawn.length != values.length) {
            drawn = new double[values.length];
        }
        weights(policy, values, drawn);
        return Weights.draw(drawn, random);
    }
}
