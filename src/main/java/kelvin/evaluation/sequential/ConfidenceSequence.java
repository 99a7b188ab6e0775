package kelvin.evaluation.sequential;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.evaluation.Interval;

/** Confidence sequence for a mean: after every reward an interval, and all of them hold at once with a stated probability. */
@Stability(MAY_CHANGE)
public interface ConfidenceSequence {
    /**
     * Returns the number of rewards.
     *
     * @return how many have been added
     */
    long count();

    /**
     * Returns the estimate.
     *
     * @return the estimate, in reward units; {@code NaN} if there is none
     */
    double mean();

    /**
     * Returns the interval at this time.
     *
     * @return the interval, in reward units; as wide as is possible where nothing is known
     */
    Interval interval();

    /**
     * Returns true if the interval at this time holds a number.
     *
     * @param mean a number that may be the true mean
     * @return false if it is excluded, or {@code NaN}
     */
    boolean contains(double mean);
}
