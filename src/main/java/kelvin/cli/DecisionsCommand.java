package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kelvin.cli.text.HumanUnits;
import kelvin.decision.SalvageReport;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin decisions}: checks and salvages the folder of a decision maker. */
@Command(
        name = "decisions",
        description =
                "Verifies the checksums and links of a decision maker's journals and snapshots. Exit code 1 if any is"
                        + " corrupt or missing.",
        footer = {
            "",
            "Examples:",
            "  kelvin decisions shop/decisions                            verify every file",
            "  kelvin decisions shop/decisions --salvage shop/rescued     copy the intact part into a new folder"
        })
final class DecisionsCommand implements Callable<Integer> {
    private static final int DAMAGED = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "The folder of a decision maker; nothing in it is changed.")
    private Path folder;

    @Option(
            names = "--salvage",
            paramLabel = "NEWFOLDER",
            description =
                    "Copies the intact part into this folder, which a decision maker can open, and reports what is lost. The"
                            + " folder must not exist, or must be empty.")
    private @Nullable Path into;

    @Override
    public Integer call() {
        SalvageReport salvage = salvage();
        PrintWriter out = spec.commandLine().getOut();
        boolean whole = salvage.lost().isEmpty();
        salvage.lost().forEach(out::println);
        out.println(folder + ": " + HumanUnits.count(salvage.decisions()) + " decisions and "
                + HumanUnits.count(salvage.rewards()) + " learnt rewards are intact; "
                + (whole ? "nothing is lost" : "NOT everything is, see above"));
        if (into != null) {
            out.println(into + ": written; a decision maker can open it");
            return 0;
        }
        return whole ? 0 : DAMAGED;
    }

    private SalvageReport salvage() {
        try {
            return into == null ? SalvageReport.check(folder) : SalvageReport.write(folder, into);
        } catch (IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }
}
