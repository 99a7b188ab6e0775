package kelvin.chart.style;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import kelvin.contract.Default;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * The options of charts: {@code chart:} in an experiment file, or those given to {@code kelvin chart}. What is left out is as the style
 * has it.
 *
 * @param style a style in one word
 * @param width the width: a number with a unit in, cm, mm, px or pt
 * @param height the height, likewise; left out, what the chart needs
 * @param fontSize the size of tick labels; other text keeps its proportion to them
 * @param font a font family, or the path of a font file
 * @param dpi dots per inch of a PNG, 36 to 2400
 * @param title the title in place of the question, or {@code off}
 * @param caption the caption in place of the chart's own, or {@code off}
 * @param bounds whether proven bounds of regret are drawn
 * @param xScale the scale of steps
 * @param yScale the scale of metrics; a chart with negative values stays linear
 * @param xLimits the first and the last step shown, {@code a..b}
 * @param yLimits the ends of the axis of metrics, {@code a..b}
 * @param learners the labels of the learners shown, in order
 * @param legend the place of the names of lines
 * @param grey whether colours are greys
 * @param numbers the style of numbers: {@code en}, 10 000, or {@code en-US}, 10,000
 * @param format the formats of the files
 */
@Stability(MAY_CHANGE)
public record ChartOptions(
        @Default("none") Optional<Preset> style,
        @Default("none") Optional<String> width,
        @Default("none") Optional<String> height,
        @Default("none") Optional<String> fontSize,
        @Default("none") Optional<String> font,
        @Default("none") Optional<Integer> dpi,
        @Default("none") Optional<String> title,
        @Default("none") Optional<String> caption,
        @Default("none") Optional<Boolean> bounds,
        @Default("none") Optional<AxisScale> xScale,
        @Default("none") Optional<AxisScale> yScale,
        @Default("none") Optional<String> xLimits,
        @Default("none") Optional<String> yLimits,
        @Default("none") Optional<List<String>> learners,
        @Default("none") Optional<LegendPlace> legend,
        @Default("none") Optional<Boolean> grey,
        @Default("none") Optional<String> numbers,
        @Default("none") Optional<List<FileFormat>> format) {
    /** Leaves everything as it is. */
    public static final ChartOptions NONE = of(Map.of());

    /** The word for no title or no caption. */
    public static final String OFF = "off";

    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";
    private static final String FONT_SIZE = "fontSize";
    private static final String X_LIMITS = "xLimits";
    private static final String Y_LIMITS = "yLimits";
    private static final double MIN_WIDTH = 72;
    private static final double MAX_WIDTH = 50 * 72;
    private static final double MIN_FONT_SIZE = 3;
    private static final double MAX_FONT_SIZE = 100;
    private static final int MIN_DPI = 36;
    private static final int MAX_DPI = 2400;
    private static final int MAX_DOTS = 20_000;

    public ChartOptions {
        learners = learners.map(List::copyOf);
        format = format.map(List::copyOf);
        boolean shown = learners.map(all -> all.stream().distinct().count() == all.size() && !all.isEmpty())
                .orElse(true);
        Require.that(shown, "learners", learners.orElse(List.of()), "different labels, at least one");
        Require.that(!format.map(List::isEmpty).orElse(false), "format", "none", "at least one");
        dpi.ifPresent(dots -> Require.that(
                dots >= MIN_DPI && dots <= MAX_DPI, "dpi", dots, "between " + MIN_DPI + " and " + MAX_DPI));
        width.ifPresent(text -> Lengths.points(WIDTH, text, MIN_WIDTH, MAX_WIDTH));
        height.ifPresent(text -> Lengths.points(HEIGHT, text, MIN_WIDTH, MAX_WIDTH));
        fontSize.ifPresent(text -> Lengths.points(FONT_SIZE, text, MIN_FONT_SIZE, MAX_FONT_SIZE));
        xLimits.ifPresent(text -> Limits.of(X_LIMITS, text));
        yLimits.ifPresent(text -> Limits.of(Y_LIMITS, text));
        numbers.ifPresent(NumberStyle::of);
        font.ifPresent(
                text -> Require.that(!text.isBlank(), "font", "nothing", "a font family or the path of a font file"));
    }

    /**
     * Reads options from their texts.
     *
     * @param texts each by the name of its component; lists are apart by commas
     * @return the options
     * @throws InvalidValue if one cannot be read; its name is that of the component
     */
    public static ChartOptions of(Map<String, String> texts) {
        OptionTexts all = new OptionTexts(texts);
        return new ChartOptions(
                all.constant("style", Preset.values()),
                all.text(WIDTH),
                all.text(HEIGHT),
                all.text(FONT_SIZE),
                all.text("font"),
                all.whole("dpi"),
                all.text("title"),
                all.text("caption"),
                all.truth("bounds"),
                all.constant("xScale", AxisScale.values()),
                all.constant("yScale", AxisScale.values()),
                all.text(X_LIMITS),
                all.text(Y_LIMITS),
                all.list("learners"),
                all.constant("legend", LegendPlace.values()),
                all.truth("grey"),
                all.text("numbers"),
                all.constants("format", FileFormat.values()));
    }

    /**
     * Reads options from a tree, as they were written into one.
     *
     * @param tree texts, numbers, truth values and lists of texts by the names of components
     * @return the options
     * @throws InvalidValue as {@link #of} does
     */
    public static ChartOptions ofTree(Map<?, ?> tree) {
        Map<String, String> texts = new LinkedHashMap<>();
        tree.forEach((name, value) -> texts.put(
                String.valueOf(name),
                value instanceof List<?> list
                        ? list.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(","))
                        : String.valueOf(value)));
        return of(texts);
    }

    /** Returns these options, with those of another where these leave one out. */
    public ChartOptions over(ChartOptions base) {
        return new ChartOptions(
                style.or(base::style),
                width.or(base::width),
                height.or(base::height),
                fontSize.or(base::fontSize),
                font.or(base::font),
                dpi.or(base::dpi),
                title.or(base::title),
                caption.or(base::caption),
                bounds.or(base::bounds),
                xScale.or(base::xScale),
                yScale.or(base::yScale),
                xLimits.or(base::xLimits),
                yLimits.or(base::yLimits),
                learners.or(base::learners),
                legend.or(base::legend),
                grey.or(base::grey),
                numbers.or(base::numbers),
                format.or(base::format));
    }

    /**
     * Returns the style that follows.
     *
     * @return the style
     * @throws InvalidValue if the width has no room for text of the font size, or a picture would have too many dots
     */
    public ChartStyle resolved() {
        Preset preset = style.orElse(Preset.SCREEN);
        double points = width.map(text -> Lengths.points(WIDTH, text, MIN_WIDTH, MAX_WIDTH))
                .orElse(preset.width());
        double size = fontSize.map(text -> Lengths.points(FONT_SIZE, text, MIN_FONT_SIZE, MAX_FONT_SIZE))
                .orElse(preset.fontSize());
        OptionalDouble high = height.isEmpty()
                ? preset.height()
                : OptionalDouble.of(Lengths.points(HEIGHT, height.get(), MIN_WIDTH, MAX_WIDTH));
        double least = ChartStyle.MIN_EMS * size;
        Require.that(
                points >= least - 1e-9,
                WIDTH,
                Lengths.in(points, "in"),
                "at least " + Lengths.in(least, "in") + " for text of " + Lengths.in(size, "pt"));
        int dots = dpi.orElse(preset.dpi());
        double most = MAX_DOTS * Lengths.POINTS_PER_INCH / Math.max(points, high.orElse(0));
        Require.that(dots <= most, "dpi", dots, "at most " + (int) most + " at this size");
        return new ChartStyle(
                points,
                high,
                height.isEmpty(),
                size,
                font.orElse(ChartStyle.BUNDLED),
                dots,
                title.map(ChartOptions::words).or(() -> preset.framed() ? Optional.empty() : Optional.of("")),
                caption.map(ChartOptions::words).or(() -> preset.framed() ? Optional.empty() : Optional.of("")),
                bounds.orElse(true),
                xScale,
                yScale,
                xLimits.map(text -> Limits.of(X_LIMITS, text)).orElse(Limits.NONE),
                yLimits.map(text -> Limits.of(Y_LIMITS, text)).orElse(Limits.NONE),
                learners.orElse(List.of()),
                legend,
                grey.orElse(false),
                numbers.map(NumberStyle::of).orElse(NumberStyle.EN),
                format.orElse(preset.formats()));
    }

    private static String words(String text) {
        return text.equals(OFF) ? "" : text;
    }
}
