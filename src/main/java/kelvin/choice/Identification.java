package kelvin.choice;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** How well choices determine a parameter. */
@Stability(MAY_CHANGE)
public enum Identification {
    /** The likelihood falls on both sides: there is a standard error. */
    IDENTIFIED,
    /**
     * A number in [0, 1] is not better than 0, or not better than 1, by a hundredth in ln L, or closer to it than 10⁻⁶: there is no
     * standard error, and those of the other parameters take it as given.
     */
    AT_BOUND,
    /**
     * The likelihood hardly changes with it, alone or together with others: the value found is one of many. Also a temperature
     * that is not better than one towards 0 or ∞ by a hundredth in ln L, or below 10⁻⁶ of the standard deviation of the rewards.
     */
    NOT_IDENTIFIED
}
