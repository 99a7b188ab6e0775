package kelvin.cli.console;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.List;
import kelvin.contract.Stability;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * The few colours of texts on a terminal; they never carry a meaning that the words do not.
 *
 * @param ansi whether there are colours; else texts stay as they are
 */
@Stability(INTERNAL)
public record Colours(Ansi ansi) {
    private static final String BLOCKS = "[█▏▎▍▌▋▊▉]+";

    /**
     * Returns the colours of a command's output.
     *
     * @param command the command line of the command
     * @return its colours
     */
    public static Colours of(CommandLine command) {
        return new Colours(command.getColorScheme().ansi());
    }

    /**
     * Marks a verdict.
     *
     * @param good whether all is well
     * @param word the words to mark
     * @return the words in green or bold red
     */
    public String verdict(boolean good, String word) {
        return good ? styled(word, Style.fg_green) : error(word);
    }

    /**
     * Marks an error.
     *
     * @param text one line
     * @return the text in bold red
     */
    public String error(String text) {
        return styled(text, Style.bold, Style.fg_red);
    }

    /**
     * Marks a name or a heading.
     *
     * @param text one line
     * @return the text in bold
     */
    public String strong(String text) {
        return styled(text, Style.bold);
    }

    /**
     * Marks a bar.
     *
     * @param text one line
     * @return the text in cyan
     */
    public String bar(String text) {
        return styled(text, Style.fg_cyan);
    }

    /**
     * Marks all bars of blocks in a text.
     *
     * @param text any text
     * @return the text with its runs of blocks in cyan
     */
    public String bars(String text) {
        return ansi.enabled() ? text.replaceAll(BLOCKS, bar("$0")) : text;
    }

    private String styled(String text, IStyle... styles) {
        return ansi.enabled() && !text.isEmpty()
                ? Help.defaultColorScheme(ansi).apply(text, List.of(styles)).toString()
                : text;
    }
}
