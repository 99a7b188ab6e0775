package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Locale;
import kelvin.contract.Stability;

/** A quantity traced of a learner, just before it decides; its name in data files is the lower-case constant. */
@Stability(MAY_CHANGE)
public enum TracedQuantity {
    /** The probability of each action; of a learner of several answers, that it is among them. */
    PROBABILITY,
    /** The estimated value of each action, in reward units. */
    VALUE,
    /** The entropy −Σ p ln p of the choice, in nats; of learners of one answer. */
    ENTROPY,
    /** The temperature of the learner's policy, in reward units. */
    TEMPERATURE,
    /** A number of the learner's policy that follows a schedule, in its own unit; {@link Trace#number} says which. */
    SCHEDULED;

    /**
     * Returns the quantity's name in data files.
     *
     * @return the constant in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns whether there is one for every arm.
     *
     * @return true for probabilities and values
     */
    public boolean ofArms() {
        return this == PROBABILITY || this == VALUE;
    }
}
