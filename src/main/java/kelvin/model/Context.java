package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;

/**
 * A context: the features that are seen before one decision.
 *
 * <pre>
 *   numbers = [x₁ … x_d | z₁₁ … z₁ₖ | … | z_K1 … z_Kk]
 * </pre>
 *
 * <p>First come the d features that all actions share, then the k of each action, action by action. All numbers are finite. Mutable
 * and reused from one decision to the next: who needs it later keeps a {@link #copy}.
 */
@Stability(MAY_CHANGE)
public final class Context implements Resumable {
    private final Features features;
    private final int actions;
    private final double[] numbers;

    /**
     * Creates a context of zeros.
     *
     * @param actions K, the number of actions, at least 1
     * @param features how many features it has
     * @throws InvalidValue if there is no action, or d + K·k is more than an array holds
     */
    public Context(int actions, Features features) {
        Require.atLeast("actions", 1, actions);
        long length = features.shared() + (long) actions * features.perAction();
        Require.that(
                length < Integer.MAX_VALUE - 8,
                "features",
                features,
                "few enough for one array with " + actions + " actions");
        this.actions = actions;
        this.features = features;
        this.numbers = new double[(int) length];
    }

    /**
     * Creates a context whose features all actions share.
     *
     * @param actions K, the number of actions, at least 1
     * @param shared the features, finite; copied
     * @return the context
     * @throws InvalidValue if a number is not finite
     */
    public static Context of(int actions, double... shared) {
        Context context = new Context(actions, new Features(shared.length, 0));
        for (int i = 0; i < shared.length; i++) {
            context.set(i, shared[i]);
        }
        return context;
    }

    /**
     * Returns the number of actions.
     *
     * @return K
     */
    public int actions() {
        return actions;
    }

    /**
     * Returns how many features there are.
     *
     * @return d and k
     */
    public Features features() {
        return features;
    }

    /**
     * Returns all numbers, in the order given above.
     *
     * @return the array itself, d + K·k long; to be read only
     */
    public double[] numbers() {
        return numbers;
    }

    /**
     * Returns the place in {@link #numbers} at which an action's own features begin.
     *
     * @param action the action, in [0, K)
     * @return d + action·k
     */
    public int place(int action) {
        return features.shared() + action * features.perAction();
    }

    /**
     * Changes one number.
     *
     * @param place its place in {@link #numbers}: in [0, d) a shared feature, from {@link #place} on one of an action
     * @param x the number, finite
     * @throws InvalidValue if it is not finite; names the place
     */
    public void set(int place, double x) {
        if (!Double.isFinite(x)) {
            throw new InvalidValue(name(place), x, "finite");
        }
        numbers[place] = x;
    }

    private String name(int place) {
        int own = place - features.shared();
        return own < 0
                ? "feature " + place
                : "feature " + own % features.perAction() + " of action " + own / features.perAction();
    }

    /**
     * Takes all numbers of another context.
     *
     * @param other a context with as many features and actions
     * @throws InvalidValue if it has others
     */
    public void set(Context other) {
        other.check(actions, features);
        System.arraycopy(other.numbers, 0, numbers, 0, numbers.length);
    }

    /**
     * Checks that this context is one of a decision maker or model with so many actions and features.
     *
     * @param actions the number of actions wanted
     * @param features the features wanted
     * @throws InvalidValue if it has others
     */
    public void check(int actions, Features features) {
        if (this.actions != actions) {
            throw new InvalidValue("context", this.actions + " actions", actions + " actions");
        }
        if (!this.features.equals(features)) {
            throw new InvalidValue("context", words(this.features), words(features));
        }
    }

    private static String words(Features features) {
        return features.shared() + " shared features and " + features.perAction() + " per action";
    }

    /**
     * Saves or loads all numbers.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        fields.reals("numbers", numbers);
        for (int i = 0; fields.loading() && i < numbers.length; i++) {
            Require.finite("numbers[" + i + "]", numbers[i]);
        }
    }

    /**
     * Writes the features that describe one action: the shared ones, then its own.
     *
     * @param action the action, in [0, K)
     * @param out receives d + k numbers
     */
    public void describe(int action, double[] out) {
        System.arraycopy(numbers, 0, out, 0, features.shared());
        System.arraycopy(numbers, place(action), out, features.shared(), features.perAction());
    }

    /**
     * Returns a context with the same numbers that nobody else changes.
     *
     * @return a copy
     */
    public Context copy() {
        Context copy = new Context(actions, features);
        System.arraycopy(numbers, 0, copy.numbers, 0, numbers.length);
        return copy;
    }

    @Override
    public String toString() {
        return "Context" + Arrays.toString(numbers);
    }
}
