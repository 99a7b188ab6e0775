package kelvin.decision;

import java.util.List;
import java.util.Map;
import kelvin.contract.InvalidValue;
import kelvin.decision.Decision.Group;
import kelvin.decision.Decision.Slate;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.memory.DecisionKey;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/**
 * Chooses as another chooser does, but for the decisions of a control group, which a policy makes, and while the kill switch is on.
 * The other chooser neither sees nor learns from decisions that it did not make.
 */
final class GuardedChooser implements Chooser {
    private final Chooser treatment;
    private final @Nullable Chooser control;
    private final double share;
    private final Seed assignment;
    private final boolean slates;

    GuardedChooser(Settings rules, Chooser treatment) {
        PolicySchedule policy = rules.controlPolicy();
        this.treatment = treatment;
        control = policy == null ? null : new PolicyChooser(policy);
        share = rules.controlShare();
        assignment = rules.seed().child("control group");
        slates = rules.slatePolicy() != null;
    }

    private boolean controls(DecisionKey key) {
        return control != null && DecisionKey.of(assignment, key.id()).draw().nextDouble() < share;
    }

    @Override
    public Group group(Situation now, DecisionKey key) {
        return now.stopped() >= 0 ? Group.STOPPED : controls(key) ? Group.CONTROL : Group.TREATMENT;
    }

    @Override
    public @Nullable Ahead ahead(Situation now) {
        if (now.stopped() >= 0) {
            return new Stopped(now.stopped(), now.values(), slates);
        }
        Ahead treated = treatment.ahead(now);
        if (treated == null || control == null) {
            return treated;
        }
        Ahead controlled = control.ahead(now);
        return controlled == null ? null : new Divided(treated, controlled);
    }

    @Override
    public Choice choose(Situation now, DecisionKey key, Request request) {
        if (now.stopped() >= 0) {
            return new Stopped(now.stopped(), now.values(), slates).choose(key, request);
        }
        return control != null && controls(key)
                ? control.choose(now, key, request).in(Group.CONTROL)
                : treatment.choose(now, key, request);
    }

    /** Draws by the snapshots of two policies, as ids are assigned. */
    private final class Divided implements Ahead {
        private final Ahead treated;
        private final Ahead controlled;

        Divided(Ahead treated, Ahead controlled) {
            this.treated = treated;
            this.controlled = controlled;
        }

        @Override
        public Choice choose(DecisionKey key, Request request) {
            return controls(key) ? controlled.choose(key, request).in(Group.CONTROL) : treated.choose(key, request);
        }

        @Override
        public double[] probabilities() {
            return treated.probabilities();
        }
    }

    /**
     * Gives the baseline action to every decision.
     *
     * @param action the baseline
     * @param values the estimates, −∞ for closed arms
     * @param slates whether the decision is a slate, which then holds the baseline alone
     */
    private record Stopped(int action, double[] values, boolean slates) implements Ahead {
        @Override
        public Choice choose(DecisionKey key, Request request) {
            double[] asked = request.isPlain() ? values : request.valuesOver(values);
            if (asked[action] == Double.NEGATIVE_INFINITY) {
                throw new InvalidValue(
                        "open",
                        request.allowed(values.length),
                        "with action " + action + " among them, since decisions have been stopped at it");
            }
            if (slates) {
                return new Choice(new Slate(List.of(action), List.of(1.0), 0, false), Group.STOPPED);
            }
            double best = asked[action];
            for (double value : asked) {
                best = Math.max(best, value);
            }
            double loss = Math.min(best - asked[action], Double.MAX_VALUE);
            return new Choice(action, 1, Group.STOPPED, asked[action] < best, loss, null);
        }

        @Override
        public double[] probabilities() {
            double[] certain = new double[values.length];
            certain[action] = 1;
            return certain;
        }
    }

    /** {@inheritDoc} Only those of the treatment group are chosen again: the others change nothing. */
    @Override
    public @Nullable Choice rechoose(Situation now, DecisionKey key, Request request) {
        return treatment.rechoose(now, key, request);
    }

    @Override
    public double[] probabilities(Situation now) {
        return now.stopped() >= 0
                ? new Stopped(now.stopped(), now.values(), slates).probabilities()
                : treatment.probabilities(now);
    }

    @Override
    public void verify(Situation now) {
        treatment.verify(now);
        if (control != null) {
            control.verify(now);
        }
    }

    @Override
    public void verify(double reward) {
        treatment.verify(reward);
    }

    @Override
    public void learn(DecisionKey key, long step, int action, double reward) {
        treatment.learn(key, step, action, reward);
    }

    @Override
    public void forget(long step) {
        treatment.forget(step);
    }

    @Override
    public int capacity() {
        return treatment.capacity();
    }

    @Override
    public int bytesPerDecision() {
        return treatment.bytesPerDecision();
    }

    @Override
    public Request request(JsonMembers line) {
        return treatment.request(line);
    }

    @Override
    public @Nullable Map<String, Object> saved() {
        return treatment.saved();
    }

    @Override
    public void load(Map<String, Object> tree) {
        treatment.load(tree);
    }
}
