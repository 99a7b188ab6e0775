package kelvin.decision;

import java.util.BitSet;
import java.util.stream.Collectors;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.SealedLine;
import kelvin.json.Json;
import org.jspecify.annotations.Nullable;

/** The kinds of records of a decision maker's journal, each a line of it. */
final class JournalRecord {
    /** The key of a decision record, whose value is the decision's id. */
    static final String DECISION = "decision";

    /** The key of a reward record, whose value is the id of its decision. */
    static final String REWARD = "reward";

    /** The key of an arm record, whose value is the arm's number. */
    static final String ARM = "arm";

    /** The key of a state record in a journal that contexts share, whose value is the number of decisions so far. */
    static final String STATE = "state";

    /** The key, in a state record, of the state itself. */
    static final String OF = "of";

    private JournalRecord() {}

    /**
     * Writes a start record: it begins a journal, after a link of the chain, or marks a restart of the program, without
     * one.
     */
    static byte[] start(RecordedSettings rules, MutableState state, long time, @Nullable String link) {
        SealedLine text = new SealedLine(SealedLine.START, time).put("format", SealedLine.FORMAT);
        return (link == null ? text : text.quoted(SealedLine.CHAIN, link))
                .put("version", state.version())
                .put("decisions", state.decisions())
                .put("arms", state.arms())
                .put("open", list(state.open()))
                .put("rules", Json.canonical(rules.map()))
                .sealed();
    }

    static JournalLine decision(Decision decision, Request request) {
        String among = request.open() == null ? null : list(request.open());
        return () -> {
            SealedLine text = new SealedLine(DECISION, decision.id())
                    .put("step", decision.step())
                    .put("time", decision.time())
                    .put("version", decision.version())
                    .put("action", decision.action());
            if (Double.isNaN(decision.propensity())) {
                text.put("propensity", "null");
            } else {
                text.put("propensity", decision.propensity());
            }
            if (among != null) {
                text.put("open", among);
            }
            if (request.scores() != null) {
                text.put("scores", request.scores());
            }
            return request.context() == null
                    ? text.sealed()
                    : text.put("features", request.context().numbers()).sealed();
        };
    }

    private static String list(BitSet actions) {
        return actions.stream().mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    /** Writes the reward of the decision with a step. */
    static JournalLine learned(
            String id, double reward, long time, long step, int action, ActionEstimate taught, long version) {
        return () -> reward(id, reward, time, RewardOutcome.LEARNED)
                .put("step", step)
                .put("action", action)
                .put("estimate", taught.value())
                .put("version", version)
                .sealed();
    }

    static JournalLine notLearned(String id, double reward, long time, RewardOutcome outcome) {
        return () -> reward(id, reward, time, outcome).sealed();
    }

    private static SealedLine reward(String id, double reward, long time, RewardOutcome outcome) {
        return new SealedLine(REWARD, id)
                .put("value", reward)
                .put("time", time)
                .put("outcome", "\"" + outcome.word() + "\"");
    }

    static JournalLine arm(int action, ActionEstimate arm, long time, long version) {
        return () -> new SealedLine(ARM, action)
                .put("value", arm.value())
                .put("sum", arm.sum())
                .put("count", arm.count())
                .put("open", String.valueOf(arm.open()))
                .put("time", time)
                .put("version", version)
                .sealed();
    }

    static JournalLine state(State state) {
        return () -> new SealedLine(STATE, state.decisions())
                .put(OF, Json.canonical(StateTree.of(state)))
                .sealed();
    }

    /** Destination of a decision maker's journal lines, in the order of events. */
    interface Sink {
        /** Discards every line; for decision makers without a journal. */
        Sink DISCARDING = line -> 0;

        /** Buffers a line, under the decision maker's lock, and returns the number of buffered lines. */
        int append(JournalLine line);

        /** Flushes the buffer if it is too full; called without the lock. */
        default void flushIfBehind(int waiting) {}
    }
}
