package kelvin.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.chart.style.ChartOptions;
import kelvin.chart.style.ChartStyle;
import kelvin.contract.InvalidValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of how charts look, which {@code chart:} in an experiment file has by the same names. */
final class ChartStyleOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    private final Map<String, String> given = new LinkedHashMap<>();

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            description = "screen; paper: 3.25in, labels of 8pt, pdf and png, no title or caption; slide: 12in, 18pt.")
    private void style(String text) {
        given.put("style", text);
    }

    @Option(names = "--width", paramLabel = "LENGTH", description = "The width, in in, cm, mm, px or pt: 3.25in.")
    private void width(String text) {
        given.put("width", text);
    }

    @Option(names = "--height", paramLabel = "LENGTH", description = "The height. Default: what a chart needs.")
    private void height(String text) {
        given.put("height", text);
    }

    @Option(names = "--font-size", paramLabel = "LENGTH", description = "The size of tick labels: 8pt.")
    private void fontSize(String text) {
        given.put("fontSize", text);
    }

    @Option(names = "--font", paramLabel = "FONT", description = "A font family, or the path of a .ttf file.")
    private void font(String text) {
        given.put("font", text);
    }

    @Option(names = "--dpi", paramLabel = "N", description = "Dots per inch of a PNG.")
    private void dpi(String text) {
        given.put("dpi", text);
    }

    @Option(names = "--title", paramLabel = "TEXT", description = "The title in place of the question, or off.")
    private void title(String text) {
        given.put("title", text);
    }

    @Option(names = "--caption", paramLabel = "TEXT", description = "The caption in place of the chart's own, or off.")
    private void caption(String text) {
        given.put("caption", text);
    }

    @Option(names = "--no-caption", description = "Leaves the caption out.")
    private void noCaption(boolean without) {
        given.put("caption", ChartOptions.OFF);
    }

    @Option(
            names = "--bounds",
            negatable = true,
            defaultValue = Option.NULL_VALUE,
            fallbackValue = "true",
            description = "Draws proven bounds of regret; --no-bounds leaves them out.")
    private void bounds(@Nullable Boolean drawn) {
        if (drawn != null) {
            given.put("bounds", drawn.toString());
        }
    }

    @Option(names = "--x-scale", paramLabel = "SCALE", description = "The scale of steps: linear or log.")
    private void xScale(String text) {
        given.put("xScale", text);
    }

    @Option(
            names = "--y-scale",
            paramLabel = "SCALE",
            description = "The scale of metrics: linear or log, of curves without negative values.")
    private void yScale(String text) {
        given.put("yScale", text);
    }

    @Option(
            names = {"--x-limits", "--steps"},
            paramLabel = "A..B",
            description = "The first and the last step shown: 1..50.")
    private void xLimits(String text) {
        given.put("xLimits", text);
    }

    @Option(names = "--y-limits", paramLabel = "A..B", description = "The ends of the axis of metrics, of curves.")
    private void yLimits(String text) {
        given.put("yLimits", text);
    }

    @Option(
            names = "--learners",
            paramLabel = "LABELS",
            description = "Shows these learners only, in this order; a label with a comma in quotes.")
    private void learners(String text) {
        given.put("learners", text);
    }

    @Option(names = "--legend", paramLabel = "PLACE", description = "The place of names: ends, inside or below.")
    private void legend(String text) {
        given.put("legend", text);
    }

    @Option(names = "--grey", description = "Draws in greys.")
    private void grey(boolean wanted) {
        given.put("grey", String.valueOf(wanted));
    }

    @Option(
            names = "--numbers",
            paramLabel = "STYLE",
            description = "The style of numbers: en, 10 000, or en-US, 10,000.")
    private void numbers(String text) {
        given.put("numbers", text);
    }

    @Option(names = "--format", paramLabel = "FORMATS", description = "png, svg and pdf, with commas.")
    private void format(String text) {
        given.put("format", text);
    }

    /**
     * Returns the style of these options over those of an experiment.
     *
     * @throws ParameterException if an option is wrong
     */
    ChartStyle over(ChartOptions file) {
        try {
            return ChartOptions.of(given).over(file).resolved();
        } catch (InvalidValue e) {
            throw failure(e);
        }
    }

    /** Returns the error of an option. */
    ParameterException failure(InvalidValue e) {
        String option = "--" + e.name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return new ParameterException(spec.commandLine(), option + ": " + e.problem());
    }

    /** Returns whether an option of this name was given. */
    boolean has(String name) {
        return List.copyOf(given.keySet()).contains(name);
    }
}
