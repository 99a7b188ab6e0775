package kelvin.chart.layout;

import java.awt.BasicStroke;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.layout.CurveTable.Curve;
import kelvin.chart.layout.CurveTable.Points;
import kelvin.chart.style.ChartStyle;
import kelvin.chart.style.LegendPlace;
import kelvin.chart.style.NumberStyle;

/** Writes a figure of curves as an axis of pgfplots, a picture for {@code \input} in a LaTeX document. */
final class LatexFile {
    private static final double ASPECT = 0.62;
    private static final double MIN_SHARE = 1 / 200.0;
    private static final int DIGITS = 6;
    private static final double BAND = 0.16;
    /** The usual width of a letter, in font sizes. */
    private static final double LETTER = 0.5;
    /** The height that pgfplots leaves for the labels around an axis, in points. */
    private static final double AROUND = 45;

    /** The width, in font sizes, from which on there is room for a legend beside the axis. */
    private static final double WIDE = 45;

    private final CurveTable table;
    private final ChartTheme theme;
    private final String caption;

    private LatexFile(CurveTable table, ChartTheme theme, String caption) {
        this.table = table;
        this.theme = theme;
        this.caption = caption;
    }

    static String of(CurveTable table, ChartTheme theme, String caption) {
        return new LatexFile(table, theme, caption).text();
    }

    private String text() {
        StringBuilder tex = new StringBuilder()
                .append(
                        "% Needs \\usepackage{pgfplots}, \\usepgfplotslibrary{fillbetween} and \\pgfplotsset{compat=1.18}.\n")
                .append("% Caption: ")
                .append(LatexText.of(caption))
                .append("\n\\begin{tikzpicture}\n");
        List<Curve> curves = table.curves();
        for (int i = 0; i < curves.size(); i++) {
            Color colour = theme.colour(curves.get(i).look());
            tex.append(
                    String.format(Locale.ROOT, "\\definecolor{curve%d}{HTML}{%06X}\n", i, colour.getRGB() & 0xFFFFFF));
        }
        tex.append("\\begin{axis}[\n").append(String.join(",\n", options())).append(",\n]\n");
        table.changes().forEach(step -> tex.append(change(step)));
        IntStream.range(0, curves.size()).forEach(i -> band(tex, curves.get(i), i));
        IntStream.range(0, curves.size()).forEach(i -> line(tex, curves.get(i), i));
        return tex.append("\\end{axis}\n\\end{tikzpicture}\n").toString();
    }

    private List<String> options() {
        ChartStyle style = theme.style();
        String font = font();
        double height = style.height().orElse(ASPECT * style.width());
        String separator = style.numbers() == NumberStyle.EN ? "{\\,}" : "{,}";
        return Stream.of(
                        "width=" + number(style.width()) + "bp",
                        "height=" + number(height) + "bp",
                        style.title()
                                .filter(text -> !text.isEmpty())
                                .map(text -> "title={" + LatexText.of(text) + "}")
                                .orElse(""),
                        "xlabel={" + LatexText.of(table.xTitle()) + "}",
                        "ylabel={" + LatexText.of(yTitle(height)) + "}",
                        limits("x", table.x()),
                        limits("y", table.y()),
                        table.changes().isEmpty() ? "" : "clip mode=individual",
                        "axis lines=left",
                        "ymajorgrids",
                        "grid style={black!12}",
                        "scaled ticks=false",
                        "/pgf/number format/1000 sep=" + separator,
                        style.numbers() == NumberStyle.EN ? "/pgf/number format/min exponent for 1000 sep=4" : "",
                        "tick label style={" + font + "}",
                        "label style={" + font + "}",
                        "title style={" + font + "}",
                        "legend style={" + font + ",draw=none,fill=none,cells={anchor=west}" + place() + "}")
                .filter(option -> !option.isEmpty())
                .map(option -> "  " + option)
                .toList();
    }

    /** Returns the line where the problem changes, with its word. */
    private String change(long step) {
        return String.format(
                Locale.ROOT,
                "\\draw[dashed,black!70] (axis cs:%d,%s) -- (axis cs:%d,%s) node[anchor=south,inner sep=2pt,%s] {change};\n",
                step,
                number(table.y().low()),
                step,
                number(table.y().high()),
                font());
    }

    private String font() {
        double size = theme.style().fontSize();
        return String.format(Locale.ROOT, "font=\\fontsize{%s}{%s}\\selectfont", number(size), number(1.2 * size));
    }

    /** Returns the title of the vertical axis, without its brackets where it would be longer than the axis. */
    private String yTitle(double height) {
        double text = table.yTitle().length() * LETTER * theme.style().fontSize();
        double axis = height - AROUND;
        return text <= axis ? table.yTitle() : AxisTitles.unbracketed(table.yTitle());
    }

    private String place() {
        double ems = theme.style().width() / theme.style().fontSize();
        LegendPlace place = theme.style().legend().orElse(ems < WIDE ? LegendPlace.BELOW : LegendPlace.ENDS);
        return switch (place) {
            case BELOW -> ",at={(0.5,-0.28)},anchor=north,legend columns=2,column sep=0.4em";
            case INSIDE -> ",at={(0.03,0.97)},anchor=north west";
            case ENDS -> ",at={(1.03,1)},anchor=north west";
        };
    }

    private static String limits(String axis, AxisRange range) {
        return axis + "min=" + number(range.low()) + "," + axis + "max=" + number(range.high())
                + (range.logarithmic() ? "," + axis + "mode=log" : "");
    }

    private void band(StringBuilder tex, Curve curve, int i) {
        int points = curve.low().x().length;
        String colour = "curve" + i;
        if (points == 1) {
            tex.append("\\addplot[")
                    .append(colour)
                    .append(",opacity=0.4,line width=2pt,forget plot] coordinates {")
                    .append(point(curve.low(), 0))
                    .append(point(curve.high(), 0))
                    .append("};\n");
        } else if (points > 1) {
            path(tex, "low" + i, curve.low());
            path(tex, "high" + i, curve.high());
            tex.append(String.format(
                    Locale.ROOT,
                    "\\addplot[%s,fill opacity=%s,draw=none,forget plot] fill between[of=low%d and high%d];\n",
                    colour,
                    BAND,
                    i,
                    i));
        }
    }

    private void path(StringBuilder tex, String name, Points points) {
        tex.append("\\addplot[name path=")
                .append(name)
                .append(",draw=none,forget plot] coordinates {")
                .append(coordinates(points))
                .append("};\n");
    }

    private void line(StringBuilder tex, Curve curve, int i) {
        BasicStroke stroke = theme.stroke(curve.look());
        float[] dashes = stroke.getDashArray();
        String pattern = dashes == null
                ? ""
                : ",dash pattern="
                        + IntStream.range(0, dashes.length)
                                .mapToObj(dash -> (dash % 2 == 0 ? "on " : "off ") + points(dashes[dash]))
                                .collect(Collectors.joining(" "));
        tex.append("\\addplot[curve")
                .append(i)
                .append(",line width=")
                .append(points(stroke.getLineWidth()))
                .append(pattern)
                .append("] coordinates {")
                .append(coordinates(curve.line()))
                .append("};\n\\addlegendentry{")
                .append(LatexText.of(curve.label()))
                .append("}\n");
    }

    private String points(double pixels) {
        return number(Math.rint(100 * pixels * theme.pointsPerPixel()) / 100) + "bp";
    }

    private String coordinates(Points points) {
        Points few = table.thinned(points, MIN_SHARE);
        return IntStream.range(0, few.x().length).mapToObj(i -> point(few, i)).collect(Collectors.joining());
    }

    private static String point(Points points, int i) {
        return "(" + number(points.x()[i]) + "," + number(points.y()[i]) + ")";
    }

    private static String number(double number) {
        return new BigDecimal(number)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
