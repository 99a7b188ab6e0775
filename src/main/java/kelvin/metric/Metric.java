package kelvin.metric;

import java.util.Locale;

/** What is measured of a run; the name in data files is the lower-case constant. */
public enum Metric {
    /** Cumulative pseudo-regret Σ(μ* − μ_a) over all steps so far, in reward units. */
    REGRET,
    /** Mean reward per step. */
    REWARD,
    /** Fraction of steps on which an action of the largest mean was chosen. */
    OPTIMAL_ACTION;

    /**
     * The metric's name in data files.
     *
     * @return {@code regret}, {@code reward} or {@code optimal_action}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
