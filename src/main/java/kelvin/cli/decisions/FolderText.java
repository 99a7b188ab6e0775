package kelvin.cli.decisions;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.Table;
import kelvin.contract.Stability;
import kelvin.decision.ActionEstimate;
import kelvin.decision.DecisionCounts;
import kelvin.decision.DecisionFolder;
import kelvin.decision.DecisionFolder.StoredFile;
import kelvin.decision.RewardedDecision;
import kelvin.decision.State;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import org.jspecify.annotations.Nullable;

/** Prints what a decision maker's folder holds: state, arms, counts, settings, and files with their sizes and ages. */
@Stability(INTERNAL)
public final class FolderText {
    private static final int MAX_ARMS_LISTED = 50;
    private static final int MAX_FILES_LISTED = 5;

    private final Path path;
    private final DecisionFolder folder;
    private final Instant now;

    /**
     * Creates the text of a folder.
     *
     * @param path where it is
     * @param folder its contents
     * @param now the present time, from which ages count
     */
    public FolderText(Path path, DecisionFolder folder, Instant now) {
        this.path = path;
        this.folder = folder;
        this.now = now;
    }

    /**
     * Prints everything.
     *
     * @param policies find the policy in force by its text, which gives the column of probabilities
     * @param out where to
     */
    public void print(RecordedPolicies policies, PrintWriter out) {
        State state = folder.state();
        Instant last = folder.lastDecision();
        out.println(path + ": " + HumanUnits.count(state.decisions(), "decision")
                + (last == null ? "" : ", the latest " + ago(last)) + "; "
                + (folder.inUse() ? "in use by a decision maker" : "not in use"));
        folder.notes().forEach(note -> out.println("note: " + note));
        if (state.stopped() >= 0) {
            out.println("STOPPED by the kill switch: every decision is action " + state.stopped()
                    + (named() ? ", " + name(state.stopped()) : ""));
        }
        out.println();
        out.println(arms(policies));
        out.println();
        counts(out);
        out.println();
        folder.settings().forEach((name, value) -> out.println(name + ": " + printable(value)));
        out.println();
        out.println(files());
    }

    private String arms(RecordedPolicies policies) {
        List<ActionEstimate> arms = folder.state().arms();
        Object slates = folder.settings().get("slates");
        double[] probabilities = slates == null
                ? probabilities(policies.policy(String.valueOf(folder.settings().get("policy"))), arms)
                : inclusion(policies.slatePolicy(slates.toString()), arms);
        boolean named = named();
        String last = slates == null ? "probability" : "probability to be shown";
        List<String> columns = new ArrayList<>(List.of("arm", "name", "estimate", "rewards", "sum of rewards", last));
        columns.removeIf(column -> column.equals("name") && !named);
        Table table = new Table(columns);
        for (int arm = 0; arm < Math.min(arms.size(), MAX_ARMS_LISTED); arm++) {
            ActionEstimate each = arms.get(arm);
            List<String> row = new ArrayList<>(List.of(
                    arm + (each.open() ? "" : " (closed)"),
                    Table.number(each.value()),
                    HumanUnits.count(each.count()),
                    Table.number(each.sum()),
                    probabilities.length == 0 ? "–" : Table.number(probabilities[arm])));
            if (named) {
                row.add(1, name(arm));
            }
            table.row(row);
        }
        int left = arms.size() - MAX_ARMS_LISTED;
        return left > 0 ? table + "\n… and " + HumanUnits.count(left) + " more" : table.toString();
    }

    private boolean named() {
        return folder.state().arms().stream().anyMatch(arm -> arm.name() != null);
    }

    /** Returns the name of an arm; its number where it has none. */
    private String name(int arm) {
        return printable(
                Objects.requireNonNullElse(folder.state().arms().get(arm).name(), arm));
    }

    /** Returns a text with a replacement for each control character. */
    static String printable(Object value) {
        return value.toString().replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    /** Returns the probabilities of the next decision; none where the policy is not known. */
    private double[] probabilities(@Nullable PolicySchedule policy, List<ActionEstimate> arms) {
        return policy == null
                ? new double[0]
                : policy.at(folder.state().decisions() + 1).probabilities(values(arms));
    }

    /** Returns the probability of each arm to be in the next slate; none where the policy is not known. */
    private static double[] inclusion(@Nullable SubsetPolicy policy, List<ActionEstimate> arms) {
        return policy == null ? new double[0] : policy.inclusion(values(arms));
    }

    private static double[] values(List<ActionEstimate> arms) {
        return arms.stream()
                .mapToDouble(arm -> arm.open() ? arm.value() : Double.NEGATIVE_INFINITY)
                .toArray();
    }

    private void counts(PrintWriter out) {
        State state = folder.state();
        DecisionCounts counts = state.counts();
        long pending =
                state.remembered().stream().filter(RewardedDecision::pending).count();
        out.println("rewards: " + HumanUnits.count(counts.learned()) + " learned, "
                + HumanUnits.count(counts.duplicate()) + " duplicate, " + HumanUnits.count(counts.expired())
                + " expired, " + HumanUnits.count(counts.unknown()) + " unknown, "
                + HumanUnits.count(counts.defaulted()) + " defaulted, " + HumanUnits.count(counts.late()) + " late"
                + (counts.gathered() == 0
                        ? ""
                        : ", " + HumanUnits.count(counts.gathered()) + " gathered, learned as "
                                + HumanUnits.count(counts.settled())));
        out.println("memory: " + HumanUnits.count(state.remembered().size(), "decision") + ", "
                + HumanUnits.count(pending) + " of them without "
                + (folder.settings().containsKey("slates") ? "all rewards" : "a reward") + "; evicted without one: "
                + HumanUnits.count(counts.forgottenByNumber()) + " by number, "
                + HumanUnits.count(counts.forgottenByAge()) + " by age, "
                + HumanUnits.count(counts.forgottenByBytes()) + " by bytes");
    }

    private String files() {
        Table table = new Table(List.of("file", "bytes", "written"));
        rows("journal", folder.journals(), table);
        rows("snapshot", folder.snapshots(), table);
        return table.toString();
    }

    private void rows(String kind, List<StoredFile> files, Table table) {
        int first = Math.max(0, files.size() - MAX_FILES_LISTED);
        if (first > 0) {
            long bytes = files.subList(0, first).stream()
                    .mapToLong(StoredFile::bytes)
                    .sum();
            table.row(List.of(kind + "s 1 to " + files.get(first - 1).number(), HumanUnits.count(bytes), ""));
        }
        files.subList(first, files.size())
                .forEach(file -> table.row(
                        List.of(kind + " " + file.number(), HumanUnits.count(file.bytes()), ago(file.written()))));
    }

    private String ago(Instant then) {
        return ago(then, now);
    }

    static String ago(Instant then, Instant now) {
        double seconds = Duration.between(then, now).toMillis() / 1000.0;
        return then.truncatedTo(ChronoUnit.SECONDS) + " (" + HumanUnits.duration(Math.max(0, seconds)) + " ago)";
    }
}
