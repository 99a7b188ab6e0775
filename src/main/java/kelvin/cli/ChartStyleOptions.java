package kelvin.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import kelvin.chart.Charts;
import kelvin.chart.style.ChartOptions;
import kelvin.chart.style.ChartStyle;
import kelvin.contract.InvalidValue;
import kelvin.experiment.ExperimentFile;
import kelvin.yaml.BadInput;
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
    void style(String text) {
        given.put("style", text);
    }

    @Option(names = "--width", paramLabel = "LENGTH", description = "The width, in in, cm, mm, px or pt: 3.25in.")
    void width(String text) {
        given.put("width", text);
    }

    @Option(names = "--height", paramLabel = "LENGTH", description = "The height. Default: what a chart needs.")
    void height(String text) {
        given.put("height", text);
    }

    @Option(names = "--font-size", paramLabel = "LENGTH", description = "The size of tick labels: 8pt.")
    void fontSize(String text) {
        given.put("fontSize", text);
    }

    @Option(names = "--font", paramLabel = "FONT", description = "A font family, or the path of a .ttf file.")
    void font(String text) {
        given.put("font", text);
    }

    @Option(names = "--dpi", paramLabel = "N", description = "Dots per inch of a PNG.")
    void dpi(String text) {
        given.put("dpi", text);
    }

    @Option(names = "--title", paramLabel = "TEXT", description = "The title in place of the question, or off.")
    void title(String text) {
        given.put("title", text);
    }

    @Option(names = "--caption", paramLabel = "TEXT", description = "The caption in place of the chart's own, or off.")
    void caption(String text) {
        given.put("caption", text);
    }

    @Option(names = "--no-caption", description = "Leaves the caption out.")
    void noCaption(boolean without) {
        if (without) {
            given.put("caption", ChartOptions.OFF);
        }
    }

    @Option(
            names = "--bounds",
            negatable = true,
            defaultValue = Option.NULL_VALUE,
            fallbackValue = "true",
            description = "Draws proven bounds of regret; --no-bounds leaves them out.")
    void bounds(@Nullable Boolean drawn) {
        if (drawn != null) {
            given.put("bounds", drawn.toString());
        }
    }

    @Option(names = "--x-scale", paramLabel = "SCALE", description = "The scale of steps: linear or log.")
    void xScale(String text) {
        given.put("xScale", text);
    }

    @Option(
            names = "--y-scale",
            paramLabel = "SCALE",
            description = "The scale of metrics: linear or log, of curves without negative values.")
    void yScale(String text) {
        given.put("yScale", text);
    }

    @Option(
            names = {"--x-limits", "--steps"},
            paramLabel = "A..B",
            description = "The first and the last step shown: 1..50.")
    void xLimits(String text) {
        given.put("xLimits", text);
    }

    @Option(names = "--y-limits", paramLabel = "A..B", description = "The ends of the axis of metrics, of curves.")
    void yLimits(String text) {
        given.put("yLimits", text);
    }

    @Option(
            names = "--learners",
            paramLabel = "LABELS",
            description = "Shows these learners only, in this order; a label with a comma in quotes.")
    void learners(String text) {
        given.put("learners", text);
    }

    @Option(names = "--legend", paramLabel = "PLACE", description = "The place of names: ends, inside or below.")
    void legend(String text) {
        given.put("legend", text);
    }

    @Option(names = "--grey", description = "Draws in greys.")
    void grey(boolean wanted) {
        given.put("grey", String.valueOf(wanted));
    }

    @Option(
            names = "--numbers",
            paramLabel = "STYLE",
            description = "The style of numbers: en, 10 000, or en-US, 10,000.")
    void numbers(String text) {
        given.put("numbers", text);
    }

    @Option(
            names = "--format",
            paramLabel = "FORMATS",
            description = "png, svg, pdf and, of curves, tikz and csv, with commas.")
    void format(String text) {
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

    /**
     * Rejects an experiment file whose charts have a font that is not there, before anything is played.
     *
     * @throws BadInput if so
     */
    static void requireFont(ExperimentFile file) {
        try {
            file.experiment()
                    .chart()
                    .filter(chart -> chart.font().isPresent())
                    .ifPresent(chart -> Charts.requireFont(chart.resolved()));
        } catch (InvalidValue e) {
            throw new BadInput(file.path() + ": chart." + e.name() + ": " + e.problem());
        }
    }

    /** Returns the error of an option. */
    ParameterException failure(InvalidValue e) {
        String option = "--" + e.name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return new ParameterException(spec.commandLine(), option + ": " + e.problem());
    }
}
