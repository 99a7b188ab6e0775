package kelvin.decision;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does once more what the lines of journals say was done, each section by the rules that its start line records, and notices when
 * a line is missing.
 */
final class JournalReplay implements JournalReader.Reader {
    private final Function<RecordedSettings, Settings> rules;
    private final Gaps gaps;
    private MutableState ledger;
    private @Nullable RecordedSettings settings;
    private long latest;

    /** Takes what does not follow from the lines before. */
    @FunctionalInterface
    interface Gaps {
        /** Complains; where it does not, the number found is gone on from. */
        void found(String name, long found, long wanted);
    }

    /**
     * A replay from a state on.
     *
     * @param state what is known before the first line
     * @param rules rules that are as a start line says
     */
    JournalReplay(Snapshot state, Function<RecordedSettings, Settings> rules) {
        this(state, rules, JournalReplay::refuse);
    }

    JournalReplay(Snapshot before, Function<RecordedSettings, Settings> rules, Gaps gaps) {
        this.rules = rules;
        this.gaps = gaps;
        settings = before.rules();
        Settings first = settings == null
                ? new Settings(RecordedSettings.STAND_IN, 1, before.state().seed())
                : rules.apply(settings);
        ledger = new MutableState(first, before.state());
    }

    private static void refuse(String name, long found, long wanted) {
        throw new IllegalArgumentException(
                name + ": found " + found + ", must be " + wanted + ": lines before this one are missing");
    }

    MutableState ledger() {
        return ledger;
    }

    /** What the latest start line, or the snapshot, says; null where neither does. */
    @Nullable
    RecordedSettings settings() {
        return settings;
    }

    /** The latest time that a line tells, in milliseconds since 1970; 0 if none does. */
    long latest() {
        return latest;
    }

    /** What the latest start line says otherwise than some rules do. */
    List<String> changes(RecordedSettings now) {
        return settings == null ? List.of() : settings.changes(now);
    }

    @Override
    public void line(JsonMembers line) {
        latest = line.has("time") ? line.whole("time") : latest;
        if (line.has(JournalRecord.DECISION)) {
            follows("step", line.whole("step"), ledger.decisions() + 1);
            Decision decision = StateTree.decision(line);
            ledger.remember(ledger.name(decision.id()), decision);
        } else if (line.has(JournalRecord.REWARD)) {
            reward(line);
        } else if (line.has(JournalRecord.ARM)) {
            int action = Math.toIntExact(line.whole(JournalRecord.ARM));
            armsUpTo(action);
            ledger.put(action, StateTree.arm(line));
        } else {
            start(line);
        }
        if (line.has("version") && follows("version", line.whole("version"), ledger.version())) {
            ledger.skipTo(ledger.decisions(), line.whole("version"));
        }
    }

    private void start(JsonMembers line) {
        RecordedSettings now = RecordedSettings.of(line.fields("rules"));
        if (!now.equals(settings)) {
            ledger = new MutableState(rules.apply(now), ledger.state());
            settings = now;
        }
        ledger.go(now.policy());
        if (follows("decisions", line.whole("decisions"), ledger.decisions())) {
            ledger.skipTo(line.whole("decisions"), ledger.version());
        }
        armsUpTo(Math.toIntExact(line.whole("arms")));
    }

    private void reward(JsonMembers line) {
        String outcome = line.text("outcome");
        for (RewardOutcome each : RewardOutcome.values()) {
            if (each.word().equals(outcome) && each != RewardOutcome.LEARNED) {
                ledger.count(each);
                return;
            }
        }
        int action = Math.toIntExact(line.whole("action"));
        armsUpTo(action + 1);
        double reward = line.real("value");
        ActionEstimate before = ledger.arm(action);
        ActionEstimate taught =
                new ActionEstimate(line.real("estimate"), before.sum() + reward, before.count() + 1, before.open());
        ledger.learn(ledger.find(ledger.name(line.text(JournalRecord.REWARD))), reward, action, taught);
    }

    /** Tells whether lines are missing. */
    private boolean follows(String name, long found, long wanted) {
        if (found != wanted) {
            gaps.found(name, found, wanted);
        }
        return found != wanted;
    }

    /** Sees that there are some arms; those whose beginning is missing are closed. */
    private void armsUpTo(int arms) {
        if (arms > ledger.arms()) {
            gaps.found("arms", arms, ledger.arms());
        }
        while (ledger.arms() < arms) {
            ledger.put(ledger.arms(), ActionEstimate.prior(0, 0).withOpen(false));
        }
    }
}
