package kelvin.evaluation.sequential;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.evaluation.Interval;
import kelvin.numeric.Log;

/**
 * Asymptotic confidence sequence for the mean of rewards without known bounds: from a least number of rewards on an interval after every
 * reward, and all of them hold at once with a probability that comes near 1 − error as that number grows.
 *
 * <p>It is for μ = 1/n·Σ E[rᵢ | rewards before], the mean expectation of the rewards so far. For n rewards with mean r̄ and variance σ̂² =
 * 1/n·Σ (rᵢ − r̄)² the interval is
 *
 * <pre>
 *   r̄ ± σ̂·√( 2·(nρ² + 1)/(n²ρ²) · ln(√(nρ² + 1)/error) ),   ρ² = u/5000,   u = ln(1 + u) − 2·ln(error)
 * </pre>
 *
 * <p>the boundary that Brownian motion crosses at any time with probability {@code error}, by a normal mixture over its drift; that
 * ρ makes it narrowest, for its n, at 5000 rewards. It is some 1.55 times as wide there as an interval for one time, and less than 1.9
 * times up to a million rewards.
 *
 * <p><b>What it needs.</b> No bounds, but more than two finite moments of the rewards given the past, and a variance that does not
 * vanish; expectation and variance may change from reward to reward, and the interval is then the wider for it. It is asymptotic, as that
 * of a t-test is: how often it errs in finite samples is not bounded, since no interval without bounds can be. The more skewed the
 * rewards, the more of them it takes, so that the interval is the whole line until there are 100 rewards and 50·g² of them, where g is
 * their sample skewness; and as long as all rewards are equal.
 *
 * <p>One thread at a time. Cost: O(1) per reward and interval.
 *
 * @see <a href="https://doi.org/10.1214/24-AOS2408">Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2024), Time-uniform central limit
 *     theory and asymptotic confidence sequences</a>
 * @see MeanSequence
 */
@Stability(MAY_CHANGE)
public final class AsymptoticMeanSequence implements ConfidenceSequence {
    /** The least number of rewards with an interval. */
    public static final int MIN_COUNT = 100;

    private static final double MIN_COUNT_PER_SQUARED_SKEWNESS = 50;
    private static final double NARROWEST_COUNT = 5000;
    private static final Interval EVERYTHING = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final double error;
    private final double rho2;
    private long count;
    private double mean;
    private double squares;
    private double cubes;

    /**
     * Creates a sequence without rewards.
     *
     * @param error the probability with which one of the intervals may be wrong, in (0, 1)
     * @throws IllegalArgumentException if it is out of range
     */
    public AsymptoticMeanSequence(double error) {
        Require.that(error > 0 && error < 1, "error", error, "in (0, 1)");
        this.error = error;
        this.rho2 = best(error) / NARROWEST_COUNT;
    }

    /** Returns the u = nρ² for which (1 + 1/u)·ln((1 + u)/error²) is least: its derivative is 0 where u = ln((1 + u)/error²). */
    private static double best(double error) {
        double last = 0;
        double u = 1 - 2 * Log.of(error);
        while (Math.abs(u - last) > 1e-12 * u) {
            last = u;
            u = Log.of(1 + u) - 2 * Log.of(error);
        }
        return u;
    }

    /**
     * Adds a reward.
     *
     * @param reward finite
     * @throws IllegalArgumentException if it is not; nothing has changed then
     */
    public void add(double reward) {
        Require.finite("reward", reward);
        addUnchecked(reward);
    }

    /** Adds a number that may have overflowed: nothing is known then. */
    void addUnchecked(double x) {
        double deviation = x - mean;
        double share = deviation / ++count;
        double square = deviation * share * (count - 1);
        cubes += square * share * (count - 2) - 3 * share * squares;
        squares += square;
        mean += share;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /**
     * Returns the interval at this time.
     *
     * @return the interval; the whole line as long as there are too few rewards
     */
    @Override
    public Interval interval() {
        if (!isEnough()) {
            return EVERYTHING;
        }
        double spent = count * rho2 + 1;
        double margin =
                Math.sqrt(squares / count * 2 * spent / (count * (spent - 1)) * (Log.of(spent) / 2 - Log.of(error)));
        return new Interval(mean - margin, mean + margin);
    }

    /** Returns true if there are enough rewards for an interval, by their number and skewness g = √n·Σ(r − r̄)³/(Σ(r − r̄)²)^(3/2). */
    boolean isEnough() {
        double skewness = cubes / (squares * Math.sqrt(squares));
        return count >= MIN_COUNT
                && MIN_COUNT_PER_SQUARED_SKEWNESS * skewness * skewness <= 1
                && squares < Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean contains(double number) {
        Interval interval = interval();
        return number >= interval.low() && number <= interval.high();
    }
}
