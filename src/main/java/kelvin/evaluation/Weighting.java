package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The correction of a regression on logged rewards for the choices of the policy that logged them. */
@Stability(MAY_CHANGE)
public enum Weighting {
    /** None: each reward counts once, so the fit is best where the log chose. */
    NONE,
    /** Inverse propensity scoring: a reward counts 1/propensity times, as if the log had chosen uniformly. */
    IPS,
    /**
     * Doubly robust: each decision gives a reward of every open action, q̂(b) + 1(b = a)·(r − q̂(a))/propensity, whose expectation is
     * the true one; q̂ is fitted without weights to other decisions than those whose rewards it completes.
     */
    DR
}
