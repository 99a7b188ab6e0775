package kelvin.evaluation.sequential;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.evaluation.Interval;

/**
 * Confidence sequence for the mean of bounded rewards: after every reward an interval, and all of them hold at once with probability 1 −
 * error.
 *
 * <p>It is for μ = 1/n·Σ E[rᵢ | rewards before], the mean expectation of the rewards so far, which may change with every reward. The
 * interval is the mean reward ± (high − low)·u(V)/n, where V sums the squares of each reward less the mean of those before, in units
 * of the bounds, and u is a boundary of the empirical-Bernstein kind: its width is governed by the variance of the rewards, known
 * or not, and by the bounds only while there are few.
 *
 * <p>One thread at a time. Cost: O(1) per reward; an interval takes some ten passes over 32 exponentials.
 *
 * @see <a href="https://doi.org/10.1214/20-AOS1991">Howard, Ramdas, McAuliffe and Sekhon (2021), Time-uniform, nonparametric,
 *     nonasymptotic confidence sequences</a>
 */
@Stability(MAY_CHANGE)
public final class MeanSequence implements ConfidenceSequence {
    private final double low;
    private final double high;
    private final PredictedSum rewards;
    private double sum;
    private long count;

    /**
     * Creates a sequence without rewards.
     *
     * @param low the least possible reward; finite
     * @param high the largest possible reward; finite, above {@code low} by a finite amount
     * @param error the probability with which one of the intervals may be wrong, in (0, 1)
     * @throws IllegalArgumentException if an argument is out of range
     */
    public MeanSequence(double low, double high, double error) {
        requireBounds(low, high);
        this.low = low;
        this.high = high;
        this.rewards = new PredictedSum(1, error);
    }

    static void requireBounds(double low, double high) {
        Require.finite("low", low);
        Require.finite("high", high);
        Require.that(high > low, "high", high, "above low = " + low);
        Require.that(Double.isFinite(high - low), "high", high, "above low = " + low + " by a finite amount");
    }

    /**
     * Adds a reward.
     *
     * @param reward in [low, high]
     * @throws IllegalArgumentException if it is outside of the bounds; nothing has changed then
     */
    public void add(double reward) {
        double predicted = predicted();
        double unit = unit(reward, low, high);
        rewards.add(predicted, unit - predicted);
        sum += unit;
        count++;
    }

    /** Returns a reward in units of the bounds. */
    static double unit(double reward, double low, double high) {
        Require.that(
                reward >= low && reward <= high, "reward", reward, "between the bounds given, " + low + " and " + high);
        return (reward - low) / (high - low);
    }

    /** Returns the mean of the rewards so far and of one in the middle, in units of the bounds. */
    double predicted() {
        return (0.5 + sum) / (count + 1);
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public double mean() {
        return low + (high - low) * rewards.mean();
    }

    /**
     * Returns the interval at this time.
     *
     * @return the interval, cut off at the bounds
     */
    @Override
    public Interval interval() {
        Interval unit = rewards.interval();
        return new Interval(
                low + (high - low) * Math.max(0, unit.low()), low + (high - low) * Math.min(1, unit.high()));
    }

    /**
     * Returns true if the interval at this time holds a mean, without a search for its ends.
     *
     * @param mean a mean expectation of the rewards so far
     * @return false if it is excluded
     */
    @Override
    public boolean contains(double mean) {
        return mean >= low && mean <= high && rewards.contains((mean - low) / (high - low));
    }
}
