package kelvin.learner.nonstationary;

/** Sums of rewards, and of ones, in which a reward weighs discount^(age in steps). Each is kept as of its action's latest reward. */
final class DiscountedSums {
    /** Ages whose weight is worked out once only: an index over all actions asks for one per action and step. */
    private static final int REMEMBERED = 4096;

    private final double discount;

    /** StrictMath.pow would allocate 64 bytes at every call. */
    private final double logDiscount;

    /** The weight of each age; 0 where it has not been asked for. */
    private final double[] powers = new double[REMEMBERED];

    private final double[] sums;
    private final double[] weights;
    private final long[] latest;

    DiscountedSums(int actions, double discount) {
        this.discount = discount;
        this.logDiscount = StrictMath.log(discount);
        this.sums = new double[actions];
        this.weights = new double[actions];
        this.latest = new long[actions];
    }

    void add(long step, int action, double reward) {
        long age = Math.max(0, step - latest[action]);
        double fading = fading(age);
        double weight = fading(Math.max(0, latest[action] - step));
        sums[action] = sums[action] * fading + weight * reward;
        weights[action] = weights[action] * fading + weight;
        latest[action] = Math.max(latest[action], step);
    }

    /** What rewards of a step ago weigh now, as of a later step. */
    double fading(long steps) {
        if (steps >= REMEMBERED) {
            return StrictMath.exp(steps * logDiscount);
        }
        int age = (int) steps;
        if (powers[age] == 0) {
            powers[age] = age == 1 ? discount : StrictMath.exp(age * logDiscount);
        }
        return powers[age];
    }

    /** The sum as of the action's latest reward. */
    double sum(int action) {
        return sums[action];
    }

    /** The sum of the weights as of the action's latest reward; 0 before it has any. */
    double weight(int action) {
        return weights[action];
    }

    /** What a sum of an action has to be multiplied with to be as of the last decision before a step. */
    double since(int action, long step) {
        return fading(Math.max(0, step - 1 - latest[action]));
    }
}
