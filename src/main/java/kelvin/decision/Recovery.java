package kelvin.decision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalSequence;

/**
 * The state of a folder, recovered from a snapshot and the journals from there on.
 *
 * @param replay holds the state
 * @param end the end of the newest journal
 */
record Recovery(JournalReplay replay, JournalSequence.End end) {
    /**
     * Recovers the state of a folder. What a learner has learned is in the snapshot; where it is not, as in a folder that was salvaged, it
     * is learned again from the first journal on, if nothing is missing there.
     */
    static Recovery of(Path folder, Settings rules, StateFiles.Found found, List<String> notes) throws IOException {
        State state = found.snapshot().state();
        boolean learned = rules.learner() == null
                || state.learner() != null
                || state.decisions() == 0
                || !state.policy().equals(Chooser.text(rules));
        if (learned) {
            return from(found, folder, rules, notes);
        }
        try {
            return from(StateFiles.oldest(folder), folder, rules, notes);
        } catch (DamagedFile e) {
            notes.add("what the learner had learned is lost, and it starts anew: " + e.getMessage());
            return from(found, folder, rules, notes);
        }
    }

    private static Recovery from(StateFiles.Found found, Path folder, Settings rules, List<String> notes)
            throws IOException {
        AtomicLong others = new AtomicLong();
        JournalReplay replay =
                new JournalReplay(found.snapshot(), recorded -> recorded.reading(List.of(rules)), (logged, choice) -> {
                    if (choice.action() != logged.action()) {
                        others.incrementAndGet();
                    }
                });
        JournalSequence.End end = JournalSequence.read(
                folder, found.generation(), found.snapshot().link(), StateFiles.last(folder), replay, notes);
        if (others.get() > 0) {
            notes.add(others
                    + " decisions of the journals would be made otherwise now: the learner is not the one that made"
                    + " them; it has learned from them as they were made");
        }
        return new Recovery(replay, end);
    }
}
