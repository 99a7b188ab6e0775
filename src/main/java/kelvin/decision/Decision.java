package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Locale;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
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
 * @param action the action chosen, from 0
 * @param propensity with which probability, in (0, 1]; NaN where a learner chose that has no probabilities in closed form
 * @param version which state of the values it was drawn from: how often values or arms had changed
 * @param step its number, from 1
 * @param time when it was asked for, in milliseconds since 1970
 * @param group what decided: the policy, that of the control group, or the kill switch
 * @param acted what another system did instead, in shadow mode; null where the action is that of this decision
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
        @Nullable Acted acted) {
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
        this(id, action, propensity, version, step, time, Group.TREATMENT, null);
    }

    /**
     * Returns the action that was taken, which a reward is for: that of this decision, or the other system's.
     *
     * @return the action, from 0
     */
    public int actionTaken() {
        return acted == null ? action : acted.action();
    }

    /**
     * Returns the probability with which {@link #actionTaken} was taken.
     *
     * @return the propensity, in (0, 1]; {@code NaN} if that of another system is not known
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
                    acted == null
                            ? "known: the learner that made the decision has no probabilities in closed form"
                            : "known: the system that acted did not tell it");
        }
        return propensityTaken();
    }
}
