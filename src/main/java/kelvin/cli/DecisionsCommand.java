package kelvin.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kelvin.cli.console.CheckedOutput;
import kelvin.cli.decisions.FamilyText;
import kelvin.cli.decisions.FolderCheck;
import kelvin.cli.decisions.FolderText;
import kelvin.cli.decisions.GroupText;
import kelvin.cli.decisions.LogCharts;
import kelvin.cli.decisions.LogExport;
import kelvin.cli.decisions.RecordedPolicies;
import kelvin.decision.DecisionFolder;
import kelvin.decision.SalvageReport;
import kelvin.decision.family.FamilySalvage;
import kelvin.decision.family.FamilySummary;
import kelvin.decision.journal.DamagedFile;
import kelvin.experiment.Catalog;
import kelvin.experiment.GroupComparison;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.numeric.DecimalText;
import kelvin.policy.Greedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Uniform;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin decisions}: shows, checks, exports, draws and salvages the folder of a decision maker. */
@Command(
        name = "decisions",
        description =
                "Shows the folder of a decision maker: arms with their estimates, counts, settings, journals and snapshots; of a"
                        + " family, the contexts with their decisions and rewards."
                        + " It reads beside a running service, whose lock it does not take.",
        footer = {
            "",
            "Examples:",
            "  kelvin decisions shop/arms                              what is in it",
            "  kelvin decisions shop/arms --check                      verify all, draw every decision again",
            "  kelvin decisions shop/arms --salvage shop/rescued       copy the intact part",
            "  kelvin decisions shop/arms --export csv --out log.csv   decisions with their rewards",
            "  kelvin decisions shop/arms --groups 0,1                 compare the control group with the others",
            "  kelvin decisions shop/arms --chart charts --policy '{Softmax: {temperature: 0.05}}'",
            "",
            "Exit code 1 if --check finds a file that is corrupt or missing, or a decision or reward that does not come "
                    + "out as recorded."
        })
final class DecisionsCommand implements Callable<Integer> {
    private static final int DAMAGED = 1;

    /** The level of the intervals of groups. */
    private static final double LEVEL = 0.95;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Parameters(paramLabel = "FOLDER", description = "The folder of a decision maker; nothing in it is changed.")
    private Path folder;

    @Option(
            names = "--check",
            description = "Verifies all checksums and links, then draws every decision and learns every reward again.")
    private boolean check;

    @Option(
            names = "--salvage",
            paramLabel = "NEWFOLDER",
            description =
                    "Copies the intact part into this folder, which a decision maker can open, and reports what is lost. The"
                            + " folder must not exist, or must be empty.")
    private @Nullable Path into;

    @Option(
            names = "--export",
            paramLabel = "FORMAT",
            description =
                    "Prints the decisions with their rewards: csv (as kelvin evaluate reads it), dsjson (for Vowpal Wabbit, with all"
                            + " propensities) or obp (JSON with the arrays of the Open Bandit Pipeline's bandit_feedback).")
    private @Nullable String export;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file of --export, replaced if it exists. Default: the standard output")
    private @Nullable Path out;

    @Option(
            names = "--chart",
            paramLabel = "DIR",
            description =
                    "Draws into this folder the shares of arms, propensities and rewards over the decisions, and the regret of"
                            + " policies by doubly robust estimates: those of --policy, the recorded one, Greedy and Uniform.")
    private @Nullable Path charts;

    @Option(
            names = "--groups",
            paramLabel = "BOUNDS",
            description =
                    "Compares the rewards of the control group with the others, by 95 %% intervals that hold at all times at once."
                            + " BOUNDS are those of rewards, such as 0,1 for clicks, or unbounded, such as for revenue: the intervals"
                            + " are then asymptotic and need more rewards.")
    private @Nullable String groups;

    @Option(
            names = "--policy",
            paramLabel = "YAML",
            description =
                    "A policy as an experiment file names it, any number of times: for --chart one more to estimate; for --check"
                            + " and --export the one that is meant where its recorded text cannot be read back.")
    private List<String> policies = List.of();

    @Option(
            names = "--missing",
            paramLabel = "R",
            description =
                    "The reward assumed by --export and --chart for decisions without one. Default: they are left out")
    private @Nullable Double missing;

    @Override
    public Integer call() {
        requireOneTask();
        if (!Files.isDirectory(folder)) {
            throw new BadInput(folder + ": found " + (Files.exists(folder) ? "a file" : "nothing")
                    + ", must be the folder of a decision maker");
        }
        Catalog catalog = classpath.catalog();
        List<PolicySchedule> given = policies.stream()
                .map(policy -> catalog.policy("--policy", policy))
                .toList();
        try {
            return run(new RecordedPolicies(catalog, given), given);
        } catch (DamagedFile e) {
            String problem = String.valueOf(e.getMessage());
            throw new BadInput(
                    problem.contains("--salvage")
                            ? problem
                            : problem + "; --check lists every fault, --salvage NEWFOLDER copies the intact part");
        } catch (IOException e) {
            throw worded(e);
        }
    }

    /** Returns an error that names the file: one of those that are read, or that where the answer goes. */
    private RuntimeException worded(IOException e) {
        String problem = IoMessage.of(e);
        Path target = into != null ? into : out != null ? out : charts;
        if (target == null || !(concerns(target, e.getCause() == null ? e : e.getCause()) || !problem.contains(": "))) {
            return new BadInput(problem);
        }
        String reason = problem.substring(problem.lastIndexOf(": ") + 1).strip();
        return new UncheckedIOException(target + ": cannot be written: " + reason, e);
    }

    private static boolean concerns(Path target, Throwable e) {
        String file = e instanceof FileSystemException failed ? failed.getFile() : null;
        Path named = Path.of(Objects.requireNonNullElse(file, "")).toAbsolutePath();
        return file != null
                && (named.startsWith(target.toAbsolutePath())
                        || named.equals(WholeFile.beside(target).toAbsolutePath()));
    }

    private int run(RecordedPolicies recorded, List<PolicySchedule> given) throws IOException {
        PrintWriter answers = spec.commandLine().getOut();
        boolean family = FamilySummary.isFamily(folder);
        if (check) {
            boolean clean =
                    family ? FolderCheck.family(folder, recorded, answers) : FolderCheck.run(folder, recorded, answers);
            return clean ? 0 : DAMAGED;
        } else if (into != null) {
            SalvageReport report = family ? FamilySalvage.write(folder, into) : SalvageReport.write(folder, into);
            FolderCheck.print(folder, report, answers);
            answers.println(into + ": written; " + (family ? "a family" : "a decision maker") + " can open it");
        } else if (export != null) {
            export(LogExport.Format.of(export), recorded);
        } else if (charts != null) {
            draw(charts, recorded, given);
        } else if (groups != null) {
            GroupText.lines(groups(groups)).forEach(answers::println);
        } else if (family) {
            FamilyText.print(folder, FamilySummary.read(folder), Instant.now(), answers);
        } else {
            new FolderText(folder, DecisionFolder.read(folder), Instant.now()).print(recorded, answers);
        }
        return 0;
    }

    private List<String> tasks() {
        return Stream.of(
                        check ? "--check" : "",
                        into == null ? "" : "--salvage",
                        export == null ? "" : "--export",
                        charts == null ? "" : "--chart",
                        groups == null ? "" : "--groups")
                .filter(task -> !task.isEmpty())
                .toList();
    }

    /** Refuses two tasks at once, and options that belong to another. */
    private void requireOneTask() {
        List<String> tasks = tasks();
        if (tasks.size() > 1) {
            throw new BadInput(tasks.get(1) + ": found beside " + tasks.get(0) + ", must be one of them at a time");
        } else if (out != null && export == null) {
            throw new BadInput("--out: found " + out + ", must be absent without --export");
        } else if (out != null
                && !Files.isDirectory(
                        Objects.requireNonNullElse(out.toAbsolutePath().getParent(), Path.of("/")))) {
            throw new BadInput(
                    "--out: there is no folder " + out.toAbsolutePath().getParent());
        } else if (missing != null && export == null && charts == null) {
            throw new BadInput("--missing: found " + missing + ", must be absent without --export or --chart");
        } else if (missing != null && !Double.isFinite(missing)) {
            throw new BadInput("--missing: found " + missing + ", must be finite");
        }
    }

    private GroupComparison groups(String bounds) {
        if (bounds.equals("unbounded")) {
            return GroupComparison.unbounded(folder, LEVEL);
        }
        String[] ends = bounds.split(",", 3);
        if (ends.length == 2) {
            double low = DecimalText.finite(ends[0]);
            double high = DecimalText.finite(ends[1]);
            if (low < high && Double.isFinite(high - low)) {
                return GroupComparison.of(folder, low, high, LEVEL);
            }
        }
        throw new BadInput("--groups: found " + bounds
                + ", must be two finite numbers such as 0,1: the bounds of rewards; or unbounded");
    }

    private void export(LogExport.Format format, RecordedPolicies recorded) throws IOException {
        List<String> leftOut = new ArrayList<>();
        if (out == null) {
            leftOut.addAll(LogExport.write(
                    folder, format, missing, recorded, spec.commandLine().getOut()));
        } else {
            WholeFile.write(out, beside -> {
                CheckedOutput bytes = new CheckedOutput(Files.newOutputStream(beside));
                try (PrintWriter file = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
                    leftOut.addAll(LogExport.write(folder, format, missing, recorded, file));
                }
                bytes.check();
            });
            spec.commandLine().getOut().println(out + ": written");
        }
        leftOut.forEach(spec.commandLine().getErr()::println);
    }

    private void draw(Path where, RecordedPolicies recorded, List<PolicySchedule> given) throws IOException {
        List<PolicySchedule> offered = new ArrayList<>(given);
        PolicySchedule inForce = FamilySummary.isFamily(folder)
                ? null
                : recorded.policy(
                        String.valueOf(DecisionFolder.read(folder).settings().get("policy")));
        Stream.of(inForce, new Greedy(), new Uniform())
                .filter(policy -> policy != null && !offered.contains(policy))
                .forEach(offered::add);
        LogCharts.draw(folder, where, missing, offered, spec.commandLine().getOut());
    }
}
