package kelvin.choice;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;

/** The value of every action at the beginning of a session, in reward units. */
@Stability(MAY_CHANGE)
public sealed interface InitialValue {
    /**
     * Values begin at a given number.
     *
     * @param value the number, in reward units; finite
     */
    record At(double value) implements InitialValue {
        public At {
            Require.finite("initialValue", value);
        }
    }

    /** Values begin at the mean of all rewards of the sequence: the chooser is taken to know beforehand what is usual. */
    record Mean() implements InitialValue {}

    /** The initial value is a free parameter, searched from the mean of the rewards. */
    record Fitted() implements InitialValue {}

    /**
     * Values begin at 0.
     *
     * @return the initial value 0
     */
    static InitialValue zero() {
        return new At(0);
    }

    /**
     * Returns the number at which the values of a sequence begin, or from which the search starts.
     *
     * @param sequence what was chosen and what it gave
     * @return the given number, or the mean reward of the sequence
     */
    default double in(ChoiceSequence sequence) {
        return this instanceof At at ? at.value() : sequence.meanReward();
    }
}
