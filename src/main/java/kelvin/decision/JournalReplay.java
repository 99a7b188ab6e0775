package kelvin.decision;

import java.util.List;
import java.util.function.Function;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.memory.DecisionKey;
import org.jspecify.annotations.Nullable;

/** Replays journals onto a state, each section with the settings that its start record holds; rejects gaps. */
final class JournalReplay implements JournalReader.Reader {
    private final Function<RecordedSettings, Settings> rules;
    private final Gaps gaps;
    private final Choices choices;
    private MutableState state;
    private @Nullable RecordedSettings settings;
    private long latest;

    /** Handler of gaps in a journal. */
    @FunctionalInterface
    interface Gaps {
        /** Rejects a gap; a handler that returns makes the replay continue from the number found. */
        void found(String name, long found, long wanted);
    }

    /** Receiver of the choices that are made again because a learner changes when it chooses. */
    @FunctionalInterface
    interface Choices {
        /** Takes a decision of the journal, and what was chosen again. */
        void again(Decision logged, Chooser.Choice choice);
    }

    /** Creates a replay that starts from a state, for readers that take a learner's choices as they are. */
    JournalReplay(Snapshot state, Function<RecordedSettings, Settings> rules) {
        this(state, rules, (logged, choice) -> {});
    }

    /**
     * Creates a replay that starts from a state.
     *
     * @param state what is known before the first line
     * @param rules rules that are as a start line says
     * @param choices receives what a learner chooses again
     */
    JournalReplay(Snapshot state, Function<RecordedSettings, Settings> rules, Choices choices) {
        this(state, rules, choices, JournalReplay::refuse);
    }

    JournalReplay(Snapshot before, Function<RecordedSettings, Settings> rules, Choices choices, Gaps gaps) {
        this.rules = rules;
        this.choices = choices;
        this.gaps = gaps;
        settings = before.rules();
        Settings first = settings == null
                ? new Settings(RecordedSettings.STAND_IN, 1, before.state().seed())
                : rules.apply(settings);
        state = new MutableState(first, before.state());
    }

    private static void refuse(String name, long found, long wanted) {
        throw new IllegalArgumentException(
                name + ": found " + found + ", must be " + wanted + ": lines before this one are missing");
    }

    MutableState state() {
        return state;
    }

    /** Returns the settings of the latest start record, or of the snapshot; null where neither has any. */
    @Nullable
    RecordedSettings settings() {
        return settings;
    }

    /** Returns the latest time of any line, in milliseconds since 1970; 0 if there is none. */
    long latest() {
        return latest;
    }

    /** Lists the settings in which the latest start record differs from given settings. */
    List<String> changes(RecordedSettings now) {
        return settings == null ? List.of() : settings.changes(now);
    }

    @Override
    public void line(JsonMembers line) {
        latest = line.has("time") ? line.whole("time") : latest;
        if (line.has(JournalRecord.DECISION)) {
            follows("step", line.whole("step"), state.decisions() + 1);
            decide(line);
        } else if (line.has(JournalRecord.REWARD)) {
            reward(line);
        } else if (line.has(JournalRecord.ARM)) {
            int action = Math.toIntExact(line.whole(JournalRecord.ARM));
            armsUpTo(action);
            state.put(action, StateTree.arm(line));
        } else if (line.has(JournalRecord.STATE)) {
            state = new MutableState(state.rules(), StateTree.state(line));
        } else if (line.has(JournalRecord.PRIOR)) {
            ContextMaker.Prior.of(line).forEach(arm -> arm.begin(state));
        } else if (line.has(JournalRecord.SWITCH)) {
            boolean stops = line.text(JournalRecord.SWITCH).equals(JournalRecord.STOP);
            state.stop(stops ? Math.toIntExact(line.whole("action")) : State.RUNNING);
        } else if (!line.has(JournalRecord.ERASED)) {
            start(line);
        }
        if (line.has("version") && follows("version", line.whole("version"), state.version())) {
            state.skipTo(state.decisions(), line.whole("version"));
        }
    }

    private void decide(JsonMembers line) {
        Decision decision = StateTree.decision(line);
        DecisionKey key = state.name(decision.id());
        if (decision.group() == Decision.Group.TREATMENT) {
            Chooser.Choice again =
                    state.chooser().rechoose(state.now(), key, state.chooser().request(line));
            if (again != null) {
                choices.again(decision, again);
            }
        }
        state.add(key, decision);
        state.explore(decision, line.has("exploring"), line.has("loss") ? line.real("loss") : 0);
    }

    private void start(JsonMembers line) {
        section(RecordedSettings.of(line.fields("rules")));
        int stopped = line.has("stopped") ? Math.toIntExact(line.whole("stopped")) : State.RUNNING;
        if (follows("stopped", stopped, state.stopped())) {
            state.stop(stopped);
        }
        if (follows("decisions", line.whole("decisions"), state.decisions())) {
            state.skipTo(line.whole("decisions"), state.version());
        }
        armsUpTo(Math.toIntExact(line.whole("arms")));
    }

    /** Begins a section of lines that were written by given settings. */
    void section(RecordedSettings now) {
        if (!now.equals(settings)) {
            state = new MutableState(rules.apply(now), state.state().named(now.names()));
            settings = now;
        }
        state.usePolicy(now.policy());
    }

    private void reward(JsonMembers line) {
        RewardOutcome outcome = RewardOutcome.of(line.text("outcome"));
        DecisionKey key = state.name(line.text(JournalRecord.REWARD));
        double reward = line.real("value");
        if (!outcome.learns()) {
            state.takeNotLearned(state.find(key), reward, outcome);
            return;
        }
        int action = Math.toIntExact(line.whole("action"));
        armsUpTo(action + 1);
        ActionEstimate before = state.arm(action);
        ActionEstimate updated = new ActionEstimate(
                line.real("estimate"), before.sum() + reward, before.count() + 1, before.open(), before.name());
        state.learn(state.find(key), key, line.whole("step"), reward, outcome, action, updated);
    }

    /** Returns true if no line is missing before the given number. */
    private boolean follows(String name, long found, long wanted) {
        if (found != wanted) {
            gaps.found(name, found, wanted);
        }
        return found != wanted;
    }

    /** Ensures a number of arms; those whose first record is missing are closed. */
    private void armsUpTo(int arms) {
        if (arms > state.arms()) {
            gaps.found("arms", arms, state.arms());
        }
        while (state.arms() < arms) {
            state.put(state.arms(), ActionEstimate.prior(0, 0).withOpen(false));
        }
    }
}
