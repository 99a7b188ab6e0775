package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Map;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.model.Context;
import org.jspecify.annotations.Nullable;

/**
 * The encoder of a {@link FeatureMap}: turns observations into the numbers of contexts, one after the other.
 *
 * <p>Where parts standardise on the go, it learns from every observation that it encodes, and its {@link #state} belongs to that of
 * the model. For one thread at a time.
 */
@Stability(MAY_CHANGE)
public final class FeatureEncoder {
    private final PartEncoder parts;
    private final List<String> names;
    private final double[] numbers;

    FeatureEncoder(List<FeaturePart> parts, Examples examples) {
        this.parts = new Joined(parts.stream().map(part -> part.on(examples)).toList());
        this.names = this.parts.names();
        this.numbers = new double[names.size()];
    }

    /**
     * Returns the names of the features, in their order.
     *
     * @return one per number, such as {@code age}, {@code colour=red} or {@code 1} for the constant
     */
    public List<String> names() {
        return names;
    }

    /**
     * Returns the number of features.
     *
     * @return at least 1
     */
    public int size() {
        return numbers.length;
    }

    /**
     * Encodes an observation.
     *
     * @param seen the observation
     * @param out receives the features
     * @param from the place of the first
     * @throws InvalidValue if a value is missing, unknown or of the wrong type and that is not allowed for, or a feature is not finite;
     *     names column and row
     */
    public void encode(Observation seen, double[] out, int from) {
        parts.write(seen, out, from);
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(out[from + i])) {
                throw new InvalidValue(seen.place(names.get(i)), out[from + i], "a finite feature");
            }
        }
    }

    /**
     * Encodes a Java map as the features that all actions share.
     *
     * @param values the values by name
     * @param out a context of as many shared features
     * @throws InvalidValue as {@link #encode(Observation, double[], int)} does
     */
    public void encode(Map<String, ? extends @Nullable Object> values, Context out) {
        encode(values, out, 0, out.features().shared());
    }

    /**
     * Encodes a Java map as the features of one action.
     *
     * @param values the values by name
     * @param action the action, in [0, K)
     * @param out a context of as many features per action
     * @throws InvalidValue as {@link #encode(Observation, double[], int)} does
     */
    public void encode(Map<String, ? extends @Nullable Object> values, int action, Context out) {
        encode(values, out, out.place(action), out.features().perAction());
    }

    private void encode(Map<String, ? extends @Nullable Object> values, Context out, int place, int places) {
        Require.that(places == numbers.length, "context", places + " features", numbers.length + " features");
        encode(Observation.of(values), numbers, 0);
        for (int i = 0; i < numbers.length; i++) {
            out.set(place + i, numbers[i]);
        }
    }

    /**
     * Returns all that was learnt on the go, to the bit.
     *
     * @return a new array; empty where nothing is learnt
     */
    public double[] state() {
        return parts.state();
    }

    /**
     * Replaces all that was learnt on the go.
     *
     * @param state from {@link #state} of an encoder of the same feature map
     * @throws InvalidValue if it cannot be that
     */
    public void restore(double[] state) {
        parts.restore(state);
    }
}
