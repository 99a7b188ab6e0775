package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.contract.Stability;

/**
 * Writes the path data of SVG in relative coordinates, which are a third shorter: {@code M0 360 L2.9 356.1 L5.7 353.5} as {@code
 * M0 360l2.9-3.9 2.8-2.6}. Differences are exact, so that no point moves.
 */
@Stability(MAY_CHANGE)
public final class PathData {
    private static final Pattern OF_LINES = Pattern.compile(" d=\"([MLZ0-9. -]*)\"");
    private static final Pattern STEP = Pattern.compile("([ML]) ?(-?[0-9.]+) (-?[0-9.]+)|Z");

    private final StringBuilder text = new StringBuilder();
    private BigDecimal x = BigDecimal.ZERO;
    private BigDecimal y = BigDecimal.ZERO;
    private BigDecimal startX = x;
    private BigDecimal startY = y;
    private boolean inLine;

    private PathData() {}

    /**
     * Returns a tag with relative coordinates in place of absolute ones.
     *
     * @param tag a tag of SVG; a path that has more than lines stays as it is
     * @return the same, shorter
     */
    public static String relative(String tag) {
        return OF_LINES.matcher(tag).replaceAll(found -> " d=\"" + new PathData().lines(found.group(1)) + "\"");
    }

    private String lines(String path) {
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            if (step.group(1) == null) {
                text.append('z');
                x = startX;
                y = startY;
                inLine = false;
            } else {
                to(step.group(1).equals("M"), new BigDecimal(step.group(2)), new BigDecimal(step.group(3)));
            }
        }
        return text.toString();
    }

    private void to(boolean moves, BigDecimal toX, BigDecimal toY) {
        if (moves) {
            text.append('M').append(number(toX));
            separated(toY);
            startX = toX;
            startY = toY;
        } else {
            if (inLine) {
                separated(toX.subtract(x));
            } else {
                text.append('l').append(number(toX.subtract(x)));
            }
            separated(toY.subtract(y));
        }
        inLine = !moves;
        x = toX;
        y = toY;
    }

    /** Appends a number; the sign of a negative one separates it from the number before. */
    private void separated(BigDecimal number) {
        text.append(number.signum() < 0 ? "" : " ").append(number(number));
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0
                ? "0"
                : number.stripTrailingZeros().toPlainString().replaceFirst("^(-?)0\\.", "$1.");
    }
}
