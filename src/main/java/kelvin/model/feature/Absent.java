package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The treatment of a value that is missing, or of a category that is unknown. */
@Stability(MAY_CHANGE)
public enum Absent {
    /** An error that names the column and the row. */
    REFUSE,
    /** Zeros: no category, the number 0, or the mean where numbers are standardised. */
    ZERO,
    /** Zeros and a further feature, which is 1 where the value is absent and else 0. */
    FLAG
}
