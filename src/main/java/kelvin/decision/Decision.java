package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.decision.journal.JsonMembers;
import kelvin.numeric.Exp;
import org.jspecify.annotations.Nullable;

/**
 * A decision with its propensity and what identifies the state that it was drawn from. Its action is a function of the seed, the
 * id and the state: with p the policy's probabilities of the values in that state,
 *
 * <pre>
 *   NumberedStreams streams = seed.streams();
 *   streams.place(hash, 0);
 *   int action = Weights.draw(p, streams);
 * </pre>
 *
 * <p>The hash of an id of m words w₁ … wₘ (its UTF-16 characters, four to a word, the last word filled up with zeros) is hₘ, where
 *
 * <pre>
 *   h₀ = seed.high + length of the id
 *   hᵢ = (upper 64 bits of P) xor (lower 64 bits of P),  P = (hᵢ₋₁ xor wᵢ) · (seed.low | 1), a signed product of 128 bits
 * </pre>
 *
 * @param id the name it was asked for with
 * @param action the action chosen, from 0; −1 where a slate is shown
 * @param propensity with which probability, in (0, 1]; NaN where a learner chose that has no probabilities in closed form, and where a
 *     slate is shown, which has its own
 * @param version which state of the values it was drawn from: how often values or arms had changed
 * @param step its number, from 1
 * @param time when it was asked for, in milliseconds since 1970
 * @param group what decided: the policy, that of the control group, or the kill switch
 * @param acted what another system did instead, in shadow mode; null where the action is that of this decision
 * @param slate the actions shown, with their propensities, under {@link Settings#slates}; null where one action was chosen
 */
@Stability(MAY_CHANGE)
public record Decision(
        String id,
        int action,
        double propensity,
        long version,
        long step,
        long time,
        Group group,
        @Nullable Acted acted,
        @Nullable Slate slate) {
    /** The {@link #action} of a decision that shows a slate. */
    static final int SLATE = -1;

    /** A group of decisions, by what decided them. */
    public enum Group {
        /** Decided by the policy of the settings. */
        TREATMENT,
        /** Decided by the policy of the control group. */
        CONTROL,
        /** Decided by the kill switch: the baseline action, with propensity 1. */
        STOPPED;

        /** Returns the word for it in journals. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the group that a word stands for. */
        static Group of(String word) {
            for (Group group : values()) {
                if (group.word().equals(word)) {
                    return group;
                }
            }
            throw new IllegalArgumentException("group: found " + word + ", must be treatment, control or stopped");
        }
    }

    /**
     * The action of another system that this decision was made beside.
     *
     * @param action the action taken, from 0
     * @param propensity with which probability that system took it, in (0, 1]; {@code NaN} if that is not known
     */
    public record Acted(int action, double propensity) {
        public Acted {
            Require.atLeast("acted", 0, action);
            Require.that(
                    Double.isNaN(propensity) || (propensity > 0 && propensity <= 1),
                    "propensity",
                    propensity,
                    "in (0, 1], or NaN where it is not known");
        }
    }

    /**
     * Several actions that are shown at once, with the probability of that. A slate that holds one action of n with probability p has the
     * propensity p, as a decision for one action has.
     *
     * @param actions the actions, all different: in the order drawn where the policy draws one, else the larger value first; may be empty
     * @param inclusion the probability of each of them to be in the slate, in whatever company and place, in (0, 1]
     * @param logPropensity the natural logarithm of the probability of this slate, in (−∞, 0]: where {@code ordered}, that of these actions
     *     in this order; else that of the set of them, whatever the order
     * @param ordered whether the policy draws the order too, as {@link kelvin.policy.subset.PlackettLuce} does
     */
    public record Slate(List<Integer> actions, List<Double> inclusion, double logPropensity, boolean ordered) {
        public Slate {
            actions = List.copyOf(actions);
            inclusion = List.copyOf(inclusion);
            Require.that(
                    inclusion.size() == actions.size(),
                    "inclusion",
                    inclusion.size() + " numbers",
                    actions.size() + ", one for each action");
            Require.that(
                    logPropensity <= 0 && logPropensity > Double.NEGATIVE_INFINITY,
                    "logPropensity",
                    logPropensity,
                    "in (-Infinity, 0]");
            for (double each : inclusion) {
                Require.that(each > 0 && each <= 1, "inclusion", each, "in (0, 1]");
            }
        }

        /**
         * Returns the probability of this slate.
         *
         * @return exp({@link #logPropensity}), in [0, 1]; 0 where that is below the smallest double
         */
        public double propensity() {
            return Exp.of(logPropensity);
        }

        /** Returns its members as the record of a decision has them. */
        Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put(
                    JournalRecord.SLATE,
                    actions.stream().map(Integer::longValue).toList());
            tree.put("inclusion", inclusion);
            tree.put("logPropensity", logPropensity);
            tree.put("ordered", ordered);
            return tree;
        }

        /** Returns the slate of a record; null where it is of a decision for one action. */
        static @Nullable Slate of(JsonMembers tree) {
            double[] inclusion = tree.reals("inclusion");
            if (!tree.has(JournalRecord.SLATE) || inclusion == null) {
                return null;
            }
            return new Slate(
                    tree.list(JournalRecord.SLATE).stream().map(Slate::action).toList(),
                    DoubleStream.of(inclusion).boxed().toList(),
                    tree.real("logPropensity"),
                    tree.truth("ordered"));
        }

        private static int action(Object number) {
            if (number instanceof Long action && action >= 0) {
                return Math.toIntExact(action);
            }
            throw new IllegalArgumentException(JournalRecord.SLATE + ": found " + number + ", must be an action");
        }
    }

    /**
     * Creates a decision by the policy of the settings.
     *
     * @param id the name it was asked for with
     * @param action the action chosen, from 0
     * @param propensity with which probability, in (0, 1]
     * @param version which state of the values it was drawn from
     * @param step its number, from 1
     * @param time when it was asked for, in milliseconds since 1970
     */
    public Decision(String id, int action, double propensity, long version, long step, long time) {
        this(id, action, propensity, version, step, time, Group.TREATMENT, null, null);
    }

    /**
     * Returns the action that was taken, which a reward is for: that of this decision, or the other system's.
     *
     * @return the action, from 0; −1 where a slate is shown
     */
    public int actionTaken() {
        return acted == null ? action : acted.action();
    }

    /**
     * Returns the probability with which {@link #actionTaken} was taken.
     *
     * @return the propensity, in (0, 1]; {@code NaN} if that of another system is not known, or a slate is shown
     */
    public double propensityTaken() {
        return acted == null ? propensity : acted.propensity();
    }

    /**
     * Returns the propensity of the action taken, for those who cannot do without it.
     *
     * @return a probability in (0, 1]
     * @throws InvalidValue if there is none
     */
    public double knownPropensity() {
        if (Double.isNaN(propensityTaken())) {
            throw new InvalidValue(
                    "propensity of decision " + id,
                    "unknown",
                    slate != null
                            ? "that of one action: the decision shows the slate " + slate.actions()
                            : acted == null
                                    ? "known: the learner that made the decision has no probabilities in closed form"
                                    : "known: the system that acted did not tell it");
        }
        return propensityTaken();
    }
}
