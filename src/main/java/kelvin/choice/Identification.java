package kelvin.choice;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The identifiability of a parameter from the choices. */
@Stability(MAY_CHANGE)
public enum Identification {
    /** The likelihood falls on both sides of the estimate, which has a standard error. */
    IDENTIFIED,
    /**
     * The estimate lies at a bound of [0, 1], or within 10⁻⁶ of it, or is not better than the bound by a hundredth in
     * ln L: it has no standard error, and those of the other parameters are conditional on it.
     */
    AT_BOUND,
    /**
     * The likelihood is nearly flat in the parameter, alone or together with others: the estimate is one of many. Also
     * a temperature that is not better than one towards 0 or ∞ by a hundredth in ln L, or below 10⁻⁶ of the standard
     * deviation of the rewards.
     */
    NOT_IDENTIFIED
}
