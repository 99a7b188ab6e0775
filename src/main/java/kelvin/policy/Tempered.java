package kelvin.policy;

/** What has a temperature of its own: policies of one action and of several alike. */
public interface Tempered {
    /**
     * The temperature.
     *
     * @return τ, in reward units; finite and &gt; 0
     */
    double temperature();
}
