package kelvin.cli.console;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.PrintWriter;
import java.io.Writer;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options {@code --quiet} and {@code --verbose} of a command, which exclude each other. */
@Stability(INTERNAL)
public final class Verbosity {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup
    private @Nullable Level level;

    private static final class Level {
        @Option(
                names = {"-q", "--quiet"},
                description = "Prints errors only.")
        private boolean quiet;

        @Option(
                names = {"-v", "--verbose"},
                description = "Prints more: what is done, and how long each part takes.")
        private boolean verbose;
    }

    /**
     * Returns true if only errors are wanted.
     *
     * @return true after {@code --quiet}
     */
    public boolean quiet() {
        return level != null && level.quiet;
    }

    /**
     * Returns true if more is wanted.
     *
     * @return true after {@code --verbose}
     */
    public boolean verbose() {
        return level != null && level.verbose;
    }

    /**
     * Returns where the command prints.
     *
     * @return its output, or nowhere after {@code --quiet}
     */
    public PrintWriter out() {
        return quiet()
                ? new PrintWriter(Writer.nullWriter())
                : spec.commandLine().getOut();
    }

    /**
     * Prints a line after {@code --verbose}.
     *
     * @param line the line
     */
    public void detail(String line) {
        if (verbose()) {
            out().println(line);
        }
    }
}
