package kelvin.evaluation.sequential;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.evaluation.Interval;

/**
 * Asymptotic confidence sequence for the difference that a treatment makes against a control group, for rewards without known bounds.
 *
 * <p>It is for the average treatment effect τ of {@link DifferenceSequence} and estimates it by the mean of the same terms, over the
 * decisions from the one on before which there is a reward in each group:
 *
 * <pre>
 *   m₁ − m₀ + (rᵢ − m₁)/(1 − share)   in the treatment group,
 *   m₁ − m₀ − (rᵢ − m₀)/share         in the control group,
 * </pre>
 *
 * <p>where m₁ and m₀ are the mean rewards of the groups before decision i. The interval is that of {@link AsymptoticMeanSequence} for
 * the mean of these terms, which also says what it needs; it is the whole line until that class has an interval for each group and for
 * the terms. So a group with a small share decides how long that takes. Besides, the assignment must be random and depend on nothing
 * else, and whether a reward is known must not depend on the group or the reward.
 *
 * <p>One thread at a time.
 *
 * @see <a href="https://doi.org/10.1214/24-AOS2408">Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2024), Time-uniform central limit
 *     theory and asymptotic confidence sequences, on randomised experiments</a>
 */
@Stability(MAY_CHANGE)
public final class AsymptoticDifferenceSequence implements GroupSequence {
    private final double share;
    private final AsymptoticMeanSequence treatment;
    private final AsymptoticMeanSequence control;
    private final AsymptoticMeanSequence differences;

    /**
     * Creates a sequence without rewards.
     *
     * @param share the probability of a decision to be in the control group, in (0, 1)
     * @param error the probability with which one of the intervals may be wrong, in (0, 1)
     * @throws IllegalArgumentException if an argument is out of range
     */
    public AsymptoticDifferenceSequence(double share, double error) {
        Require.that(share > 0 && share < 1, "share", share, "in (0, 1)");
        this.share = share;
        this.treatment = new AsymptoticMeanSequence(error);
        this.control = new AsymptoticMeanSequence(error);
        this.differences = new AsymptoticMeanSequence(error);
    }

    /**
     * Adds the reward of a decision.
     *
     * @param inControl true if it was in the control group
     * @param reward finite
     * @throws IllegalArgumentException if it is not; nothing has changed then
     */
    @Override
    public void add(boolean inControl, double reward) {
        Require.finite("reward", reward);
        AsymptoticMeanSequence group = inControl ? control : treatment;
        if (treatment.count() > 0 && control.count() > 0) {
            double error = reward - group.mean();
            differences.addUnchecked(
                    treatment.mean() - control.mean() + (inControl ? -error / share : error / (1 - share)));
        }
        group.add(reward);
    }

    @Override
    public AsymptoticMeanSequence treatment() {
        return treatment;
    }

    @Override
    public AsymptoticMeanSequence control() {
        return control;
    }

    /**
     * Returns the estimated difference, treatment less control.
     *
     * @return the estimate of τ, in reward units; {@code NaN} unless there has been a reward after one of each group
     */
    @Override
    public double mean() {
        return differences.mean();
    }

    @Override
    public Interval interval() {
        return isEnough() ? differences.interval() : new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean contains(double difference) {
        return isEnough() ? differences.contains(difference) : !Double.isNaN(difference);
    }

    private boolean isEnough() {
        return treatment.isEnough() && control.isEnough();
    }
}
