package kelvin.cli;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import kelvin.cli.console.CheckedOutput;
import kelvin.cli.console.Colours;
import kelvin.cli.console.FailureMessage;
import kelvin.cli.console.Terminal;
import kelvin.cli.console.UsageError;
import kelvin.contract.Stability;
import kelvin.results.Build;
import kelvin.yaml.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code kelvin} command.
 *
 * <p>Exit codes: 0 success, 1 a run that failed, a policy that was rejected or results that did not come out again, 2 bad input or usage, 130 interrupted. Errors are one line on the standard
 * error stream, followed by a stack trace only after {@code --debug}. Everything printed is UTF-8, whatever the locale.
 */
@Command(
        name = "kelvin",
        description =
                "Turns action values into action probabilities at a temperature, and plays bandits to measure what a temperature"
                        + " costs.",
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  kelvin new my-question                             write a starter experiment",
            "  kelvin run experiments/ten-armed-testbed.yaml      play it and draw the charts",
            "  kelvin explain 1.2 -0.1 2.4                        one decision, step by step",
            "  kelvin lesson 1                                    ten lessons of ten minutes",
            "  kelvin help run                                    all options of one command",
            "  source <(kelvin completion)                        complete commands in bash and zsh",
            "",
            "Exit codes: 0 success, 1 failed run, audit or verification, 2 bad input or usage, 130 interrupted.",
            "Colours are for terminals alone; NO_COLOR=1 turns them off."
        })
@Stability(INTERNAL)
public final class Main implements Callable<Integer> {
    private static final Set<String> TAKING_NUMBERS = Set.of("explain", "audit");
    private static final String HELP = "help";
    private static final String COMPLETION = "completion";
    private static final Set<String> NEEDING_ALL = Set.of(HELP, COMPLETION);

    /** The names of the commands, in the order of the help. */
    private static final List<String> COMMANDS = List.of(
            "run",
            "merge",
            "chart",
            "compare",
            "verify",
            "gallery",
            "check",
            "new",
            "list",
            "explain",
            "audit",
            "exact",
            "evaluate",
            "learn",
            "decisions",
            "fit",
            "fit-classes",
            "layers",
            "lesson",
            "page",
            HELP,
            COMPLETION);

    private static final String DEBUG = "--debug";
    private static final Set<String> ASKING_FOR_VERSION = Set.of("--version", "-V");

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = DEBUG,
            scope = ScopeType.INHERIT,
            description = "Prints the stack trace of an error, which shows where in the code it arose.")
    private boolean debug;

    private final Terminal terminal;

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs a command and exits with its code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        System.exit(run(Terminal.of(System::getProperty, System.getenv()), out, err, args));
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
        return run(Terminal.NONE, out, err, args);
    }

    static int run(Terminal terminal, OutputStream out, OutputStream err, String... args) {
        CheckedOutput outlet = new CheckedOutput(out);
        PrintWriter answers = utf8(outlet);
        PrintWriter problems = utf8(err);
        int code;
        try {
            if (args.length == 1 && ASKING_FOR_VERSION.contains(args[0])) {
                answers.println(Build.text()); // the parser alone would take twice the time
                code = 0;
            } else {
                code = commands(terminal, args).setOut(answers).setErr(problems).execute(args);
            }
        } catch (RuntimeException | Error e) {
            code = new Main(terminal).failed(e, problems);
        }
        answers.flush();
        if (outlet.failed()) {
            outlet.complaint().ifPresent(problems::println);
            code = Math.max(code, FailureMessage.FAILED);
        }
        problems.flush();
        return code;
    }

    private static CommandLine commands(Terminal terminal, String... args) {
        Main main = new Main(terminal);
        CommandLine commands = new CommandLine(main);
        needed(args).forEach(name -> commands.addSubcommand(command(name, terminal)));
        commands.getSubcommands()
                .forEach((name, command) -> command.setUnmatchedOptionsArePositionalParams(
                        TAKING_NUMBERS.contains(name))); // -0.5 is a value
        UsageError.useConverters(commands);
        return commands.setExpandAtFiles(false)
                .setUsageHelpWidth(Math.min(terminal.columns(), Terminal.WIDTH))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.out()))
                .setParameterExceptionHandler((e, arguments) -> main.misused(e))
                .setExecutionExceptionHandler((e, command, parsed) -> main.failed(e, command.getErr()));
    }

    /** Returns the names of the commands to load: the requested one alone where it can do without the others. */
    private static List<String> needed(String... args) {
        boolean alone = args.length > 0 && !NEEDING_ALL.contains(args[0]) && COMMANDS.contains(args[0]);
        return alone ? List.of(args[0]) : COMMANDS;
    }

    private static Callable<Integer> command(String name, Terminal terminal) {
        return switch (name) {
            case "run" -> new RunCommand(terminal);
            case "merge" -> new MergeCommand();
            case "chart" -> new ChartCommand();
            case "compare" -> new CompareCommand();
            case "verify" -> new VerifyCommand(terminal);
            case "gallery" -> new GalleryCommand();
            case "check" -> new CheckCommand();
            case "new" -> new NewCommand();
            case "list" -> new ListCommand(terminal);
            case "explain" -> new ExplainCommand(terminal.blocks());
            case "audit" -> new AuditCommand();
            case "exact" -> new ExactCommand();
            case "evaluate" -> new EvaluateCommand();
            case "learn" -> new LearnCommand();
            case "decisions" -> new DecisionsCommand();
            case "fit" -> new FitCommand();
            case "layers" -> new LayersCommand();
            case "lesson" -> new LessonCommand(terminal.withoutBar());
            case "fit-classes" -> new FitClassesCommand();
            case "page" -> new PageCommand();
            case HELP -> new HelpCommand();
            case COMPLETION -> new CompletionCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return FailureMessage.BAD_INPUT;
    }

    private int misused(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String problem =
                UsageError.text(e, () -> commands(terminal).getSubcommands().values());
        command.getErr().println(named() + BadInput.visible(problem) + "; see " + name(command) + " --help");
        return FailureMessage.BAD_INPUT;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private int failed(Throwable e, PrintWriter err) {
        FailureMessage failure = FailureMessage.of(e);
        err.println(named() + failure.message());
        if (debug) {
            e.printStackTrace(err);
        }
        return failure.code();
    }

    /** Returns the beginning of a message on the error stream. */
    private String named() {
        return new Colours(terminal.err()).error("kelvin:") + " ";
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Provides the version of the jar, its commit and Java; classes outside of a jar have no version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Build.text()};
        }
    }
}
