package kelvin.cli.console;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.Map;
import java.util.function.UnaryOperator;
import kelvin.contract.Stability;
import picocli.CommandLine.Help.Ansi;

/**
 * The capabilities of the streams that a command prints to, which the launcher knows and Java cannot tell.
 *
 * @param bar whether the error stream is a terminal, where a progress bar may be drawn
 * @param blocks whether the output shows blocks of Unicode; else bars are ASCII
 * @param columns the width of the output in characters
 * @param out whether the output has colours
 * @param err whether the error stream has colours
 */
@Stability(INTERNAL)
public record Terminal(boolean bar, boolean blocks, int columns, Ansi out, Ansi err) {
    /** The width where the output is no terminal, and the largest width of text. */
    public static final int WIDTH = 100;

    /** Files, pipes and tests: ASCII, no colours, no progress bar. */
    public static final Terminal NONE = new Terminal(false, false, WIDTH, Ansi.OFF, Ansi.OFF);

    private static final int MIN_WIDTH = 60;

    /**
     * Reads what the launcher says in {@code kelvin.terminal} (the error stream is a terminal), {@code kelvin.blocks} (the output is
     * one that shows blocks) and {@code kelvin.columns} (the output is a terminal of that width; empty if it is none). Without a
     * launcher there is no bar, and colours are guessed.
     *
     * @param property returns a system property; null if it is not set
     * @param environment the environment variables
     * @return the capabilities
     */
    public static Terminal of(UnaryOperator<String> property, Map<String, String> environment) {
        boolean bar = Boolean.parseBoolean(property.apply("kelvin.terminal"));
        boolean blocks = Boolean.parseBoolean(property.apply("kelvin.blocks"));
        String columns = property.apply("kelvin.columns");
        if (columns == null) {
            return new Terminal(bar, blocks, WIDTH, Ansi.AUTO.enabled() ? Ansi.ON : Ansi.OFF, Ansi.OFF);
        }
        boolean wide = columns.matches("[1-9]\\d{0,5}");
        int width = wide ? Math.max(MIN_WIDTH, Integer.parseInt(columns)) : WIDTH;
        return new Terminal(bar, blocks, width, colours(!columns.isEmpty(), environment), colours(bar, environment));
    }

    /** Returns the capabilities without a progress bar. */
    public Terminal withoutBar() {
        return new Terminal(false, blocks, columns, out, err);
    }

    /** Applies {@code NO_COLOR}, {@code CLICOLOR_FORCE}, {@code CLICOLOR} and {@code TERM}, in this order. */
    private static Ansi colours(boolean terminal, Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return Ansi.OFF;
        } else if (!environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0")) {
            return Ansi.ON;
        }
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        boolean refused = environment.getOrDefault("CLICOLOR", "1").equals("0");
        return terminal && !dumb && !refused ? Ansi.ON : Ansi.OFF;
    }
}
