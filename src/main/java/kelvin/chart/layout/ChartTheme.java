package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.chart.style.ChartStyle;
import kelvin.chart.style.Limits;
import kelvin.contract.Stability;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/**
 * The theme of a figure: the colours, strokes, fonts and sizes that follow from a style.
 *
 * @param style what the user asks for
 * @param variants how many neighbouring learners are variants of one, which share a colour and differ in their dashes; 1 where each has
 *     both of its own
 */
@Stability(MAY_CHANGE)
public record ChartTheme(ChartStyle style, int variants) {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private static final double POINTS_PER_INCH = 72;
    private static final float TITLE_PIXELS = 17;
    private static final float LABEL_PIXELS = 13.5f;
    private static final float PANEL_PIXELS = 12.5f;
    private static final float TICK_PIXELS = 12.5f;
    private static final float CAPTION_PIXELS = 11.5f;

    /** The colour of text and marks. */
    public static final Color INK = new Color(0x222222);
    /** The colour of secondary text. */
    public static final Color FAINT = new Color(0x5A5A5A);

    private static final Color CLEAR = new Color(0, true);
    /** The colour of axis lines. */
    public static final Color AXIS = new Color(0x777777);
    /** The colour of grid lines. */
    public static final Color GRID = new Color(0xE2E2E2);
    /** The stroke of grid lines. */
    public static final BasicStroke GRID_STROKE = new BasicStroke(0.8f);

    /** The line colours of Okabe and Ito, with grey instead of yellow, which is too pale for a line. */
    private static final int[] LINES = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x000000, 0x56B4E9, 0xE69F00, 0x8A8A8A};

    /** The greys of lines, as far apart as their neighbours' dashes allow. */
    private static final int[] GREYS = {0x000000, 0x7A7A7A, 0x404040, 0xA0A0A0, 0x202020, 0x8C8C8C, 0x5C5C5C, 0xB0B0B0};

    /**
     * The dash patterns, which differ between neighbours; no two of the first 32 learners share both colour and dashes.
     */
    private static final float[][] DASHES = {{}, {8, 3.5f}, {2.2f, 2.4f}, {9, 2.5f, 2.2f, 2.5f}};

    /** The dash patterns of greys, of which no two of the first eight learners share one: greys alone tell few apart. */
    private static final float[][] GREY_DASHES = {
        DASHES[0],
        DASHES[1],
        DASHES[2],
        DASHES[3],
        {17, 4},
        {9, 2.5f, 2.2f, 2.5f, 2.2f, 2.5f},
        {4.4f, 1.8f},
        {15, 3, 5, 3}
    };

    /** The Viridis colour map: ordered by lightness, hence readable in grey and by the colour-blind. */
    private static final int[] RAMP = {
        0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725
    };

    /** The index of a reference line, which belongs to no learner. */
    public static final int REFERENCE = -1;

    /** The theme of the default style. */
    public static final ChartTheme DEFAULT = new ChartTheme(ChartStyle.DEFAULT);

    /**
     * Creates the theme of a style for learners that all differ.
     *
     * @param style what the user asks for
     */
    public ChartTheme(ChartStyle style) {
        this(style, 1);
    }

    /**
     * Returns the width of a figure.
     *
     * @return logical pixels
     */
    public int width() {
        return (int) Math.round(style.width() * TICK_PIXELS / style.fontSize());
    }

    /**
     * Returns the size of a logical pixel, at which a figure has the style's width and tick labels its font size, to half a pixel of the width.
     *
     * @return points
     */
    public double pointsPerPixel() {
        return style.width() / width();
    }

    /**
     * Returns the resolution of a picture of dots.
     *
     * @return dots per logical pixel
     */
    public double dotsPerPixel() {
        return style.dpi() * pointsPerPixel() / POINTS_PER_INCH;
    }

    /**
     * Returns the outer margin, which grows with the figure.
     *
     * @return logical pixels
     */
    public int margin() {
        return Math.max(4, Math.min(16, width() / 50));
    }

    /** Returns a length in words. */
    String inches(int pixels) {
        return String.format(Locale.ROOT, "%.2fin", pixels * pointsPerPixel() / POINTS_PER_INCH);
    }

    /**
     * Returns the height of a figure that the style asks for.
     *
     * @return logical pixels; empty where the figure is as high as it needs to be
     */
    public OptionalInt height() {
        return style.height().isPresent()
                ? OptionalInt.of((int) Math.round(style.height().getAsDouble() / pointsPerPixel()))
                : OptionalInt.empty();
    }

    private Typeface face() {
        return Typeface.of(style.font());
    }

    /** Returns the font of titles. */
    public Font title() {
        return face().bold().deriveFont(Font.BOLD, TITLE_PIXELS);
    }

    /** Returns the font of labels and legends. */
    public Font label() {
        return face().regular().deriveFont(LABEL_PIXELS);
    }

    /** Returns the font of panel titles. */
    public Font panel() {
        return face().bold().deriveFont(Font.BOLD, PANEL_PIXELS);
    }

    /** Returns the font of tick labels. */
    public Font tick() {
        return face().regular().deriveFont(TICK_PIXELS);
    }

    /** Returns the font of captions. */
    public Font caption() {
        return face().regular().deriveFont(CAPTION_PIXELS);
    }

    /** Returns the colour of a learner's line. */
    public Color colour(int learner) {
        int[] lines = style.grey() ? GREYS : LINES;
        return learner == REFERENCE ? FAINT : new Color(lines[learner / variants % lines.length]);
    }

    /** Returns the colour of a learner's band, transparent. */
    public Color veil(int learner) {
        Color line = colour(learner);
        return new Color(line.getRed(), line.getGreen(), line.getBlue(), 42);
    }

    /** Returns the stroke of a learner's line. */
    public BasicStroke stroke(int learner) {
        if (learner == REFERENCE) {
            return new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0);
        }
        int own = variants == 1 ? learner : learner % variants;
        float[][] dashes = style.grey() ? GREY_DASHES : DASHES;
        float[] dash = dashes[(own + learner / variants / LINES.length) % dashes.length];
        return dash.length == 0
                ? new BasicStroke(1.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(1.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /** Returns the colour of one of {@code ranks} ranks, the best the darkest. */
    public Color shade(int rank, int ranks) {
        double place = ranks == 1 ? 0.3 : (RAMP.length - 1) * (0.06 + 0.9 * rank / (ranks - 1));
        if (style.grey()) {
            int grey = (int) Math.round(40 + 200 * place / (RAMP.length - 1));
            return new Color(grey, grey, grey);
        }
        int low = Math.min((int) place, RAMP.length - 2);
        return blend(new Color(RAMP[low]), new Color(RAMP[low + 1]), place - low);
    }

    /** Returns the colour of one of {@code ranks} lines that follow an ordered parameter, the first the darkest; none is too pale for a line. */
    public Color ramp(int rank, int ranks) {
        return shade(rank, Math.max(ranks + (ranks + 3) / 4, 2));
    }

    private static Color blend(Color a, Color b, double share) {
        return new Color(
                (int) Math.round(a.getRed() + share * (b.getRed() - a.getRed())),
                (int) Math.round(a.getGreen() + share * (b.getGreen() - a.getGreen())),
                (int) Math.round(a.getBlue() + share * (b.getBlue() - a.getBlue())));
    }

    /** Restricts painting to a plot where limits of the style may leave data outside of it. */
    public void clip(Graphics2D g, double width, double height) {
        if (!style.xLimits().equals(Limits.NONE) || !style.yLimits().equals(Limits.NONE)) {
            g.clip(new Rectangle2D.Double(0, 0, width, height));
        }
    }

    /** Returns an empty plot, all of which is data: {@link Ticks} paints the axes outside of it. */
    public static XYChart plot() {
        XYChart chart = new XYChart(1, 1);
        XYStyler style = chart.getStyler();
        style.setLocale(Locale.ROOT);
        style.setLegendVisible(false);
        style.setChartTitleVisible(false).setChartPadding(0).setChartBackgroundColor(CLEAR);
        style.setPlotBackgroundColor(CLEAR).setPlotBorderVisible(false).setPlotContentSize(1);
        style.setPlotGridLinesVisible(false).setPlotMargin(0);
        style.setAxisTicksVisible(false).setXAxisTitleVisible(false).setYAxisTitleVisible(false);
        // Hidden tick labels are measured all the same, which for values of 1e160 would never end.
        style.setXAxisTickLabelsFormattingFunction(value -> "").setYAxisTickLabelsFormattingFunction(value -> "");
        return chart;
    }

    /** Returns an SVG whose ink, background and grid take the colours of the page that embeds it. */
    public static String themed(String tag) {
        return tag.replace(rgb(INK), "currentColor")
                .replace(rgb(FAINT), "currentColor")
                .replace(rgb(AXIS), "currentColor")
                .replace("\"black\"", "\"currentColor\"")
                .replace(rgb(GRID), "var(--grid)")
                .replace("\"white\"", "\"var(--ground)\"");
    }

    /** Returns a colour for a page: ink, also where it is black, is that of the page. */
    public static String css(Color colour) {
        return colour.equals(Color.BLACK) ? "currentColor" : themed(rgb(colour));
    }

    /** Replaces text within tags only. */
    public static String inTags(String svg, UnaryOperator<String> change) {
        return TAG.matcher(svg).replaceAll(tag -> Matcher.quoteReplacement(change.apply(tag.group())));
    }

    private static String rgb(Color c) {
        return "rgb(" + c.getRed() + "," + c.getGreen() + "," + c.getBlue() + ")";
    }
}
