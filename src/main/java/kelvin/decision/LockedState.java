package kelvin.decision;

import java.io.Closeable;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Require;
import kelvin.decision.Decision.Acted;
import kelvin.decision.journal.BackoffLock;
import kelvin.decision.memory.DecisionKey;
import org.jspecify.annotations.Nullable;

/** Makes decisions and matches rewards with them, one change of the state with its journal record at a time, under one short lock. */
final class LockedState implements Closeable {
    private final Settings rules;
    private final InstantSource clock;
    private final JournalRecord.Sink lines;
    private final DecisionEvents events;
    private final MutableState state;
    private final BackoffLock lock = new BackoffLock();
    private volatile Chooser.@Nullable Ahead snapshot;
    private volatile boolean closed;

    /** An operation on the state, run while holding its lock. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T with(MutableState state) throws E;
    }

    LockedState(
            Settings rules, InstantSource clock, JournalRecord.Sink lines, DecisionEvents events, MutableState state) {
        this.rules = rules;
        this.clock = clock;
        this.lines = lines;
        this.events = events;
        this.state = state;
        state.usePolicyOfSettings();
        this.snapshot = state.chooser().ahead(state.now());
    }

    /** Creates the state of a decision maker without a journal. */
    static LockedState inMemory(Settings rules, State state, InstantSource clock) {
        Require.notNull("rules", rules);
        Require.notNull("state", state);
        Require.notNull("clock", clock);
        DecisionEvents events = new DecisionEvents(clock);
        MutableState first = new MutableState(rules, state.named(rules.names()));
        return new LockedState(rules, clock, JournalRecord.Sink.DISCARDING, events, first);
    }

    DecisionEvents events() {
        return events;
    }

    double[] probabilities() {
        requireOpen();
        Chooser.Ahead ahead = snapshot;
        return ahead == null ? locked(state -> state.chooser().probabilities(state.now())) : ahead.probabilities();
    }

    /**
     * Draws without the lock from the latest snapshot of the policy; draws again under the lock if the state has
     * changed meanwhile, or nothing could be drawn.
     *
     * @param acted what another system did; null where the decision is acted by
     */
    Decision decide(Request request, @Nullable Acted acted) {
        DecisionKey name = DecisionKey.of(rules.seed(), request.id());
        long time = clock.millis();
        Chooser.Ahead before = snapshot;
        Chooser.Choice optimistic = before == null ? null : before.tried(name, request);
        Decision decision;
        int waiting;
        long evicted;
        lock.lock();
        try {
            requireOpen();
            learnDue(time);
            int slot = state.recent().slot(name);
            if (slot >= 0) {
                return state.again(slot, request);
            }
            if (acted != null) {
                requireArm("acted", acted.action());
            }
            Chooser.Choice choice = optimistic != null && snapshot == before ? optimistic : choose(name, request);
            decision = choice.decision(request.id(), state.version(), state.decisions() + 1, time, acted);
            long evictedBefore = state.evicted();
            state.add(name, slot, decision);
            state.explore(decision, choice.exploring(), choice.loss());
            evicted = state.evicted() - evictedBefore;
            waiting = lines.append(JournalRecord.decision(decision, request, choice, rules.hashedFeatures()));
        } finally {
            lock.unlock();
            events.deliver();
        }
        lines.flushIfBehind(waiting);
        if (events.heard()) {
            events.tell(listener -> listener.decided(decision));
            if (evicted > 0) {
                events.tell(listener -> listener.evicted(evicted));
            }
        }
        return decision;
    }

    private Chooser.Choice choose(DecisionKey name, Request request) {
        Chooser.Ahead now = snapshot;
        return now == null ? state.chooser().choose(state.now(), name, request) : now.choose(name, request);
    }

    /** Learns the reward of a decision, or of one action that it shows; −1 for the one that it took. */
    RewardOutcome reward(String id, int named, double reward) {
        DecisionKey name = DecisionKey.of(rules.seed(), id);
        Require.finite("reward", reward);
        long time = clock.millis();
        RewardOutcome outcome;
        int waiting;
        lock.lock();
        try {
            requireOpen();
            learnDue(time);
            int known = state.find(name);
            int action = state.rewards().action(known, named);
            outcome = state.rewards().classify(known, action, time);
            if (outcome == RewardOutcome.LEARNED) {
                waiting = learn(known, name, action, reward, RewardOutcome.LEARNED, time);
                snapshot = state.chooser().ahead(state.now());
            } else {
                if (outcome == RewardOutcome.GATHERED) {
                    state.verified(action, state.rewards().joined(known, reward));
                }
                state.takeNotLearned(known, reward, outcome);
                long step = outcome.isEvaluated() ? state.recent().step(known) : 0;
                waiting = lines.append(JournalRecord.notLearned(id, reward, time, outcome, step, named));
            }
        } finally {
            lock.unlock();
            events.deliver();
        }
        lines.flushIfBehind(waiting);
        if (events.heard()) {
            events.tell(listener -> listener.rewarded(id, reward, outcome));
        }
        return outcome;
    }

    /** Learns the gathered rewards whose settling time has passed, and the default rewards that are due. */
    private void learnDue(long time) {
        int due = state.rewards().due(time);
        if (due >= 0) {
            for (; due >= 0; due = state.rewards().due(time)) {
                DecisionKey key = state.name(state.recent().id(due));
                int action = state.recent().actionTaken(due);
                double reward = state.rewards().rewardDue(due);
                RewardOutcome outcome = state.rewards().outcomeDue(due);
                learn(due, key, action, reward, outcome, time);
                events.post(told -> told.rewarded(key.id(), reward, outcome));
            }
            snapshot = state.chooser().ahead(state.now());
        }
    }

    private int learn(int known, DecisionKey key, int action, double reward, RewardOutcome outcome, long time) {
        ActionEstimate updated = state.verified(action, reward);
        long step = state.recent().step(known);
        state.learn(known, key, step, reward, outcome, action, updated);
        return lines.appendLearned(
                JournalRecord.learned(key.id(), reward, outcome, time, step, action, updated, state.version()),
                action,
                reward);
    }

    int addArm(ActionEstimate arm) {
        return locked(state -> {
            int action = state.arms();
            put(action, arm);
            return action;
        });
    }

    boolean warmStart(List<ActionEstimate> estimates) {
        Require.that(
                rules.learner() == null,
                "learner",
                String.valueOf(rules.learner()),
                "a policy, which decides by estimates");
        return locked(state -> {
            boolean cold = state.decisions() == 0;
            if (cold) {
                List<ActionEstimate> arms = ActionEstimate.warm(state.now().arms(), estimates, rules.initialValue());
                state.verifyArms(arms);
                IntStream.range(0, arms.size())
                        .filter(action ->
                                action >= state.arms() || !arms.get(action).equals(state.arm(action)))
                        .forEach(action -> set(action, arms.get(action)));
            }
            return cold;
        });
    }

    void setOpen(int action, boolean open) {
        this.<ActionEstimate, RuntimeException>locked(state -> {
            requireArm("action", action);
            Require.that(
                    open || action != state.stopped(),
                    "action",
                    action,
                    "another than the one that decisions have been stopped at");
            Require.that(
                    open || ActionEstimate.isAnotherOpen(state.now().arms(), action),
                    "action",
                    action,
                    "one that is not the last open arm");
            return put(action, state.arm(action).withOpen(open));
        });
    }

    private void requireArm(String name, int action) {
        Require.that(action >= 0 && action < state.arms(), name, action, "in [0, " + (state.arms() - 1) + "]");
    }

    /** Turns the kill switch on, at an action, or off; does nothing where it is so already. */
    void stop(int action) {
        locked(state -> {
            if (action != State.RUNNING) {
                requireArm("baseline", action);
                Require.that(state.arm(action).open(), "baseline", action, "an open arm");
            }
            if (action != state.stopped()) {
                state.stop(action);
                snapshot = state.chooser().ahead(state.now());
                lines.append(JournalRecord.switched(action, clock.millis(), state.version()));
            }
            return action;
        });
    }

    /** Changes an arm, or adds the next one; changes nothing where the policy could not choose afterwards. */
    private ActionEstimate put(int action, ActionEstimate arm) {
        state.verifyArm(action, arm);
        return set(action, arm);
    }

    private ActionEstimate set(int action, ActionEstimate arm) {
        state.put(action, arm);
        snapshot = state.chooser().ahead(state.now());
        lines.append(JournalRecord.arm(action, arm, clock.millis(), state.version()));
        return arm;
    }

    /** Returns the number of evicted decisions by the bound that evicted them. */
    List<String> evictions() {
        return locked(MutableState::counts).notes(rules);
    }

    <T, E extends Exception> T locked(Work<T, E> work) throws E {
        return underLock(state -> {
            requireOpen();
            return work.with(state);
        });
    }

    /** Reads the state under the lock, also once it is closed. */
    <T, E extends Exception> T underLock(Work<T, E> work) throws E {
        lock.lock();
        try {
            return work.with(state);
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

    /** Closes the state: nothing changes once this returns. */
    @Override
    public void close() {
        lock.lock();
        closed = true;
        lock.unlock();
    }
}
