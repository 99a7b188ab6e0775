package kelvin.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import kelvin.chart.Charts;
import kelvin.chart.style.ChartOptions;
import kelvin.chart.style.ChartStyle;
import kelvin.contract.InvalidValue;
import kelvin.experiment.ExperimentFile;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * The options of how charts look. Each is a key of {@code chart:} in an experiment file, which {@link ChartOptions} reads for both, with
 * hyphens in its name.
 */
final class ChartStyleOptions {
    private static final String CAPTION = "caption";

    /** The options with a value, by key. */
    private static final List<Valued> VALUED = List.of(
            new Valued(
                    "style",
                    "STYLE",
                    "screen; paper: 3.25in, labels of 8pt, pdf and png, no title or caption; slide: 12in, 18pt."),
            new Valued("width", "LENGTH", "The width, in in, cm, mm, px or pt: 3.25in."),
            new Valued("height", "LENGTH", "The height. Default: what a chart needs."),
            new Valued("fontSize", "LENGTH", "The size of tick labels: 8pt."),
            new Valued("font", "FONT", "A font family, or the path of a .ttf file."),
            new Valued("dpi", "N", "Dots per inch of a PNG."),
            new Valued("title", "TEXT", "The title in place of the question, or off."),
            new Valued(CAPTION, "TEXT", "The caption in place of the chart's own, or off."),
            new Valued("xScale", "SCALE", "The scale of steps: linear or log."),
            new Valued("yScale", "SCALE", "The scale of metrics: linear or log, of curves without negative values."),
            new Valued("xLimits", "A..B", "The first and the last step shown: 1..50.", "--steps"),
            new Valued("yLimits", "A..B", "The ends of the axis of metrics, of curves."),
            new Valued(
                    "learners", "LABELS", "Shows these learners only, in this order; a label with a comma in quotes."),
            new Valued("legend", "PLACE", "The place of names: ends, inside or below."),
            new Valued("numbers", "STYLE", "The style of numbers: en, 10 000, or en-US, 10,000."),
            new Valued("format", "FORMATS", "png, svg, pdf and, of curves, tikz and csv, with commas."));

    private final Map<String, String> given = new LinkedHashMap<>();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** An option with a value: the key, what the value is, what it does, and other names. */
    private record Valued(String key, String label, String description, String... others) {
        OptionSpec.Builder option() {
            return OptionSpec.builder(name(key), others)
                    .type(String.class)
                    .paramLabel(label)
                    .description(description);
        }
    }

    /** Adds the options to a command. */
    @Spec(Target.MIXEE)
    void addTo(CommandSpec command) {
        VALUED.forEach(valued -> add(command, valued.key, valued.option()));
        add(command, "grey", flag("grey").description("Draws in greys."));
        add(
                command,
                "bounds",
                flag("bounds")
                        .negatable(true)
                        .fallbackValue("true")
                        .description("Draws proven bounds of regret; --no-bounds leaves them out."));
    }

    @Option(names = "--no-caption", description = "Leaves the caption out.")
    void noCaption(boolean without) {
        if (without) {
            given.put(CAPTION, ChartOptions.OFF);
        }
    }

    private static OptionSpec.Builder flag(String key) {
        return OptionSpec.builder(name(key)).type(Boolean.class).arity("0");
    }

    private void add(CommandSpec command, String key, OptionSpec.Builder option) {
        command.addOption(option.setter(setter(value -> given.put(key, value))).build());
    }

    /** Returns what keeps the value of an option that is given. */
    private static ISetter setter(Consumer<String> keep) {
        return new ISetter() {
            @Override
            public <T> @Nullable T set(@Nullable T value) {
                if (value != null) {
                    keep.accept(value.toString());
                }
                return null;
            }
        };
    }

    /** Returns the name of the option of a key. */
    private static String name(String key) {
        return "--" + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
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
        return new ParameterException(spec.commandLine(), name(e.name()) + ": " + e.problem());
    }
}
