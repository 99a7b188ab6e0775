package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kelvin.contract.Stability;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.memory.DecisionKey;

/** The decision maker of one context of many that share a journal: resumes from its lines, and makes the line of its state. */
@Stability(MAY_CHANGE)
public final class ContextMaker {
    private final LockedState lockedState;
    private final SharedLines lines;
    private final DecisionMaker maker;

    private ContextMaker(LockedState lockedState, SharedLines lines) {
        this.lockedState = lockedState;
        this.lines = lines;
        this.maker = new DecisionMaker(new Files(), lockedState);
    }

    /** Destination of the lines of one context: a journal that others share. */
    public interface SharedLines {
        /**
         * Buffers a line, under the context's lock.
         *
         * @param line the line
         * @return the number of buffered lines of the journal
         */
        int append(JournalLine line);

        /**
         * Buffers the line of a reward that was learned, under the context's lock.
         *
         * @param line the line
         * @param action the arm that learned it
         * @param reward the reward
         * @return the number of buffered lines of the journal
         */
        int appendLearned(JournalLine line, int action, double reward);

        /**
         * Buffers a state record, under the context's lock.
         *
         * @param line the line
         */
        void appendState(JournalLine line);

        /**
         * Begins a new context: passes the estimates that it starts from to a function, and buffers the line that this makes; does
         * nothing where it starts from those of the settings.
         *
         * @param line applies the estimates and returns their line
         */
        void begin(Function<List<Prior>, JournalLine> line);

        /**
         * Flushes the buffer if it is too full; called without the lock.
         *
         * @param waiting the number of buffered lines
         */
        void flushIfBehind(int waiting);

        /**
         * Returns when all lines appended before are on disk.
         *
         * @throws IOException if the disk refuses
         */
        void commit() throws IOException;

        /**
         * Begins a new journal, where the present one cannot be written.
         *
         * @throws IOException if the disk refuses
         */
        void save() throws IOException;
    }

    /**
     * A line of the context that has been read back.
     *
     * @param rules the family's settings that it was written by
     * @param line its members
     */
    public record Told(RecordedSettings rules, JsonMembers line) {}

    /**
     * The estimate of an arm that a new context starts from.
     *
     * @param action the arm
     * @param value what it is taken to be worth, in reward units; finite
     * @param weight how many rewards that counts as; at least 0
     */
    public record Prior(int action, double value, long weight) {
        /**
         * Reads the estimates that a line holds.
         *
         * @param line a line of a context
         * @return the estimates; empty if it holds none
         * @throws IllegalArgumentException if they are not as a context writes them
         */
        public static List<Prior> of(JsonMembers line) {
            return line.has(JournalRecord.PRIOR)
                    ? line.list(JournalRecord.PRIOR).stream().map(Prior::of).toList()
                    : List.of();
        }

        private static Prior of(Object row) {
            if (row instanceof List<?> list
                    && list.size() == 3
                    && list.get(0) instanceof Long action
                    && list.get(1) instanceof Double value
                    && list.get(2) instanceof Long weight) {
                return new Prior(Math.toIntExact(action), value, weight);
            }
            throw new IllegalArgumentException("prior: found " + row + ", must be [action, value, weight]");
        }

        void begin(MutableState state) {
            ActionEstimate arm = state.arm(action);
            state.put(
                    action,
                    ActionEstimate.prior(value, weight).withOpen(arm.open()).withName(arm.name()));
        }
    }

    /**
     * Resumes a context from its lines.
     *
     * @param name the context's name
     * @param told its lines from its newest state record on, or all; empty for a new context
     * @param rules the family's settings now
     * @param clock the time of decisions and rewards
     * @param lines where its lines go from now on
     * @return the context
     * @throws IllegalArgumentException if a line is missing between two others, or the policy cannot choose among the open arms
     */
    public static ContextMaker resume(
            String name, List<Told> told, Settings rules, InstantSource clock, SharedLines lines) {
        Settings own = rules.seed(rules.seed().child(name));
        State state = State.initial(own);
        if (!told.isEmpty()) {
            RecordedSettings first = told.get(0).rules().of(name);
            JournalReplay replay = new JournalReplay(
                    new Snapshot(first.initial(), first, HashChain.FIRST),
                    recorded -> recorded.reading(List.of(rules)));
            RecordedSettings latest = null;
            for (Told each : told) {
                if (!each.rules().equals(latest)) {
                    latest = each.rules();
                    replay.section(latest.of(name));
                }
                replay.line(each.line());
            }
            state = replay.state().state();
        }
        JournalRecord.Sink sink = new JournalRecord.Sink() {
            @Override
            public int append(JournalLine line) {
                return lines.append(line);
            }

            @Override
            public int appendLearned(JournalLine line, int action, double reward) {
                return lines.appendLearned(line, action, reward);
            }

            @Override
            public void flushIfBehind(int waiting) {
                lines.flushIfBehind(waiting);
            }
        };
        MutableState mutable = new MutableState(own, state.named(own.names()));
        if (told.isEmpty()) {
            lines.begin(prior -> begin(mutable, prior, clock.millis()));
        }
        DecisionEvents events = new DecisionEvents(clock);
        return new ContextMaker(new LockedState(own, clock, sink, events, mutable), lines);
    }

    private static JournalLine begin(MutableState state, List<Prior> prior, long time) {
        state.usePolicyOfSettings();
        prior.forEach(arm -> arm.begin(state));
        return JournalRecord.prior(prior, time, state.version());
    }

    /**
     * Returns true for a state record, which no line before it is needed for.
     *
     * @param line a line of the context
     * @return whether it is one
     */
    public static boolean isState(JsonMembers line) {
        return line.has(JournalRecord.STATE);
    }

    /**
     * Returns the decision maker.
     *
     * @return the same each time
     */
    public DecisionMaker maker() {
        return maker;
    }

    /**
     * Returns the number of decisions that are remembered, by which the length of the state's line goes.
     *
     * @return their number
     */
    public int remembered() {
        return lockedState.underLock(state -> state.recent().size());
    }

    /** Appends the line of the complete state, so that opening the context again needs no line before it. */
    public void appendState() {
        lockedState.underLock(state -> {
            lines.appendState(JournalRecord.state(state.state()));
            return state;
        });
    }

    /** Closes the decision maker to changes; its lines are not committed by that. */
    public void close() {
        lockedState.close();
    }

    private final class Files implements JournalRecord.Files {
        @Override
        public void commit() throws IOException {
            lines.commit();
        }

        @Override
        public void rotateIfLong() {
            // the family does, after each use
        }

        @Override
        public void save() throws IOException {
            appendState();
            try {
                lines.commit();
            } catch (IOException e) {
                lines.save();
            }
        }

        @Override
        public long erase(Set<DecisionKey> ids) {
            throw new IllegalStateException(
                    "decisions of a context are erased by its family: DecisionMakers.erase(name, ids)");
        }

        @Override
        public void close() throws IOException {
            lockedState.close();
            lines.commit();
        }
    }
}
