package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.stream.Stream;

/** The kind of rewards: those an arm pays, and those a learner is made for. */
@Stability(STABLE)
public enum Rewards {
    /** Any finite number. */
    REAL(-Double.MAX_VALUE, Double.MAX_VALUE, false),
    /** Finite numbers of at least 0. */
    NON_NEGATIVE(0, Double.MAX_VALUE, false),
    /** 0, 1, 2, … */
    COUNTS(0, Double.MAX_VALUE, true),
    /** Numbers in [0, 1]. */
    UNIT_INTERVAL(0, 1, false),
    /** 0 or 1. */
    BINARY(0, 1, true);

    private final double lowest;
    private final double highest;
    private final boolean whole;

    Rewards(double lowest, double highest, boolean whole) {
        this.lowest = lowest;
        this.highest = highest;
        this.whole = whole;
    }

    /**
     * Returns whether a number is such a reward.
     *
     * @param reward any number, also {@code NaN}
     * @return true if it is
     */
    public boolean contain(double reward) {
        return reward >= lowest && reward <= highest && (!whole || reward == Math.rint(reward));
    }

    /**
     * Returns the narrowest kind that includes a number.
     *
     * @param reward any finite number
     * @return what an arm pays that pays nothing else
     */
    public static Rewards of(double reward) {
        return Stream.of(BINARY, UNIT_INTERVAL, COUNTS, NON_NEGATIVE)
                .filter(kind -> kind.contain(reward))
                .findFirst()
                .orElse(REAL);
    }

    /**
     * Returns the sub-Gaussian scale: the noise that such rewards can have at most.
     *
     * @return σ such that all such rewards are σ-sub-Gaussian ({@link Guarantee}), in reward units: 1/2 in [0, 1], by Hoeffding's
     *     lemma; infinite where there is none
     */
    public double subGaussianScale() {
        return (highest - lowest) / 2 <= 0.5 ? (highest - lowest) / 2 : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns whether all rewards of another kind are of this kind too.
     *
     * @param other what may be paid
     * @return true if a learner made for these rewards can take those
     */
    public boolean include(Rewards other) {
        return switch (this) {
            case REAL -> true;
            case NON_NEGATIVE -> other != REAL;
            case COUNTS -> other == COUNTS || other == BINARY;
            case UNIT_INTERVAL -> other == UNIT_INTERVAL || other == BINARY;
            case BINARY -> other == BINARY;
        };
    }

    /**
     * Returns the narrowest kind that includes this and another.
     *
     * @param other another kind
     * @return the kind of a mixture of both
     */
    public Rewards or(Rewards other) {
        return include(other) ? this : other.include(this) ? other : NON_NEGATIVE;
    }

    /**
     * Returns the kind in words.
     *
     * @return for example "rewards in [0, 1]"
     */
    @Override
    public String toString() {
        return switch (this) {
            case REAL -> "finite rewards";
            case UNIT_INTERVAL -> "rewards in [0, 1]";
            case BINARY -> "rewards of 0 or 1";
            case NON_NEGATIVE -> "rewards of at least 0";
            case COUNTS -> "rewards that are counts";
        };
    }
}
