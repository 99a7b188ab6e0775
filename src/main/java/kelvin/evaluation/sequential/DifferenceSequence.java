package kelvin.evaluation.sequential;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.evaluation.Interval;

/**
 * Confidence sequence for the difference that a treatment makes against a control group to which each decision is assigned with a known
 * probability: after every reward an interval, and all of them hold at once with probability 1 − error.
 *
 * <p>It is for the average treatment effect of the decisions so far, each in its own circumstances,
 *
 * <pre>
 *   τ = 1/n·Σ (E[rᵢ | treatment, past] − E[rᵢ | control, past])
 *   estimated by the mean of   m₁ − m₀ + (rᵢ − m₁)/(1 − share)   in the treatment group,
 *                              m₁ − m₀ − (rᵢ − m₀)/share         in the control group,
 * </pre>
 *
 * <p>where m₁ and m₀ are the mean rewards of the groups before decision i (augmented inverse propensity weighting). Either policy may
 * learn and the world may change; both groups are compared over the same decisions. Required are that the assignment is random
 * and depends on nothing else, and that whether a reward is known does not depend on the group or the reward.
 *
 * <p>The interval is the estimate ± (high − low)·c·u(V/c²)/n with c = 1/min(share, 1 − share), where V sums the squares of the terms
 * above less m₁ − m₀ and u is a boundary of the empirical-Bernstein kind. A share near ½ needs the fewest decisions.
 *
 * <p>One thread at a time.
 *
 * @see <a href="https://doi.org/10.1214/20-AOS1991">Howard, Ramdas, McAuliffe and Sekhon (2021), Time-uniform, nonparametric,
 *     nonasymptotic confidence sequences, on average treatment effects</a>
 */
@Stability(MAY_CHANGE)
public final class DifferenceSequence implements GroupSequence {
    private final double low;
    private final double high;
    private final double share;
    private final MeanSequence treatment;
    private final MeanSequence control;
    private final PredictedSum differences;

    /**
     * Creates a sequence without rewards.
     *
     * @param low the least possible reward; finite
     * @param high the largest possible reward; finite, above {@code low} by a finite amount
     * @param share the probability of a decision to be in the control group, in (0, 1)
     * @param error the probability with which one of the intervals may be wrong, in (0, 1)
     * @throws IllegalArgumentException if an argument is out of range
     */
    public DifferenceSequence(double low, double high, double share, double error) {
        Require.that(share > 0 && share < 1, "share", share, "in (0, 1)");
        this.low = low;
        this.high = high;
        this.share = share;
        this.treatment = new MeanSequence(low, high, error);
        this.control = new MeanSequence(low, high, error);
        this.differences = new PredictedSum(1 / Math.min(share, 1 - share), error);
    }

    /**
     * Adds the reward of a decision.
     *
     * @param inControl true if it was in the control group
     * @param reward in [low, high]
     * @throws IllegalArgumentException if it is outside of the bounds; nothing has changed then
     */
    @Override
    public void add(boolean inControl, double reward) {
        MeanSequence group = inControl ? control : treatment;
        double expected = treatment.predicted() - control.predicted();
        double error = MeanSequence.unit(reward, low, high) - group.predicted();
        differences.add(expected, inControl ? -error / share : error / (1 - share));
        group.add(reward);
    }

    @Override
    public MeanSequence treatment() {
        return treatment;
    }

    @Override
    public MeanSequence control() {
        return control;
    }

    /**
     * Returns the estimated difference, treatment less control.
     *
     * @return the estimate of τ, in reward units; {@code NaN} if there is no reward
     */
    @Override
    public double mean() {
        return (high - low) * differences.mean();
    }

    /**
     * Returns the interval of the difference at this time.
     *
     * @return the interval, cut off at ±(high − low)
     */
    @Override
    public Interval interval() {
        Interval unit = differences.interval();
        return new Interval((high - low) * Math.max(-1, unit.low()), (high - low) * Math.min(1, unit.high()));
    }

    /**
     * Returns true if the interval at this time holds a difference, without a search for its ends.
     *
     * @param difference an average treatment effect of the decisions so far
     * @return false if it is excluded
     */
    @Override
    public boolean contains(double difference) {
        return Math.abs(difference) <= high - low && differences.contains(difference / (high - low));
    }
}
