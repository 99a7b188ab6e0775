package kelvin.decision;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.contract.InvalidValue;
import kelvin.decision.Decision.Acted;
import kelvin.decision.Decision.Group;
import kelvin.decision.Decision.Slate;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.memory.DecisionKey;
import kelvin.learner.LearnerSpec;
import kelvin.model.Features;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/**
 * The part of a decision maker that chooses actions and learns from rewards, beside the estimates of arms, which are kept in any case:
 * a policy over these estimates, or a learner with a state of its own. Used under one lock.
 */
interface Chooser {
    /**
     * The estimates that a choice is made by.
     *
     * @param version how often values or arms had changed
     * @param step the number of the decision
     * @param arms the estimates; not kept
     * @param stopped the action that every decision is while the kill switch is on; −1 while it is off
     */
    record Situation(long version, long step, List<ActionEstimate> arms, int stopped) {
        /** Returns the estimates, with −∞ for closed arms. */
        double[] values() {
            double[] values = new double[arms.size()];
            for (int i = 0; i < values.length; i++) {
                ActionEstimate arm = arms.get(i);
                values[i] = arm.open() ? arm.value() : Double.NEGATIVE_INFINITY;
            }
            return values;
        }
    }

    /**
     * An action and its probability, with what decided.
     *
     * @param exploring whether it is not one of the best by the values that a policy chose by
     * @param loss the expected loss of the choice against the best by these values, in reward units
     * @param probabilities those of all actions, not to be changed, nor kept beyond the next choice; null if they are not known
     * @param slate the actions shown, where several are
     */
    record Choice(
            int action,
            double propensity,
            Group group,
            boolean exploring,
            double loss,
            double @Nullable [] probabilities,
            @Nullable Slate slate) {
        public Choice {
            propensity = Math.min(1, propensity); // integrals and sums of rounded numbers may be 1 + 2e-16
        }

        /** Creates the choice of one action. */
        Choice(
                int action,
                double propensity,
                Group group,
                boolean exploring,
                double loss,
                double @Nullable [] probabilities) {
            this(action, propensity, group, exploring, loss, probabilities, null);
        }

        /** Creates the choice of several actions. */
        Choice(Slate slate, Group group) {
            this(Decision.SLATE, Double.NaN, group, false, 0, null, slate);
        }

        /** Creates the choice of a learner, whose values are its own. */
        Choice(int action, double @Nullable [] probabilities) {
            this(
                    action,
                    probabilities == null ? Double.NaN : probabilities[action],
                    Group.TREATMENT,
                    false,
                    0,
                    probabilities);
        }

        Choice in(Group other) {
            return new Choice(action, propensity, other, exploring, loss, probabilities, slate);
        }

        /** Returns the decision of a step that was chosen in a version of the state. */
        Decision decision(String id, long version, long step, long time, @Nullable Acted acted) {
            return new Decision(id, action, propensity, version, step, time, group, acted, slate);
        }

        String text() {
            return slate == null ? "action " + action + " with propensity " + propensity : slate.toString();
        }

        /** Returns true if this is what a decision chose, bit for bit. */
        boolean isThatOf(Decision decision) {
            return action == decision.action()
                    && Double.compare(propensity, decision.propensity()) == 0
                    && Objects.equals(slate, decision.slate());
        }
    }

    /** A source of decisions that needs no lock: any number of threads draw from it. */
    interface Ahead {
        /** Chooses: a function of (id, what this was made of, request). */
        Choice choose(DecisionKey key, Request request);

        /** Chooses; returns null where that fails, which is then to be done again under the lock, to be reported. */
        default @Nullable Choice tried(DecisionKey key, Request request) {
            try {
                return choose(key, request);
            } catch (RuntimeException e) {
                return null;
            }
        }

        /** Returns the probabilities of the next decision among all open arms. */
        double[] probabilities();
    }

    /** Returns what settings describe, for so many arms, as nobody has used it yet. */
    static Chooser of(Settings rules, int arms) {
        LearnerSpec learner = rules.learner();
        SubsetPolicy slates = rules.slatePolicy();
        return new GuardedChooser(
                rules,
                slates != null
                        ? new PolicyChooser.ForSlates(slates)
                        : learner == null
                                ? new PolicyChooser(rules.policy())
                                : new LearnerChooser(learner, rules.features(), rules.seed(), arms));
    }

    /** Returns the text that stands for the policy or the learner of settings in journals and snapshots. */
    static String text(Settings rules) {
        LearnerSpec learner = rules.learner();
        SubsetPolicy slates = rules.slatePolicy();
        return slates != null
                ? slates.toString()
                : learner == null
                        ? rules.policy().toString()
                        : learner + (rules.features().any() ? " by " + rules.features() : "");
    }

    /** Matches the features after the text of a learner that sees contexts, as {@link #text} writes them. */
    Pattern FEATURES = Pattern.compile(" by Features\\[shared=(\\d{1,9}), perAction=(\\d{1,9})]$");

    /** Returns the default settings of a learner that a {@link #text} stands for; null if it is unknown. */
    static @Nullable Settings learner(String text, ReplayCheck.Texts texts, int arms, Seed seed) {
        Matcher seen = FEATURES.matcher(text);
        boolean contextual = seen.find();
        LearnerSpec learner = texts.learner(contextual ? text.substring(0, seen.start()) : text);
        Features features = contextual
                ? new Features(Integer.parseInt(seen.group(1)), Integer.parseInt(seen.group(2)))
                : Features.NONE;
        return learner == null ? null : new Settings(learner, arms, features, seed);
    }

    /** Returns the group of a decision, by what decides it. */
    default Group group(Situation now, DecisionKey key) {
        return Group.TREATMENT;
    }

    /** Returns what decisions may be drawn from without the lock, until values or arms change; null if there is no such thing. */
    @Nullable
    Ahead ahead(Situation now);

    /** Chooses: an action that is a function of (id, seed, state, request), so that a replay gives the same. */
    Choice choose(Situation now, DecisionKey key, Request request);

    /** Chooses again as a journal records it; returns null where that changes nothing here, and the choice is not made. */
    default @Nullable Choice rechoose(Situation now, DecisionKey key, Request request) {
        return null;
    }

    /** Returns the probabilities of the next decision among all open arms. */
    double[] probabilities(Situation now);

    /** Rejects arms among which it cannot choose. */
    void verify(Situation now);

    /** Rejects a reward that it cannot learn from. */
    default void verify(double reward) {}

    /** Learns the reward of a decision; like all that follows, nothing for a chooser without a state of its own. */
    default void learn(DecisionKey key, long step, int action, double reward) {}

    /** Forgets a decision that has left the memory. */
    default void forget(long step) {}

    /** Returns the largest number of decisions whose rewards it can still learn from. */
    default int capacity() {
        return RecentDecisions.MAX_DECISIONS;
    }

    /** Returns the bytes that it keeps of each decision in memory. */
    default int bytesPerDecision() {
        return 0;
    }

    /** Reads the request of a decision record. */
    default Request request(JsonMembers line) {
        return StateTree.request(line);
    }

    /** Returns its state as a tree; null if it has none. */
    default @Nullable Map<String, Object> saved() {
        return null;
    }

    /** Loads a state. */
    default void load(Map<String, Object> tree) {
        throw new InvalidValue("learner", "a state", "absent, as the policy has none");
    }
}
