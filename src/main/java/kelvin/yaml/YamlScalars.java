package kelvin.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads numbers, truth values and texts of YAML strictly: nothing is converted, rounded or guessed. */
final class YamlScalars {
    private static final int MAX_WHOLE_NUMBER_CHARACTERS = 100;

    private YamlScalars() {}

    /** Tells the word for no value apart from other nodes. */
    static boolean none(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals("none");
    }

    static boolean isNumber(Node node) {
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    }

    static double real(Node node, SourceLocation place) {
        if (!isNumber(node)) {
            throw wrong(node, place, "a number" + NumberSlip.hint(node, false));
        }
        String text = text(node);
        double number = isFinite(text) ? parse(text, node, place) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw wrong(node, place, "a finite number");
        }
        return number;
    }

    static long whole(Node node, SourceLocation place, long least, long most) {
        String text = isNumber(node) ? text(node) : "";
        if (text.isEmpty() || text.length() > MAX_WHOLE_NUMBER_CHARACTERS || !isFinite(text)) {
            throw wrong(node, place, "a whole number" + NumberSlip.hint(node, true));
        }
        BigDecimal number = exact(text);
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong(node, place, "a whole number in [" + least + ", " + most + "]");
        } else if (number.stripTrailingZeros().scale() > 0) {
            throw wrong(node, place, "a whole number");
        }
        return number.longValueExact();
    }

    static boolean truth(Node node, SourceLocation place) {
        if (!node.getTag().equals(Tag.BOOL)) {
            throw wrong(node, place, "true or false");
        }
        return Boolean.parseBoolean(text(node));
    }

    static String string(Node node, SourceLocation place) {
        if (!node.getTag().equals(Tag.STR)) {
            boolean quotesWillDo = node instanceof CollectionNode<?> collection
                    ? collection.getFlowStyle() == FlowStyle.FLOW
                    : !node.getTag().equals(Tag.NULL);
            throw wrong(node, place, quotesWillDo ? "text, here in quotes" : "text");
        }
        return text(node);
    }

    static BadInput wrong(Node node, SourceLocation place, String allowed) {
        return place.on(node).error("found " + show(node) + ", must be " + allowed);
    }

    /** Describes the content of a node in a few words. */
    static String show(Node node) {
        if (!(node instanceof ScalarNode)) {
            boolean usual = node.getTag().equals(Tag.MAP) || node.getTag().equals(Tag.SEQ);
            String tagged = usual ? "" : " tagged " + node.getTag();
            return (node instanceof SequenceNode ? "a list" : "a mapping") + tagged;
        } else if (node.getTag().equals(Tag.NULL)) {
            return "nothing";
        }
        String shown = SourceLocation.shorten(text(node));
        boolean tagged = node.getTag().getValue().startsWith("!");
        return node.getTag().equals(Tag.STR)
                ? "'" + shown + "'"
                : tagged ? (node.getTag() + " " + shown).strip() : shown;
    }

    private static String text(Node node) {
        return ((ScalarNode) node).getValue();
    }

    /** False for the words of YAML that end in "inf" and "nan", in any case. */
    private static boolean isFinite(String text) {
        return isPrefixed(text) || Character.digit(text.charAt(text.length() - 1), 10) >= 0 || text.endsWith(".");
    }

    private static double parse(String text, Node node, SourceLocation place) {
        return isPrefixed(text) ? whole(node, place, Long.MIN_VALUE, Long.MAX_VALUE) : Double.parseDouble(text);
    }

    private static boolean isPrefixed(String text) {
        return text.startsWith("0x") || text.startsWith("0o");
    }

    private static BigDecimal exact(String text) {
        if (isPrefixed(text)) {
            return new BigDecimal(new BigInteger(text.substring(2), text.charAt(1) == 'x' ? 16 : 8));
        }
        return new BigDecimal(text);
    }
}
