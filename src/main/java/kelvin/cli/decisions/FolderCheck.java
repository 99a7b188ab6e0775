package kelvin.cli.decisions;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import kelvin.cli.text.HumanUnits;
import kelvin.contract.Stability;
import kelvin.decision.ReplayCheck;
import kelvin.decision.SalvageReport;
import kelvin.decision.family.FamilyCheck;
import kelvin.decision.family.FamilySalvage;
import kelvin.decision.journal.DamagedFile;
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
        ReplayCheck replay;
        try {
            replay = ReplayCheck.of(folder, policies);
        } catch (DamagedFile e) {
            out.println(e.getMessage());
            return false;
        }
        print(replay.differences(), policies, out);
        out.println(verdict(folder, replay.drawn(), replay.learned(), replay.skipped(), replay.clean())
                + erased(replay.erased()));
        return replay.clean();
    }

    /**
     * Verifies the journals of a family, and prints what differs.
     *
     * @param folder the root of a family
     * @param policies find the policies that its settings name
     * @param out where to
     * @return true if every decision and reward came out as recorded
     * @throws IOException if a file cannot be read
     */
    public static boolean family(Path folder, RecordedPolicies policies, PrintWriter out) throws IOException {
        FamilyCheck replay;
        try {
            replay = FamilyCheck.of(folder, policies);
        } catch (DamagedFile e) {
            SalvageReport files = FamilySalvage.check(folder);
            if (files.lost().isEmpty()) {
                out.println(e.getMessage());
            }
            print(folder, files, out);
            out.println(folder + ": not replayed, since files are not whole; --salvage NEWFOLDER copies what is");
            return false;
        }
        print(replay.differences(), policies, out);
        out.println(verdict(folder, replay.drawn(), replay.learned(), replay.skipped(), replay.clean())
                + erased(replay.erased()) + "; " + HumanUnits.count(replay.contexts(), "context"));
        return replay.clean();
    }

    private static void print(List<String> differences, RecordedPolicies policies, PrintWriter out) {
        differences.stream().limit(MAX_DIFFERENCES_LISTED).forEach(out::println);
        int more = differences.size() - MAX_DIFFERENCES_LISTED;
        if (more > 0) {
            out.println("… and " + HumanUnits.count(more) + " more");
        }
        for (String text : policies.unknown()) {
            out.println("unknown: " + text + "; --policy gives a policy of this text, --classpath classes of your own");
        }
    }

    private static String verdict(Path folder, long drawn, long learned, long skipped, boolean clean) {
        return folder + ": " + HumanUnits.count(drawn, "decision") + " drawn and " + HumanUnits.count(learned, "reward")
                + " judged again; " + (clean ? "all came out as recorded" : "NOT all came out as recorded")
                + (skipped == 0 ? "" : ": " + HumanUnits.count(skipped) + " were passed over");
    }

    private static String erased(long erased) {
        return erased == 0 ? "" : "; " + HumanUnits.count(erased) + " have been erased";
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
        out.println(folder + ": " + HumanUnits.count(report.decisions(), "decision") + " and "
                + HumanUnits.count(report.rewards(), "learnt reward") + " are intact; "
                + (report.lost().isEmpty() ? "nothing is lost" : "NOT everything is, see above"));
    }
}
