package kelvin.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.numeric.Pow;
import kelvin.yaml.YamlMapping.Field;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Evenly spread numbers, where a list of numbers is expected: {@code {from: 0.01, to: 10, points: 7}}; equal ratios apart, or
 * equal differences with {@code spacing: linear}. Rounded to 12 digits, so that a grid of powers holds just those.
 */
final class NumberGrid {
    static final String FORM = "{from: 0.01, to: 10, points: 7}";
    static final String FIRST_KEY = "from";
    private static final List<String> KEYS = List.of(FIRST_KEY, "to", "points", "spacing");
    private static final List<String> SPACINGS = List.of("log", "linear");
    private static final int MAX_POINTS = 10_000;

    private NumberGrid() {}

    static List<Object> read(YamlMapping fields) {
        fields.allowOnly(KEYS);
        double from = YamlScalars.real(
                required(fields, FIRST_KEY).value(), required(fields, FIRST_KEY).place());
        double to = YamlScalars.real(
                required(fields, "to").value(), required(fields, "to").place());
        Field points = required(fields, "points");
        int count = (int) YamlScalars.whole(points.value(), points.place(), 2, MAX_POINTS);
        boolean linear = linear(fields);
        if (!linear && !(from > 0 && to > 0)) {
            throw fields.place().error("found " + from + " to " + to + ", must be > 0, or with spacing: linear");
        }
        return IntStream.range(0, count)
                .mapToObj(i -> (Object) rounded(at(from, to, i / (count - 1.0), linear)))
                .toList();
    }

    private static double at(double from, double to, double share, boolean linear) {
        return linear ? from + share * (to - from) : from * Pow.of(to / from, share);
    }

    private static double rounded(double x) {
        return new BigDecimal(x).round(new MathContext(12)).doubleValue();
    }

    private static boolean linear(YamlMapping fields) {
        Field spacing = fields.get("spacing");
        if (spacing == null) {
            return false;
        } else if (spacing.value() instanceof ScalarNode word && SPACINGS.contains(word.getValue())) {
            return word.getValue().equals("linear");
        }
        throw YamlScalars.wrong(spacing.value(), spacing.place(), "one of " + String.join(", ", SPACINGS));
    }

    private static Field required(YamlMapping fields, String key) {
        Field field = fields.get(key);
        if (field == null) {
            throw fields.place().error("missing key '" + key + "'. Allowed: " + String.join(", ", KEYS));
        }
        return field;
    }
}
