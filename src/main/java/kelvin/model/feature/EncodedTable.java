package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;
import kelvin.model.Context;

/**
 * The rows of a table as contexts.
 *
 * @param names the names of the features
 * @param contexts a context per row; shared, to be read only
 * @param running whether features are standardised on the go, so that they depend on the order of rows; the contexts are then those of
 *     the order of the table
 */
@Stability(MAY_CHANGE)
public record EncodedTable(List<String> names, List<Context> contexts, boolean running) {
    public EncodedTable {
        names = List.copyOf(names);
        contexts = List.copyOf(contexts);
    }
}
