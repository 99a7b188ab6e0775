package kelvin.chart.style;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import kelvin.contract.Stability;

/**
 * The style of charts: sizes, words, axes and looks.
 *
 * @param width the width in points, of which an inch has 72
 * @param height the height in points; empty for what the chart needs
 * @param mayGrow whether a chart that has no room in the height is higher; else that is an error
 * @param fontSize the size of tick labels in points; other text keeps its proportion to them
 * @param font the font family, or the path of a font file
 * @param dpi dots per inch of a PNG
 * @param title the title in place of the question; empty text for none
 * @param caption the caption in place of the chart's own; empty text for none
 * @param bounds whether proven bounds of regret are drawn
 * @param xScale the scale of steps; empty for the chart's own
 * @param yScale the scale of metrics; empty for the chart's own, which a chart with negative values keeps
 * @param xLimits the ends of the axis of steps
 * @param yLimits the ends of the axis of metrics
 * @param learners the labels of the learners shown, in order; empty for all
 * @param legend the place of the names of lines; empty for where there is room
 * @param grey whether colours are greys
 * @param numbers the style of numbers on axes
 * @param formats the formats of the files
 */
@Stability(MAY_CHANGE)
public record ChartStyle(
        double width,
        OptionalDouble height,
        boolean mayGrow,
        double fontSize,
        String font,
        int dpi,
        Optional<String> title,
        Optional<String> caption,
        boolean bounds,
        Optional<AxisScale> xScale,
        Optional<AxisScale> yScale,
        Limits xLimits,
        Limits yLimits,
        List<String> learners,
        Optional<LegendPlace> legend,
        boolean grey,
        NumberStyle numbers,
        List<FileFormat> formats) {
    /** The family of the bundled typeface. */
    public static final String BUNDLED = "DejaVu Sans";

    /** The least width of a figure in font sizes, in which its parts have room. */
    static final double MIN_EMS = 22;

    /** The style of charts on a screen. */
    public static final ChartStyle DEFAULT = ChartOptions.NONE.resolved();

    /** Returns this style with the formats that every results folder has: PNG and SVG. */
    public ChartStyle withPictures() {
        Stream<FileFormat> all = Stream.concat(Stream.of(FileFormat.PNG, FileFormat.SVG), formats.stream());
        return with(learners, all.distinct().toList());
    }

    /**
     * Returns this style without a choice of learners, for what has been chosen already.
     *
     * @return the same style, which shows all learners
     */
    public ChartStyle ofAllLearners() {
        return with(List.of(), formats);
    }

    private ChartStyle with(List<String> shown, List<FileFormat> others) {
        return new ChartStyle(
                width, height, mayGrow, fontSize, font, dpi, title, caption, bounds, xScale, yScale, xLimits, yLimits,
                shown, legend, grey, numbers, others);
    }

    /** The width of charts on a phone in points, which fills a screen of 360 pixels but for its margins. */
    public static final double PHONE = 246;

    /**
     * Returns a style of the usual font that shows the same: for a page, which has title and caption itself.
     *
     * @param width the width in points
     */
    public ChartStyle inPage(double width) {
        return new ChartStyle(
                width,
                DEFAULT.height,
                DEFAULT.mayGrow,
                DEFAULT.fontSize,
                DEFAULT.font,
                DEFAULT.dpi,
                DEFAULT.title,
                DEFAULT.caption,
                bounds,
                xScale,
                yScale,
                xLimits,
                yLimits,
                learners,
                legend,
                grey,
                numbers,
                DEFAULT.formats);
    }

    public ChartStyle {
        learners = List.copyOf(learners);
        formats = List.copyOf(formats);
    }
}
