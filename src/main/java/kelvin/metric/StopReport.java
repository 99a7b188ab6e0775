package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The report of a stopping rule: why the experiment ended, where the data decided.
 *
 * @param of what was to be known, as it was asked for
 * @param halfWidth how well, half the width of its 95 % interval
 * @param achieved the largest half width of those intervals at the end, adjusted for all looks
 * @param widest whose interval that is: a label
 * @param look at which look playing ended, from 1
 * @param looks how many looks there could have been
 * @param repetitions how many repetitions every learner has
 */
@Stability(MAY_CHANGE)
public record StopReport(
        String of, double halfWidth, double achieved, String widest, int look, InterimLooks looks, int repetitions) {
    /**
     * Returns whether the result is precise enough.
     *
     * @return false if the most repetitions allowed were played before it was
     */
    public boolean enough() {
        return achieved <= halfWidth;
    }
}
