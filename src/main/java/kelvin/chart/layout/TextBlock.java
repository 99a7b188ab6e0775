package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Stability;

/**
 * A block of wrapped text.
 *
 * @param lines the lines
 * @param font a font that has every character, where there is one
 */
@Stability(MAY_CHANGE)
public record TextBlock(List<String> lines, Font font) {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final String NOT_PRINTABLE_IN_XML = "[^\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]+";

    /**
     * Wraps at spaces, and inside a word only where it alone is too wide, after a hyphen if it has one there; text beyond the last line
     * ends in an ellipsis.
     */
    public static TextBlock wrap(String text, Font font, double width, int lines) {
        String clean = printable(text);
        Font able = able(clean, font);
        List<String> broken = new ArrayList<>();
        String rest = clean;
        while (broken.size() < lines - 1 && width(rest, able) > width) {
            int end = fitting(rest, able, width);
            int space = rest.lastIndexOf(' ', end);
            int hyphen = rest.lastIndexOf('-', end);
            int cut = space > 0 ? space : hyphen > 0 ? hyphen + 1 : end;
            broken.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        broken.add(width(rest, able) <= width ? rest : rest.substring(0, fitting(rest, able, width)) + "…");
        return new TextBlock(broken, able);
    }

    /** Makes one line, from the middle of which an ellipsis takes what is too wide: names that begin alike stay different. */
    public static TextBlock middle(String text, Font font, double width) {
        String clean = printable(text);
        Font able = able(clean, font);
        int[] all = clean.codePoints().toArray();
        String line = clean;
        for (int kept = all.length - 1; kept > 1 && width(line, able) > width; kept--) {
            int head = (kept + 1) / 2;
            int tail = kept - head;
            line = new String(all, 0, head).strip() + "…" + new String(all, all.length - tail, tail).strip();
        }
        return new TextBlock(List.of(line), able);
    }

    private static String printable(String text) {
        return text.replaceAll(NOT_PRINTABLE_IN_XML, " ").strip();
    }

    private static Font able(String text, Font font) {
        return font.canDisplayUpTo(text) < 0 ? font : new Font(Font.SANS_SERIF, font.getStyle(), font.getSize());
    }

    /** Returns the number of characters that fit with an ellipsis; at least one. */
    private static int fitting(String text, Font font, double width) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length() && width(text.substring(0, end) + "…", font) < width) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end == text.offsetByCodePoints(0, 1) ? end : text.offsetByCodePoints(end, -1);
    }

    private static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** Returns the width of the widest line in logical pixels. */
    public double width() {
        return lines.stream().mapToDouble(line -> width(line, font)).max().orElse(0);
    }

    /** Returns the height in logical pixels. */
    public double height() {
        return lines.size() * lineHeight();
    }

    /** Paints to the right of and below (x, y). */
    public void paint(Graphics2D g, double x, double y) {
        g.setFont(font);
        for (int i = 0; i < lines.size(); i++) {
            g.drawString(lines.get(i), (float) x, (float) (y + (i + 0.8) * lineHeight()));
        }
    }

    /** Paints to the left of and below (x, y), each line to its end. */
    public void paintLeft(Graphics2D g, double x, double y) {
        for (int i = 0; i < lines.size(); i++) {
            TextBlock line = new TextBlock(List.of(lines.get(i)), font);
            line.paint(g, x - line.width(), y + i * lineHeight());
        }
    }

    private double lineHeight() {
        return 1.25 * font.getSize2D();
    }
}
