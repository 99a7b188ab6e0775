package kelvin.chart;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.ImageFile;
import kelvin.chart.style.ChartStyle;
import kelvin.chart.style.FileFormat;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
import kelvin.metric.Results;
import kelvin.report.ReportChart;

/** Chooses the charts for which results have data and draws them, without a display or installed fonts; also draws charts of policies. */
@Stability(MAY_CHANGE)
public final class Charts {
    /** The names of the charts that are drawn on request only. */
    public static final Set<String> EXTRA = Set.of("regret-quantiles", "normalised-regret", "running-time");

    private Charts() {}

    /**
     * Draws the usual charts: all of {@link #draw(Results, Path, Predicate)} except {@link #EXTRA}.
     *
     * @param results what to draw; at least one learner and one reported step
     * @param folder where to put the pictures; made if missing
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public static List<Path> draw(Results results, Path folder) throws IOException {
        return draw(results, folder, name -> !EXTRA.contains(name));
    }

    /**
     * Draws charts of results.
     *
     * <ul>
     *   <li>{@code regret}: cumulative regret with 95 % bands, and proven lower bounds; a chart named so for every other metric too ({@code reward}, {@code
     *       optimal-action}, …);
     *   <li>{@code differences}: regret less that of the baseline, in pairs;
     *   <li>{@code final-regret}: the distribution over repetitions at the horizon, and how many are linear at the end;
     *   <li>{@code selections}: the shares of the arms, by rank;
     *   <li>{@code probabilities}, {@code single-runs}, {@code entropy}, {@code temperature}, {@code scheduled-epsilon} and so on for each
     *       scheduled number, {@code values}: what is traced, where
     *       anything is; {@code regret-by-group}, {@code reliability}, {@code coefficients}: what contexts tell of learners; {@code
     *       policy}: what agents do where; {@code rewards}: what arms pay;
     *   <li>{@code sweep-regret}, {@code sweep-reward}: against what a sweep varies, as lines or heat maps;
     *   <li>{@code regret-quantiles}: the distribution over time; {@code normalised-regret}: R(t)/ln t; {@code
     *       running-time}: how long each learner played.
     * </ul>
     *
     * <p>Every band of a mean follows the rule of {@link kelvin.metric.RunSummary}, at each step alone: Student's interval, or the
     * bootstrap interval (BCa) where repetitions are too skewed for that. The latter is known at the steps at which every repetition is
     * kept; between them its ends are interpolated in standard errors from the mean. Of metrics whose repetitions are known at the horizon only, such
     * a bootstrap interval is a bar there.
     *
     * <p>The axis of steps is linear unless the style asks for a logarithmic one, as the caption then says; that of normalised
     * regret is logarithmic unless it asks for a linear one. Reward and optimal actions are averaged over at least the latest 5 % of the steps at each point,
     * selections over 12 %, as their captions say; regret is drawn as it is. Of more than 16 learners, lines and small
     * plots show the eleven with the least regret and the baseline. Where regret of a few learners would leave the lowest fifth of the axis to
     * five others or more, the axis ends above those, and the label and the caption say where the few end; a vertical scale that the style asks
     * for shows all.
     *
     * <p>Each file is written beside its final name and then moved onto it, so that there is never half a picture under
     * a final name. Pictures are drawn in parallel. Cost: about a second at first, most of it the JDK starting to draw.
     *
     * @param results what to draw; at least one learner, with every metric and at least one reported step
     * @param folder where to put each chart as {@code .png} and {@code .svg}; made if missing
     * @param wanted which charts, by name
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public static List<Path> draw(Results results, Path folder, Predicate<String> wanted) throws IOException {
        return draw(results, folder, wanted, ChartStyle.DEFAULT);
    }

    /**
     * Draws charts of results in a style; see {@link #draw(Results, Path, Predicate)}.
     *
     * @param results what to draw; at least one learner, with every metric and at least one reported step
     * @param folder where to put each chart; made if missing
     * @param wanted which charts, by name
     * @param style the style
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public static List<Path> draw(Results results, Path folder, Predicate<String> wanted, ChartStyle style)
            throws IOException {
        needNoDisplay();
        ChartTheme theme = new ChartTheme(style);
        Map<String, Supplier<? extends Figure>> figures = new LinkedHashMap<>(
                ResultFigures.of(theme, ResultFigures.shown(results, style), ShownLearners.looks(results)));
        figures.keySet().removeIf(wanted.negate());
        return draw(figures, theme, folder);
    }

    /**
     * Returns the names of the charts for which there are data.
     *
     * @param results what to draw
     * @return their names
     */
    public static List<String> names(Results results) {
        return List.copyOf(
                ResultFigures.of(ChartTheme.DEFAULT, results, List.of()).keySet());
    }

    /**
     * Returns a chart to embed in a page: its picture without heading, caption and background; ink is {@code currentColor},
     * background and grid are the page's {@code --ground} and {@code --grid}, so that it is readable on dark pages too.
     *
     * @param results what to draw
     * @param name one of {@link #names}
     * @return pictures, caption, and numbers if the chart is of curves over steps
     * @throws IOException if it cannot be drawn
     */
    public static ReportChart embedded(Results results, String name) throws IOException {
        return embedded(results, name, ChartStyle.DEFAULT);
    }

    /**
     * Returns a chart to embed in a page, which shows what a style asks for at the size of the page.
     *
     * @param results what to draw
     * @param name one of {@link #names}
     * @param style the style
     * @return pictures, caption, and numbers if the chart is of curves over steps
     * @throws IOException if it cannot be drawn
     */
    public static ReportChart embedded(Results results, String name, ChartStyle style) throws IOException {
        needNoDisplay();
        List<String> looks = ShownLearners.looks(results);
        Results unasked =
                ResultFigures.shown(results, style).toBuilder().question("").build();
        return EmbeddedCharts.of(
                figure(style.inPage(ChartStyle.DEFAULT.width()), unasked, looks, name),
                figure(style.inPage(ChartStyle.PHONE), unasked, looks, name),
                name);
    }

    private static Figure figure(ChartStyle style, Results results, List<String> looks, String name) {
        return Objects.requireNonNull(
                        ResultFigures.of(new ChartTheme(style), results, looks).get(name), name)
                .get();
    }

    /**
     * Draws functions, such as the probabilities of policies, as small multiples.
     *
     * @param profiles what to draw; at least one plot, line and point
     * @param folder where to put the picture; made if missing
     * @param name its name, to which {@code .png} and {@code .svg} are added
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public static List<Path> draw(Profiles profiles, Path folder, String name) throws IOException {
        return draw(Map.of(name, () -> ProfilePanel.figure(ChartTheme.DEFAULT, profiles)), folder);
    }

    /**
     * Draws estimates against true values as small multiples.
     *
     * @param scatter what to draw; at least one plot
     * @param folder where to put the picture; made if missing
     * @param name its name, to which {@code .png} and {@code .svg} are added
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public static List<Path> draw(Scatter scatter, Path folder, String name) throws IOException {
        return draw(Map.of(name, () -> new ScatterFigure(ChartTheme.DEFAULT, scatter)), folder);
    }

    /**
     * Draws estimates with their intervals, one below the other.
     *
     * @param intervals what to draw; at least one estimate
     * @param folder where to put the picture; made if missing
     * @param name its name, to which {@code .png} and {@code .svg} are added
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public static List<Path> draw(EstimateIntervals intervals, Path folder, String name) throws IOException {
        return draw(Map.of(name, () -> new IntervalFigure(ChartTheme.DEFAULT, intervals)), folder);
    }

    /**
     * Draws labelled lines over a logarithmic vertical axis.
     *
     * @param lines what to draw
     * @param folder where to put the picture; made if missing
     * @param name its name, to which {@code .png} and {@code .svg} are added
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public static List<Path> draw(LogLines lines, Path folder, String name) throws IOException {
        return draw(Map.of(name, () -> new LogFigure(ChartTheme.DEFAULT, lines)), folder);
    }

    /**
     * Draws figures of any kind.
     *
     * @param figures makes each figure, by the name to which {@code .png} and {@code .svg} are added
     * @param folder where to put the pictures; made if missing
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public static List<Path> draw(Map<String, Supplier<? extends Figure>> figures, Path folder) throws IOException {
        return draw(figures, ChartTheme.DEFAULT, folder);
    }

    static List<Path> draw(Map<String, Supplier<? extends Figure>> figures, ChartTheme theme, Path folder)
            throws IOException {
        needNoDisplay();
        Map<String, Figure> made = new LinkedHashMap<>();
        figures.forEach((name, figure) -> made.put(name, figure.get()));
        return write(made, theme, folder);
    }

    private static List<Path> write(Map<String, Figure> figures, ChartTheme theme, Path folder) throws IOException {
        List<FileFormat> formats = theme.style().formats();
        List<Picture> pictures = figures.entrySet().stream()
                .flatMap(figure -> formats.stream()
                        .filter(format ->
                                !format.ofCurves() || figure.getValue().table().isPresent())
                        .map(format -> new Picture(figure.getKey(), figure.getValue(), theme, format)))
                .toList();
        Require.that(
                !pictures.isEmpty() || figures.isEmpty(),
                "format",
                formats.stream().map(FileFormat::word).collect(Collectors.joining(",")),
                "one of png, svg, pdf for " + String.join(", ", figures.keySet()) + ", not of curves");
        Folders.make(folder);
        try {
            return pictures.parallelStream()
                    .map(picture -> picture.write(folder))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Rejects a style whose font is not there.
     *
     * @param style the style
     * @throws kelvin.contract.InvalidValue if so
     */
    public static void requireFont(ChartStyle style) {
        needNoDisplay();
        new ChartTheme(style).label();
    }

    /** Sets AWT to headless mode, before any of its classes is loaded. */
    static void needNoDisplay() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private record Picture(String name, Figure figure, ChartTheme theme, FileFormat format) {
        Path write(Path folder) {
            try {
                return ImageFile.valueOf(format.name()).write(figure, theme, folder, name);
            } catch (IOException e) {
                throw new UncheckedIOException(IoMessage.of(e), e);
            }
        }
    }
}
