package kelvin.decision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What came of drawing every decision of a folder's journals again, each from the state it was made in.
 *
 * @param drawn how many were drawn again
 * @param skipped how many were made under a policy or seed other than the rules'
 * @param differences a line for each whose action or propensity came out differently, bit for bit; empty if the journals tell the
 *     truth
 * @param state the state that the journals lead to
 */
public record Redraw(long drawn, long skipped, List<String> differences, State state) {
    /**
     * Draws the decisions of a folder again. Nothing is written; where the first journal is there it begins with the state before
     * the first decision, otherwise with the oldest snapshot.
     *
     * @param folder a decision maker's folder
     * @param rules what it went by
     * @return what came of it
     * @throws DamagedFile if a file is not as it was written
     * @throws IOException if one cannot be read
     */
    public static Redraw of(Path folder, Rules rules) throws IOException {
        List<Path> journals = Generations.journals(folder);
        Path first = Generations.journal(folder, 1);
        boolean complete = !journals.isEmpty() && journals.get(0).equals(first);
        Generations.Found start =
                complete ? new Generations.Found(1, State.initial(rules)) : Generations.oldest(folder);
        Drawer drawer = new Drawer(rules, new Ledger(rules, start.state()));
        for (Path journal : journals) {
            if (journal.compareTo(Generations.journal(folder, start.generation())) >= 0) {
                JournalReader.read(journal, drawer);
            }
        }
        return new Redraw(drawer.drawn, drawer.skipped, drawer.differences, drawer.ledger.state());
    }

    private static final class Drawer implements JournalReader.Reader {
        private final Rules rules;
        private final Ledger ledger;
        private final Replay replay;
        private final List<String> differences = new ArrayList<>();
        private @Nullable View view;
        private long drawn;
        private long skipped;

        Drawer(Rules rules, Ledger ledger) {
            this.rules = rules;
            this.ledger = ledger;
            this.replay = new Replay(ledger);
        }

        @Override
        public void line(Fields line) {
            if (!line.has(Line.DECISION)) {
                view = null;
            } else if (!ledger.policy().equals(rules.policy().toString())) {
                skipped++;
            } else {
                check(line);
            }
            replay.line(line);
        }

        private void check(Fields line) {
            View now = view == null || !(rules.policy() instanceof Policy) ? ledger.view() : view;
            view = now;
            Decision logged = StateTree.decision(line);
            View.Choice again = now.choose(Name.of(rules.seed(), logged.id()), line.actions("open"));
            drawn++;
            if (again.action() != logged.action() || again.propensity() != logged.propensity()) {
                differences.add(logged + ": drawn again as action " + again.action() + " with propensity "
                        + again.propensity());
            }
        }
    }
}
