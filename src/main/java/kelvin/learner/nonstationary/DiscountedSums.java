package kelvin.learner.nonstationary;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.numeric.Pow;

/**
 * Discounted sums of rewards and of their number, in which a reward weighs discount^(age in steps). Each is kept as of
 * its action's latest reward.
 */
@Stability(STABLE)
public final class DiscountedSums implements Resumable {
    /**
     * The number of ages whose weight is computed once only: an index over all actions asks for one per action and
     * step.
     */
    private static final int CACHED_AGES = 4096;

    private final double discount;

    /** The weight of each age; 0 where it has not been asked for. */
    private final double[] powers = new double[CACHED_AGES];

    private final double[] sums;
    private final double[] weights;
    private final long[] latest;

    /**
     * Creates sums of nothing.
     *
     * @param actions n, the number of actions
     * @param discount the factor by which a reward fades with every step, in (0, 1]
     */
    public DiscountedSums(int actions, double discount) {
        this.discount = discount;
        this.sums = new double[actions];
        this.weights = new double[actions];
        this.latest = new long[actions];
    }

    /**
     * Adds a reward, with the weight of its age if later rewards of the action came before it.
     *
     * @param step the step of the decision
     * @param action the action taken then
     * @param reward what it gave, finite
     */
    public void add(long step, int action, double reward) {
        long age = Math.max(0, step - latest[action]);
        double fading = fading(age);
        double weight = fading(Math.max(0, latest[action] - step));
        sums[action] = sums[action] * fading + weight * reward;
        weights[action] = weights[action] * fading + weight;
        latest[action] = Math.max(latest[action], step);
    }

    /**
     * Returns discount^steps, the weight of rewards that are some steps old.
     *
     * @param steps the age, at least 0
     * @return the weight, in [0, 1]
     */
    public double fading(long steps) {
        if (steps >= CACHED_AGES) {
            return Pow.of(discount, steps);
        }
        int age = (int) steps;
        if (powers[age] == 0) {
            powers[age] = Pow.of(discount, age);
        }
        return powers[age];
    }

    /**
     * Returns the discounted sum of an action's rewards, as of its latest one.
     *
     * @param action in [0, n)
     * @return the sum; 0 before it has any
     */
    public double sum(int action) {
        return sums[action];
    }

    /**
     * Returns the sum of the weights of an action's rewards, as of its latest one: their discounted number.
     *
     * @param action in [0, n)
     * @return the sum; 0 before it has any
     */
    public double weight(int action) {
        return weights[action];
    }

    /**
     * Returns the factor that takes a sum of an action to the last decision before a step.
     *
     * @param action in [0, n)
     * @param step decisions made so far + 1
     * @return the factor, in [0, 1]
     */
    public double since(int action, long step) {
        return fading(Math.max(0, step - 1 - latest[action]));
    }

    /**
     * Saves or loads the sums.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        fields.reals("sums", sums);
        fields.reals("weights", weights);
        fields.wholes("latest", latest);
    }
}
