package kelvin.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A small picture of curves without axes, the lowest value at the bottom.
 *
 * @param x where the curves may have points, increasing
 * @param lines the attributes of the curves in the page that they come from
 */
record Thumbnail(double[] x, List<String> lines) {
    private static final Pattern CURVES = Pattern.compile("(?s)<ol class=\"data\"([^>]*)>(.*?)</ol>");
    private static final Pattern LINE = Pattern.compile("<li([^>]*)>");
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;

    /** The smallest horizontal distance of two points. */
    private static final double MIN_DISTANCE = 5;

    /** Returns the picture of the first curves of a report, an {@code svg} element; empty if it has none. */
    static String of(String report) {
        Matcher curves = CURVES.matcher(report);
        if (!curves.find()) {
            return "";
        }
        List<String> lines = LINE.matcher(curves.group(2))
                .results()
                .map(line -> line.group(1))
                .toList();
        return new Thumbnail(numbers("x", curves.group(1)), lines).svg();
    }

    private String svg() {
        double[] all = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(numbers("y", line)))
                .filter(y -> !Double.isNaN(y))
                .sorted()
                .toArray();
        double low = all[0];
        double height = all[all.length - 1] - low;
        return lines.stream()
                .map(line -> {
                    String dashes = attribute("dash", line);
                    return "<path stroke=\"" + attribute("colour", line)
                            + (dashes.isEmpty() ? "" : "\" stroke-dasharray=\"" + dashes)
                            + "\" d=\"M" + path(numbers("y", line), low, height) + "\"/>";
                })
                .collect(Collectors.joining(
                        "", "<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" aria-hidden=\"true\">", "</svg>"));
    }

    private String path(double[] y, double low, double height) {
        StringBuilder path = new StringBuilder();
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < y.length; i++) {
            double across = WIDTH * (x[i] - x[0]) / Math.max(x[x.length - 1] - x[0], 1);
            if (!Double.isNaN(y[i]) && (across >= last + MIN_DISTANCE || i == y.length - 1)) {
                double down = HEIGHT - 2 - (HEIGHT - 4) * (height > 0 ? (y[i] - low) / height : 0.5);
                path.append(path.isEmpty() ? "" : "L").append(String.format(Locale.ROOT, "%.0f %.0f", across, down));
                last = across;
            }
        }
        return path.toString();
    }

    private static String attribute(String name, String attributes) {
        return Pattern.compile("data-" + name + "=\"([^\"]*)\"")
                .matcher(attributes)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static double[] numbers(String name, String attributes) {
        return Arrays.stream(attribute(name, attributes).split(",", -1))
                .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
                .toArray();
    }
}
