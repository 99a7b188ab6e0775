package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The dependence between the repetitions of two estimates, which decides the test of their difference. */
@Stability(MAY_CHANGE)
public enum Pairing {
    /** Repetitions of one number share their random streams, and the value of each is known: paired t-test. */
    PAIRED,
    /** No random stream is shared: Welch's t-test of two independent means. */
    INDEPENDENT,
    /**
     * Random streams are shared, but only means and standard errors are known, so that the correlation is not: a t-test with the largest
     * standard error that any correlation allows, the sum of both.
     */
    BOUNDED
}
