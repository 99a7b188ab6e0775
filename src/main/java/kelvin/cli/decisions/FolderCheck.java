package kelvin.cli.decisions;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import kelvin.cli.text.HumanUnits;
import kelvin.contract.Stability;
import kelvin.decision.ReplayCheck;
import kelvin.decision.SalvageReport;
import kelvin.decision.journal.FolderLock;

/** Verifies the files of a decision maker's folder, then draws every decision and learns every reward again. */
@Stability(INTERNAL)
public final class FolderCheck {
    private static final int MAX_DIFFERENCES_LISTED = 20;

    private FolderCheck() {}

    /**
     * Prints what is lost or differs.
     *
     * @param folder a decision maker's folder
     * @param policies find the policies that its settings name
     * @param out where to
     * @return true if every file is whole and every decision and reward came out as recorded
     * @throws IOException if the folder cannot be read
     */
    public static boolean run(Path folder, RecordedPolicies policies, PrintWriter out) throws IOException {
        if (FolderLock.isHeld(folder)) {
            out.println("note: " + folder + " is in use; a line that is being written may be listed as not whole");
        }
        SalvageReport files = SalvageReport.check(folder);
        print(folder, files, out);
        if (!files.lost().isEmpty()) {
            out.println(folder + ": not replayed, since files are not whole; --salvage NEWFOLDER copies what is");
            return false;
        }
        ReplayCheck replay = ReplayCheck.of(folder, policies);
        replay.differences().stream().limit(MAX_DIFFERENCES_LISTED).forEach(out::println);
        int more = replay.differences().size() - MAX_DIFFERENCES_LISTED;
        if (more > 0) {
            out.println("… and " + HumanUnits.count(more) + " more");
        }
        for (String text : policies.unknown()) {
            out.println("unknown: " + text + "; --policy gives a policy of this text, --classpath classes of your own");
        }
        out.println(folder + ": " + HumanUnits.count(replay.drawn(), "decision") + " drawn and "
                + HumanUnits.count(replay.learned(), "reward") + " judged again; "
                + (replay.clean() ? "all came out as recorded" : "NOT all came out as recorded" + passedOver(replay)));
        return replay.clean();
    }

    private static String passedOver(ReplayCheck replay) {
        return replay.skipped() == 0 ? "" : ": " + HumanUnits.count(replay.skipped()) + " were passed over";
    }

    /**
     * Prints a report of what is intact and what is lost.
     *
     * @param folder the folder that was read
     * @param report the report
     * @param out where to
     */
    public static void print(Path folder, SalvageReport report, PrintWriter out) {
        report.lost().forEach(out::println);
        out.println(folder + ": " + HumanUnits.count(report.decisions()) + " decisions and "
                + HumanUnits.count(report.rewards()) + " learnt rewards are intact; "
                + (report.lost().isEmpty() ? "nothing is lost" : "NOT everything is, see above"));
    }
}
