package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists of labels in sentences: apart by commas, with a label that has a comma or a semicolon itself in quotes. */
@Stability(STABLE)
public final class LabelList {
    private LabelList() {}

    /**
     * Returns a list of labels.
     *
     * @param labels the labels
     * @return {@code a, 'b, c'}
     */
    public static String of(Collection<String> labels) {
        return labels.stream().map(LabelList::item).collect(Collectors.joining(", "));
    }

    /**
     * Returns a label as an item of a list.
     *
     * @param label the label
     * @return the label, in quotes where it has a comma or a semicolon
     */
    public static String item(String label) {
        return label.matches(".*[,;].*") ? "'" + label + "'" : label;
    }
}
