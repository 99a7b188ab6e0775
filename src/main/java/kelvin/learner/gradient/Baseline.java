package kelvin.learner.gradient;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/** The baseline with which a gradient bandit compares a reward. */
@Stability(STABLE)
public enum Baseline {
    /** The average of all rewards, the current one included. */
    INCLUDING,
    /** The average of all rewards before the current one; 0 before the first. */
    EXCLUDING,
    /** No baseline: always 0. */
    NONE
}
