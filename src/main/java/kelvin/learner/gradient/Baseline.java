package kelvin.learner.gradient;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/** What a gradient bandit compares a reward with. */
@Stability(STABLE)
public enum Baseline {
    /** The average of all rewards, the current one included. */
    INCLUDING,
    /** The average of all rewards before the current one; 0 before the first. */
    EXCLUDING,
    /** Always 0. */
    NONE
}
