package kelvin.decision;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.SealedLine;
import kelvin.decision.memory.DecisionKey;
import kelvin.json.Json;
import kelvin.model.Context;
import org.jspecify.annotations.Nullable;

/** The kinds of records of a decision maker's journal, each a line of it. */
final class JournalRecord {
    /** The key of a decision record, whose value is the decision's id. */
    static final String DECISION = "decision";

    /** The key of a reward record, whose value is the id of its decision. */
    static final String REWARD = "reward";

    /** The key, in the record of a decision that shows a slate, of its actions. */
    static final String SLATE = "slate";

    /** The key of an arm record, whose value is the arm's number. */
    static final String ARM = "arm";

    /** The key of a state record in a journal that contexts share, whose value is the number of decisions so far. */
    static final String STATE = "state";

    /** The key, in a state record, of the state itself. */
    static final String OF = "of";

    /** The key of a prior record, whose value is a list of actions with the estimates that a context starts from. */
    static final String PRIOR = "prior";

    /** The key of a switch record, whose value tells whether decisions are stopped or released. */
    static final String SWITCH = "switch";

    /** The value of the record that stops decisions at an action. */
    static final String STOP = "stop";

    private static final String RELEASE = "release";

    /** The key, in a record whose id has been replaced, of the fact; and of the record that tells of it. */
    static final String ERASED = "erased";

    private JournalRecord() {}

    /**
     * Writes a start record: it begins a journal, after a link of the chain, or marks a restart of the program, without
     * one.
     */
    static byte[] start(RecordedSettings rules, MutableState state, long time, @Nullable String link) {
        SealedLine text = new SealedLine(SealedLine.START, time).put("format", SealedLine.FORMAT);
        if (link != null) {
            text.quoted(SealedLine.CHAIN, link);
        }
        if (state.stopped() >= 0) {
            text.put("stopped", state.stopped());
        }
        return text.put("version", state.version())
                .put("decisions", state.decisions())
                .put("arms", state.arms())
                .put("open", list(state.open()))
                .put("rules", Json.canonical(rules.map()))
                .sealed();
    }

    static JournalLine decision(Decision decision, Request request, Chooser.Choice choice, boolean hashedFeatures) {
        String among = request.open() == null ? null : list(request.open());
        return () -> {
            SealedLine text = new SealedLine(DECISION, decision.id())
                    .put("step", decision.step())
                    .put("time", decision.time())
                    .put("version", decision.version());
            if (decision.slate() != null) {
                slate(decision.slate(), text);
            } else {
                chosen(decision, text);
            }
            if (decision.group() != Decision.Group.TREATMENT) {
                text.quoted("group", decision.group().word());
            }
            acted(decision.acted(), text);
            if (choice.exploring()) {
                text.put("exploring", "true");
            }
            if (choice.loss() > 0) {
                text.put("loss", choice.loss());
            }
            if (among != null) {
                text.put("open", among);
            }
            if (request.scores() != null) {
                text.put("scores", request.scores());
            }
            Context seen = request.context();
            if (seen != null && hashedFeatures) {
                text.quoted("featuresSha256", HashChain.of(seen.numbers()));
            } else if (seen != null) {
                text.put("features", seen.numbers());
            }
            return text.sealed();
        };
    }

    private static void chosen(Decision decision, SealedLine text) {
        text.put("action", decision.action());
        if (Double.isNaN(decision.propensity())) {
            text.put("propensity", "null");
        } else {
            text.put("propensity", decision.propensity());
        }
    }

    private static void slate(Decision.Slate slate, SealedLine text) {
        text.put(SLATE, slate.actions().toString().replace(" ", ""))
                .put(
                        "inclusion",
                        slate.inclusion().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                .put("logPropensity", slate.logPropensity())
                .put("ordered", String.valueOf(slate.ordered()));
    }

    private static void acted(Decision.@Nullable Acted acted, SealedLine text) {
        if (acted != null) {
            text.put("acted", acted.action());
            if (!Double.isNaN(acted.propensity())) {
                text.put("actedPropensity", acted.propensity());
            }
        }
    }

    /** Writes that the kill switch was turned on, at an action, or off. */
    static JournalLine switched(int stopped, long time, long version) {
        return () -> {
            SealedLine text = new SealedLine(SWITCH, stopped >= 0 ? STOP : RELEASE);
            return (stopped >= 0 ? text.put("action", stopped) : text)
                    .put("time", time)
                    .put("version", version)
                    .sealed();
        };
    }

    private static String list(BitSet actions) {
        return actions.stream().mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    /** Writes the reward of the decision with a step. */
    static JournalLine learned(
            String id,
            double reward,
            RewardOutcome outcome,
            long time,
            long step,
            int action,
            ActionEstimate taught,
            long version) {
        return () -> reward(id, reward, time, outcome)
                .put("step", step)
                .put("action", action)
                .put("estimate", taught.value())
                .put("version", version)
                .sealed();
    }

    /**
     * Writes a reward that was not learned, with the step of its decision where that has a default reward, 0 elsewhere, and the action
     * that it was said to be for, −1 where none was.
     */
    static JournalLine notLearned(String id, double reward, long time, RewardOutcome outcome, long step, int action) {
        return () -> {
            SealedLine text = reward(id, reward, time, outcome);
            text = step == 0 ? text : text.put("step", step);
            return (action < 0 ? text : text.put("action", action)).sealed();
        };
    }

    private static SealedLine reward(String id, double reward, long time, RewardOutcome outcome) {
        return new SealedLine(REWARD, id)
                .put("value", reward)
                .put("time", time)
                .put("outcome", "\"" + outcome.word() + "\"");
    }

    static JournalLine arm(int action, ActionEstimate arm, long time, long version) {
        return () -> {
            SealedLine text = new SealedLine(ARM, action)
                    .put("value", arm.value())
                    .put("sum", arm.sum())
                    .put("count", arm.count())
                    .put("open", String.valueOf(arm.open()));
            return (arm.name() == null ? text : text.quoted("name", arm.name()))
                    .put("time", time)
                    .put("version", version)
                    .sealed();
        };
    }

    /** Writes the estimates that a context starts from. */
    static JournalLine prior(List<ContextMaker.Prior> arms, long time, long version) {
        List<Object> rows = new ArrayList<>();
        arms.forEach(arm -> rows.add(List.of((long) arm.action(), arm.value(), arm.weight())));
        return () -> SealedLine.begin(PRIOR, Json.canonical(rows))
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

        /** Buffers the line of a reward that was learned, as {@link #append} does. */
        default int appendLearned(JournalLine line, int action, double reward) {
            return append(line);
        }

        /** Flushes the buffer if it is too full; called without the lock. */
        default void flushIfBehind(int waiting) {}
    }

    /** The files that a decision maker's records go to, its own or shared ones. */
    interface Files extends Closeable {
        /** Returns what had to be left out on opening; of shared files, they tell it themselves. */
        default List<String> notes() {
            return List.of();
        }

        /** Returns the decision maker's own folder; null where it has none, or the files are shared. */
        default @Nullable Store store() {
            return null;
        }

        /** Returns when everything done before this call is on disk. */
        void commit() throws IOException;

        /** Follows a journal that has grown long by the next; called without a lock. */
        void rotateIfLong();

        /** Writes the state, so that opening it again needs no earlier line. */
        void save() throws IOException;

        /** Erases ids from memory and files; returns how many decisions, rewards and other records that concerned. */
        long erase(Set<DecisionKey> ids) throws IOException;
    }

    /**
     * Stands in for the files of a decision maker in memory, which has none.
     *
     * @param state what is closed with them
     */
    record NoFiles(LockedState state) implements Files {
        @Override
        public void commit() {}

        @Override
        public void rotateIfLong() {}

        @Override
        public void save() {}

        @Override
        public long erase(Set<DecisionKey> ids) {
            return state.locked(memory -> OnlineErasure.inMemory(memory, ids));
        }

        @Override
        public void close() {
            state.close();
        }
    }
}
