package kelvin.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kelvin.experiment.BadInput;
import kelvin.simulation.FailedRun;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code kelvin} command.
 *
 * <p>Exit codes: 0 success, 1 a run that failed, 2 bad input or usage, 130 interrupted. Errors are one line on the standard
 * error stream, never a stack trace. Everything printed is UTF-8, whatever the locale.
 */
@Command(
        name = "kelvin",
        description = "Turns action values into action probabilities at a temperature, and plays bandits to see what it"
                + " costs.",
        version = "",
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  kelvin new my-question                             write a starter experiment",
            "  kelvin run experiments/ten-armed-testbed.yaml      play it and draw the charts",
            "  kelvin explain 1.2 -0.1 2.4                        one decision, step by step",
            "  kelvin help run                                    all about one command",
            "  source <(kelvin completion)                        complete commands in bash and zsh",
            "",
            "Exit codes: 0 success, 1 failed run, 2 bad input or usage, 130 interrupted."
        })
public final class Main implements Runnable {
    private static final int SUCCESS = 0;
    private static final int FAILED_RUN = 1;
    private static final int BAD_INPUT = 2;
    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

    private Main() {}

    /**
     * Runs a command and exits with its code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        System.exit(run(isTerminal(), out, err, args));
    }

    /**
     * Runs a command as a program would, without exiting.
     *
     * @param out receives what the command says
     * @param err receives errors
     * @param args the command and its arguments
     * @return the exit code
     */
    public static int run(PrintStream out, PrintStream err, String... args) {
        return run(false, out, err, args);
    }

    private static int run(boolean terminal, PrintStream out, PrintStream err, String... args) {
        PrintWriter problems = utf8(err);
        CommandLine commands = commands(terminal).setOut(utf8(out)).setErr(problems);
        try {
            return commands.execute(args);
        } catch (Error e) {
            problems.println(unexpected(e));
            return FAILED_RUN;
        } finally {
            commands.getOut().flush();
            problems.flush();
        }
    }

    private static CommandLine commands(boolean terminal) {
        CommandLine explain = new CommandLine(new ExplainCommand());
        CommandLine commands = new CommandLine(new Main())
                .addSubcommand(new RunCommand(terminal))
                .addSubcommand(new ChartCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(new NewCommand())
                .addSubcommand(new ListCommand())
                .addSubcommand(explain)
                .addSubcommand("completion", new GenerateCompletion())
                .addSubcommand(new HelpCommand());
        explain.setUnmatchedOptionsArePositionalParams(true); // -0.5 is a value
        return commands.setExpandAtFiles(false)
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((e, arguments) -> misused(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command.getErr()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private static int misused(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("kelvin: " + e.getMessage() + "; see "
                + command.getCommandSpec().qualifiedName() + " --help");
        UnmatchedArgumentException.printSuggestions(e, err);
        return BAD_INPUT;
    }

    private static int failed(Exception e, PrintWriter err) {
        if (e instanceof BadInput) {
            err.println("kelvin: " + e.getMessage());
            return BAD_INPUT;
        }
        boolean foreseen = e instanceof FailedRun || e instanceof UncheckedIOException;
        err.println(foreseen ? "kelvin: " + e.getMessage() : unexpected(e));
        return FAILED_RUN;
    }

    private static String unexpected(Throwable e) {
        return "kelvin: this should not happen, please report it: "
                + e.getClass().getName() + ": " + e.getMessage();
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** The launcher knows whether the standard error stream is a terminal; without it Java's console has to do. */
    private static boolean isTerminal() {
        String told = System.getProperty("kelvin.terminal");
        return told == null ? System.console() != null : told.equals("true");
    }

    /** The version of the jar; classes that were not packed have none. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "kelvin "
                        + Objects.requireNonNullElse(
                                Main.class.getPackage().getImplementationVersion(), "(not packaged)")
            };
        }
    }
}
