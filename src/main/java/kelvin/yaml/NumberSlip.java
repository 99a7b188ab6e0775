package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.contract.Stability;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Recognises numbers in notations that YAML does not have, and says how they are written. */
@Stability(MAY_CHANGE)
public final class NumberSlip {
    private static final String NUMBER = "([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)";
    private static final Pattern PLAIN = Pattern.compile(NUMBER);
    private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(?:[,_' ]\\d{3})+(?:\\.\\d+)?");
    private static final Pattern COMMA = Pattern.compile("[-+]?\\d*,\\d+");
    private static final Pattern PERCENT = Pattern.compile(NUMBER + " ?%");
    private static final Pattern THOUSANDS = Pattern.compile(NUMBER + "([kKM])");
    private static final Pattern POWER = Pattern.compile("10 ?(?:\\^|\\*\\*) ?([-+]?\\d{1,3})");
    private static final Pattern RATIO = Pattern.compile(NUMBER + " ?/ ?" + NUMBER);
    private static final Pattern UNIT = Pattern.compile(NUMBER + " ?[\\p{L}°]+");

    private NumberSlip() {}

    /** Returns what errors add to {@code must be a number} for a node that is none; empty where nothing is known. */
    static String hint(Node node, boolean whole) {
        if (node instanceof ScalarNode scalar) {
            return !scalar.isPlain() && PLAIN.matcher(scalar.getValue()).matches()
                    ? " without quotes: " + scalar.getValue()
                    : hint(scalar.getValue(), whole);
        }
        return node instanceof MappingNode mapping && isColumn(mapping)
                ? "; a column gives one per row where its record stands in place of a list, without brackets"
                : node instanceof SequenceNode ? "; 'sweep' plays several" : "";
    }

    private static boolean isColumn(MappingNode mapping) {
        return mapping.getValue().stream()
                .anyMatch(pair -> pair.getKeyNode() instanceof ScalarNode key
                        && Set.of("file", NumberGrid.FIRST_KEY).contains(key.getValue()));
    }

    /**
     * Returns how a number is written that stands in another notation, as errors add it to {@code must be a number}.
     *
     * @param text the number in another notation
     * @param whole true where only whole numbers are allowed
     * @return for example {@code " with a decimal point: 0.1"}; empty where the text is no number in any known notation
     */
    public static String hint(String text, boolean whole) {
        if (text.length() > NearestName.MAX_CHARACTERS) {
            return "";
        } else if (GROUPED.matcher(text).matches()) {
            boolean either = !whole && COMMA.matcher(text).matches();
            return " without separators" + (either ? " or with a decimal point: " : ": ")
                    + text.replaceAll("[,_' ]", "") + (either ? " or " + text.replace(',', '.') : "");
        } else if (!whole && COMMA.matcher(text).matches()) {
            return " with a decimal point: " + text.replace(',', '.');
        }
        Matcher found = PERCENT.matcher(text);
        if (!whole && found.matches()) {
            return " without %: "
                    + new BigDecimal(found.group(1))
                            .movePointLeft(2)
                            .stripTrailingZeros()
                            .toPlainString();
        }
        found = THOUSANDS.matcher(text);
        if (found.matches()) {
            int zeros = found.group(2).equals("M") ? 6 : 3;
            return ", written out: "
                    + new BigDecimal(found.group(1)).movePointRight(zeros).toPlainString();
        }
        found = POWER.matcher(text);
        if (found.matches()) {
            return ", written 1e" + found.group(1);
        }
        found = RATIO.matcher(text);
        if (!whole && found.matches() && new BigDecimal(found.group(2)).signum() != 0) {
            BigDecimal ratio =
                    new BigDecimal(found.group(1)).divide(new BigDecimal(found.group(2)), MathContext.DECIMAL32);
            return ", worked out: " + ratio.toPlainString();
        }
        found = UNIT.matcher(text);
        return found.matches() ? " without a unit: " + found.group(1) : "";
    }
}
