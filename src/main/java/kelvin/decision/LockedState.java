package kelvin.decision;

import java.io.Closeable;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.Require;
import kelvin.policy.Policy;
import org.jspecify.annotations.Nullable;

/** What a decision maker does in memory: one change of the ledger after the other, each with its line, under one short lock. */
final class LockedState implements Closeable {
    private final Settings rules;
    private final InstantSource clock;
    private final JournalSink lines;
    private final MutableState ledger;
    private final boolean constant;
    private final BackoffLock lock = new BackoffLock();
    private volatile PolicySnapshot view;
    private volatile boolean closed;

    /** What is done to the ledger while nothing else is. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T with(MutableState ledger) throws E;
    }

    LockedState(Settings rules, InstantSource clock, JournalSink lines, MutableState ledger) {
        this.rules = rules;
        this.clock = clock;
        this.lines = lines;
        this.ledger = ledger;
        this.constant = rules.policy() instanceof Policy;
        this.view = ledger.start();
    }

    double[] probabilities() {
        requireOpen();
        return view.probabilities();
    }

    /** Draws without the lock; under it only where the view is no longer the newest, or nothing could be drawn from it. */
    Decision decide(String id, @Nullable BitSet open) {
        DecisionKey name = DecisionKey.of(rules.seed(), id);
        long time = clock.millis();
        PolicySnapshot seen = view;
        PolicySnapshot.Choice early = constant ? early(seen, name, open) : null;
        Decision decision;
        int waiting;
        lock.lock();
        try {
            requireOpen();
            int known = ledger.find(name);
            if (known >= 0) {
                return ledger.decision(known);
            }
            PolicySnapshot now = constant ? view : ledger.view();
            PolicySnapshot.Choice choice = early != null && now == seen ? early : now.choose(name, open);
            long step = ledger.decisions() + 1;
            decision = new Decision(id, choice.action(), choice.propensity(), now.version(), step, time);
            ledger.remember(name, decision);
            waiting = lines.append(JournalRecord.decision(decision, open));
        } finally {
            lock.unlock();
        }
        lines.relieve(waiting);
        return decision;
    }

    /** A choice that is right if the view proves to be the newest; null where the policy refuses, which is then said under the lock. */
    private static PolicySnapshot.@Nullable Choice early(PolicySnapshot seen, DecisionKey name, @Nullable BitSet open) {
        try {
            return seen.choose(name, open);
        } catch (RuntimeException e) {
            return null;
        }
    }

    RewardOutcome reward(String id, double reward) {
        DecisionKey name = DecisionKey.of(rules.seed(), id);
        Require.finite("reward", reward);
        long time = clock.millis();
        RewardOutcome outcome;
        int waiting;
        lock.lock();
        try {
            requireOpen();
            int known = ledger.find(name);
            outcome = ledger.judge(known, time);
            if (outcome == RewardOutcome.LEARNED) {
                waiting = learn(known, id, reward, time);
            } else {
                ledger.count(outcome);
                waiting = lines.append(JournalRecord.notLearned(id, reward, time, outcome));
            }
        } finally {
            lock.unlock();
        }
        lines.relieve(waiting);
        return outcome;
    }

    private int learn(int known, String id, double reward, long time) {
        int action = ledger.action(known);
        ActionEstimate taught = ledger.taught(action, reward);
        ledger.learn(known, reward, action, taught);
        view = ledger.view();
        return lines.append(
                JournalRecord.learned(id, reward, time, ledger.step(known), action, taught, ledger.version()));
    }

    int addArm(ActionEstimate arm) {
        return alone(books -> {
            int action = books.arms();
            put(action, arm);
            return action;
        });
    }

    void setOpen(int action, boolean open) {
        this.<ActionEstimate, RuntimeException>alone(books -> {
            Require.that(action >= 0 && action < books.arms(), "action", action, "in [0, " + (books.arms() - 1) + "]");
            Require.that(open || books.openBesides(action), "action", action, "one that is not the last open arm");
            return put(action, books.arm(action).withOpen(open));
        });
    }

    /** Changes an arm, or adds the next one; nothing where the policy could not choose then. */
    private ActionEstimate put(int action, ActionEstimate arm) {
        PolicySnapshot next = ledger.tried(action, arm);
        ledger.put(action, arm);
        view = next;
        lines.append(JournalRecord.arm(action, arm, clock.millis(), ledger.version()));
        return arm;
    }

    /** What has been dropped, by which bound. */
    List<String> forgotten() {
        return alone(MutableState::counts).notes(rules);
    }

    <T, E extends Exception> T alone(Work<T, E> work) throws E {
        lock.lock();
        try {
            requireOpen();
            return work.with(ledger);
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this decision maker has been closed");
        }
    }

    /** Nothing is changed any more once this returns. */
    @Override
    public void close() {
        lock.lock();
        closed = true;
        lock.unlock();
    }
}
