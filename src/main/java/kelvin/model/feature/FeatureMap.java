package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.ShortForm;
import kelvin.contract.Stability;

/**
 * A feature map: the list of parts that turn named values into the numbers of a context, one after the other.
 *
 * <pre>
 *   - {Standardised: {columns: [age, income]}}
 *   - {OneHot: {columns: [colour]}}
 *   - {Intercept: {}}
 * </pre>
 *
 * <p>Values come from the columns of a table ({@link #on(DataTable, Set)}) or from Java maps ({@link #given}).
 *
 * @param parts the parts, at least one
 */
@ShortForm(value = FeatureMap.class, form = "list of features")
@Stability(MAY_CHANGE)
public record FeatureMap(List<FeaturePart> parts) implements Serializable {
    /** All columns of a table by what they hold, and a constant. */
    public static final FeatureMap AUTOMATIC = new FeatureMap(new Automatic(), new Intercept());

    public FeatureMap {
        parts = List.copyOf(parts);
        Require.that(!parts.isEmpty(), "features", "none", "at least one");
    }

    /**
     * A feature map of some parts.
     *
     * @param parts the parts, at least one
     */
    public FeatureMap(FeaturePart... parts) {
        this(List.of(parts));
    }

    /**
     * Creates an encoder whose categories, means and deviations are taken from a table where they are not given.
     *
     * @param table the table
     * @param withheld the columns of which no feature is made, such as the label
     * @return a new encoder
     * @throws InvalidValue if a column is not there, or a value is of the wrong type
     */
    public FeatureEncoder on(DataTable table, Set<String> withheld) {
        return new FeatureEncoder(parts, new Examples(Optional.of(table), withheld));
    }

    /**
     * Returns this map with the categories of a table given: it may then be fitted to some of the rows and encode all of them.
     *
     * @param table the table
     * @param withheld the columns of which no feature is made, such as the label
     * @return a map of which nothing but means and deviations is taken from a table
     * @throws InvalidValue as {@link #on(DataTable, Set)} does
     */
    public FeatureMap withCategories(DataTable table, Set<String> withheld) {
        Examples examples = new Examples(Optional.of(table), withheld);
        return new FeatureMap(
                parts.stream().flatMap(part -> part.withCategories(examples)).toList());
    }

    /**
     * Creates an encoder of observations that come one by one: categories, means and deviations are given, or learnt on the go.
     *
     * @return a new encoder
     * @throws InvalidValue if something could only be taken from a table
     */
    public FeatureEncoder given() {
        return new FeatureEncoder(parts, Examples.NONE);
    }

    /**
     * Returns the values of an observation whose category is none of those given, so that zeros stand for it.
     *
     * @param seen the observation
     * @return the names of the values; none where another category is refused, or has a feature of its own
     */
    public List<String> ignored(Observation seen) {
        return parts.stream()
                .flatMap(part -> part instanceof OneHot categories ? categories.ignored(seen) : Stream.of())
                .toList();
    }
}
