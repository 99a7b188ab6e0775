package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;

/** One part of a {@link FeatureMap}: the immutable description of some features, as a file names it. */
@Stability(MAY_CHANGE)
public interface FeaturePart {
    /**
     * Creates the encoder of these features.
     *
     * @param examples what categories, means and deviations are taken from where they are not given
     * @return a new encoder
     * @throws InvalidValue if a column is not there, or something is neither given nor found in a table
     */
    PartEncoder on(Examples examples);
}
