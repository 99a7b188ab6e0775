package kelvin.decision;

import java.io.Closeable;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.Require;
import kelvin.policy.Policy;
import org.jspecify.annotations.Nullable;

/** What a decision maker does in memory: one change of the ledger after the other, each with its line, under one short lock. */
final class InMemory implements Closeable {
    private final Rules rules;
    private final InstantSource clock;
    private final Lines lines;
    private final Ledger ledger;
    private final boolean constant;
    private final PatientLock lock = new PatientLock();
    private volatile View view;
    private volatile boolean closed;

    /** What is done to the ledger while nothing else is. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T with(Ledger ledger) throws E;
    }

    InMemory(Rules rules, InstantSource clock, Lines lines, Ledger ledger) {
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
        Name name = Name.of(rules.seed(), id);
        long time = clock.millis();
        View seen = view;
        View.Choice early = constant ? early(seen, name, open) : null;
        Decision decision;
        int waiting;
        lock.lock();
        try {
            requireOpen();
            int known = ledger.find(name);
            if (known >= 0) {
                return ledger.decision(known);
            }
            View now = constant ? view : ledger.view();
            View.Choice choice = early != null && now == seen ? early : now.choose(name, open);
            long step = ledger.decisions() + 1;
            decision = new Decision(id, choice.action(), choice.propensity(), now.version(), step, time);
            ledger.remember(name, decision);
            waiting = lines.append(Line.decision(decision, open));
        } finally {
            lock.unlock();
        }
        lines.relieve(waiting);
        return decision;
    }

    /** A choice that is right if the view proves to be the newest; null where the policy refuses, which is then said under the lock. */
    private static View.@Nullable Choice early(View seen, Name name, @Nullable BitSet open) {
        try {
            return seen.choose(name, open);
        } catch (RuntimeException e) {
            return null;
        }
    }

    Outcome reward(String id, double reward) {
        Name name = Name.of(rules.seed(), id);
        Require.finite("reward", reward);
        long time = clock.millis();
        Outcome outcome;
        int waiting;
        lock.lock();
        try {
            requireOpen();
            int known = ledger.find(name);
            outcome = ledger.judge(known, time);
            if (outcome == Outcome.LEARNED) {
                waiting = learn(known, id, reward, time);
            } else {
                ledger.count(outcome);
                waiting = lines.append(Line.notLearned(id, reward, time, outcome));
            }
        } finally {
            lock.unlock();
        }
        lines.relieve(waiting);
        return outcome;
    }

    private int learn(int known, String id, double reward, long time) {
        int action = ledger.action(known);
        Arm taught = ledger.taught(action, reward);
        ledger.learn(known, reward, action, taught);
        view = ledger.view();
        return lines.append(Line.learned(id, reward, time, ledger.step(known), action, taught, ledger.version()));
    }

    int addArm(Arm arm) {
        return alone(books -> {
            int action = books.arms();
            put(action, arm);
            return action;
        });
    }

    void setOpen(int action, boolean open) {
        this.<Arm, RuntimeException>alone(books -> {
            Require.that(action >= 0 && action < books.arms(), "action", action, "in [0, " + (books.arms() - 1) + "]");
            Require.that(open || books.openBesides(action), "action", action, "one that is not the last open arm");
            return put(action, books.arm(action).withOpen(open));
        });
    }

    /** Changes an arm, or adds the next one; nothing where the policy could not choose then. */
    private Arm put(int action, Arm arm) {
        View next = ledger.tried(action, arm);
        ledger.put(action, arm);
        view = next;
        lines.append(Line.arm(action, arm, clock.millis(), ledger.version()));
        return arm;
    }

    /** What has been dropped, by which bound. */
    List<String> forgotten() {
        return alone(Ledger::counts).notes(rules);
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
