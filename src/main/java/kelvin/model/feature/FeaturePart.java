package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;

/** One part of a {@link FeatureMap}: the immutable description of some features, as a file names it. */
@Stability(MAY_CHANGE)
public interface FeaturePart extends Serializable {
    /**
     * Creates the encoder of these features.
     *
     * @param examples what categories, means and deviations are taken from where they are not given
     * @return a new encoder
     * @throws InvalidValue if a column is not there, or something is neither given nor found in a table
     */
    PartEncoder on(Examples examples);

    /**
     * Returns these features with the categories of a table given, and told which columns have missing values, so that nothing but
     * means and deviations remains to be taken from the rows of another table.
     *
     * @param examples the table
     * @return one part or more in its place
     * @throws InvalidValue if a column is not there, or a value is of the wrong type
     */
    default Stream<FeaturePart> withCategories(Examples examples) {
        return Stream.of(this);
    }
}
