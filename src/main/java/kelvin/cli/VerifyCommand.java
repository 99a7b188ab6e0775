package kelvin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.cli.console.CancelSignal;
import kelvin.cli.console.Colours;
import kelvin.cli.console.ProgressBar;
import kelvin.cli.console.Terminal;
import kelvin.cli.console.Verbosity;
import kelvin.cli.text.HumanUnits;
import kelvin.experiment.Experiment;
import kelvin.results.ResultsFolder;
import kelvin.results.Verification;
import kelvin.simulation.RunCancelled;
import kelvin.simulation.StoppingRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin verify}: plays results again and compares them byte by byte, or by checksum where a file is absent. */
@Command(
        name = "verify",
        description =
                "Plays results folders again from their manifests and checks that every data file has the same bytes, or, where"
                        + " the folder does not have it, the same checksum. Exit code 1 if not.",
        footer = {
            "",
            "Examples:",
            "  kelvin verify results/ten-armed-testbed",
            "  kelvin verify results/ten-armed-testbed --sample 20     some runs only, drawn at random",
            "  kelvin verify results/gallery/*/                        results whose large files are not kept"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;
    private static final int MAX_DIFFERENCES_LISTED = 10;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Mixin
    private Verbosity verbosity;

    @Parameters(arity = "1..*", paramLabel = "RESULTS", description = "A folder written by kelvin run.")
    private List<Path> folders;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description =
                    "Plays N blocks of " + Verification.BLOCK_REPETITIONS
                            + " repetitions only, every second one a point of the sweep where there is one, and compares their values.")
    private @Nullable Integer sample;

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads. Default: one per processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if ((sample != null && sample < 1) || threads < 1) {
            throw new ParameterException(spec.commandLine(), "--sample and --threads must be >= 1");
        }
        int code = 0;
        for (Path folder : folders) {
            try {
                code = Math.max(code, verify(Verification.of(new ResultsFolder(folder), classpath.catalog())));
            } catch (RunCancelled stopped) {
                spec.commandLine().getOut().println(folder + ": interrupted, not verified");
                return CancelSignal.EXIT_CODE;
            }
        }
        return code;
    }

    private List<String> differences(Verification verification) {
        Experiment experiment = verification.experiment();
        long most = experiment.decisions() + verification.sweep().decisions();
        boolean exact = !(experiment.repetitions() instanceof StoppingRule);
        verbosity.detail(verification.folder() + ": plays at most " + HumanUnits.count(most) + " "
                + experiment.unit().work() + " on " + HumanUnits.count(threads, "thread"));
        try (CancelSignal interrupt = new CancelSignal();
                ProgressBar bar = new ProgressBar(
                        most,
                        experiment.unit().work(),
                        exact,
                        new Colours(terminal.err()),
                        spec.commandLine().getErr(),
                        System::nanoTime)) {
            return verification.differences(
                    threads, terminal.bar() && !verbosity.quiet() ? bar : decisions -> {}, interrupt);
        }
    }

    private static String byChecksum(List<String> absent) {
        return absent.isEmpty()
                ? ""
                : "; by checksum, as the folder does not have " + (absent.size() == 1 ? "it" : "them") + ": "
                        + String.join(", ", absent);
    }

    private int verify(Verification verification) {
        Colours colours = Colours.of(spec.commandLine());
        List<String> differences =
                sample == null ? differences(verification) : verification.sampled(sample, System.nanoTime());
        String what = sample == null
                ? "every data file"
                : "a sample of " + HumanUnits.count(sample) + (sample == 1 ? " block" : " blocks") + " of runs"
                        + (verification.sweep().points().isEmpty() ? "" : " and points of the sweep");
        if (differences.isEmpty()) {
            verbosity
                    .out()
                    .println(verification.folder() + ": " + colours.verdict(true, "verified") + "; played again, "
                            + what + " is the same bit for bit" + byChecksum(verification.absent()));
            return 0;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(verification.folder() + ": " + colours.verdict(false, "NOT verified")
                + "; played again, something differs:");
        differences.stream().limit(MAX_DIFFERENCES_LISTED).forEach(difference -> out.println("  " + difference));
        if (differences.size() > MAX_DIFFERENCES_LISTED) {
            out.println("  and " + (differences.size() - MAX_DIFFERENCES_LISTED) + " more");
        }
        verification.elsewhere().ifPresent(made -> out.println("  " + made));
        return DIFFERENT;
    }
}
