package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.contract.Stability;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.JsonMembers;
import org.jspecify.annotations.Nullable;

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
            public void flushIfBehind(int waiting) {
                lines.flushIfBehind(waiting);
            }
        };
        DecisionEvents events = new DecisionEvents(clock);
        return new ContextMaker(
                new LockedState(own, clock, sink, events, new MutableState(own, state.named(own.names()))), lines);
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
        lockedState.underLock(state -> lines.append(JournalRecord.state(state.state())));
    }

    /** Closes the decision maker to changes; its lines are not committed by that. */
    public void close() {
        lockedState.close();
    }

    private final class Files implements JournalRecord.Files {
        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public @Nullable Store store() {
            return null;
        }

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
        public void close() throws IOException {
            lockedState.close();
            lines.commit();
        }
    }

    /** Draws the decisions of one context of a journal again that many share, as {@link ReplayCheck} does for a folder. */
    @Stability(MAY_CHANGE)
    public static final class Check {
        private final String name;
        private final ReplayCheck.Drawer drawer;
        private @Nullable RecordedSettings latest;

        /**
         * Begins at the first line of a context, or at a state record.
         *
         * @param name the context's name
         * @param rules the family's settings that the line was written by
         * @param line its first line
         * @param given the family's settings, as for {@link ReplayCheck#of}
         */
        public Check(String name, RecordedSettings rules, JsonMembers line, Settings... given) {
            this.name = name;
            Map<RecordedSettings, Settings> known = new HashMap<>();
            for (Settings each : given) {
                Settings of = each.seed(each.seed().child(name));
                known.put(RecordedSettings.of(of).running(), of);
            }
            drawer = new ReplayCheck.Drawer(
                    begin(name, rules, line), section -> known.get(section.running()), known.values());
        }

        /**
         * Begins at the first line of a context, or at a state record, with settings that their texts tell.
         *
         * @param name the context's name
         * @param rules the family's settings that the line was written by
         * @param line its first line
         * @param texts finds policies, learners and step sizes
         */
        public Check(String name, RecordedSettings rules, JsonMembers line, ReplayCheck.Texts texts) {
            this.name = name;
            drawer = new ReplayCheck.Drawer(begin(name, rules, line), section -> section.rebuilt(texts), List.of());
        }

        private static Snapshot begin(String name, RecordedSettings rules, JsonMembers line) {
            RecordedSettings own = rules.of(name);
            return new Snapshot(isState(line) ? StateTree.state(line) : own.initial(), own, HashChain.FIRST);
        }

        /**
         * Takes the next line, from the first on.
         *
         * @param rules the family's settings that it was written by
         * @param line its members
         * @throws IllegalArgumentException if a line is missing before it
         */
        public void line(RecordedSettings rules, JsonMembers line) {
            if (!rules.equals(latest)) {
                latest = rules;
                drawer.section(rules.of(name));
            }
            drawer.line(line);
        }

        /**
         * Returns what has come of it so far.
         *
         * @return the counts and differences
         */
        public ReplayCheck result() {
            return drawer.result();
        }
    }
}
