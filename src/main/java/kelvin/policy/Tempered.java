package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/** A policy with a temperature of its own, of one action or of several alike. */
@Stability(STABLE)
public interface Tempered {
    /**
     * Returns the temperature.
     *
     * @return τ, in reward units; finite and &gt; 0
     */
    double temperature();
}
