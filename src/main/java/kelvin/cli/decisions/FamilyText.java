package kelvin.cli.decisions;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.Table;
import kelvin.contract.Stability;
import kelvin.decision.family.FamilySummary;
import kelvin.decision.family.FamilySummary.Summary;

/** Prints the contexts of a family of decision makers, those with most decisions first. */
@Stability(INTERNAL)
public final class FamilyText {
    private static final int MAX_CONTEXTS_LISTED = 50;

    private FamilyText() {}

    /**
     * Prints a summary.
     *
     * @param path the root of the family
     * @param family its summary
     * @param now the present time, from which ages count
     * @param out where to
     */
    public static void print(Path path, FamilySummary family, Instant now, PrintWriter out) {
        List<Summary> contexts = family.contexts();
        long decisions = contexts.stream().mapToLong(Summary::decisions).sum();
        out.println(path + ": " + HumanUnits.count(contexts.size(), "context") + ", "
                + HumanUnits.count(decisions, "decision") + ", " + HumanUnits.count(family.bytes())
                + " bytes of journals in " + HumanUnits.count(family.shards(), "shard") + "; "
                + (family.inUse() ? "in use" : "not in use"));
        family.notes().forEach(note -> out.println("note: " + note));
        out.println();
        Table table = new Table(List.of("context", "decisions", "rewards", "mean reward", "latest decision"));
        contexts.stream()
                .sorted(Comparator.comparingLong(Summary::decisions).reversed().thenComparing(Summary::name))
                .limit(MAX_CONTEXTS_LISTED)
                .forEach(each -> table.row(List.of(
                        FolderText.printable(each.name()),
                        HumanUnits.count(each.decisions()),
                        HumanUnits.count(each.rewards()),
                        each.rewards() == 0 ? "–" : Table.number(each.sum() / each.rewards()),
                        each.last() == null ? "–" : FolderText.ago(each.last(), now))));
        out.println(table);
        int more = contexts.size() - MAX_CONTEXTS_LISTED;
        if (more > 0) {
            out.println("… and " + HumanUnits.count(more) + " more");
        }
    }
}
