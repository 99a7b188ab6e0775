package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/** What has a temperature of its own: policies of one action and of several alike. */
@Stability(STABLE)
public interface Tempered {
    /**
     * The temperature.
     *
     * @return τ, in reward units; finite and &gt; 0
     */
    double temperature();
}
