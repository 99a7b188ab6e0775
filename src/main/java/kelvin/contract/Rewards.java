package kelvin.contract;

import java.util.stream.Stream;

/** What rewards may be: what an arm pays, and what a learner is made for. */
public enum Rewards {
    /** Any finite number. */
    REAL,
    /** Finite numbers of at least 0. */
    NON_NEGATIVE,
    /** 0, 1, 2, … */
    COUNTS,
    /** Numbers in [0, 1]. */
    UNIT_INTERVAL,
    /** 0 or 1. */
    BINARY;

    /**
     * Whether a number is such a reward.
     *
     * @param reward any number, also {@code NaN}
     * @return true if it is
     */
    public boolean contain(double reward) {
        return switch (this) {
            case REAL -> Double.isFinite(reward);
            case NON_NEGATIVE -> reward >= 0 && reward < Double.POSITIVE_INFINITY;
            case COUNTS -> reward >= 0 && reward < Double.POSITIVE_INFINITY && reward == Math.rint(reward);
            case UNIT_INTERVAL -> reward >= 0 && reward <= 1;
            case BINARY -> reward == 0 || reward == 1;
        };
    }

    /**
     * The narrowest kind that includes a number.
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
     * Whether all rewards of another kind are of this kind too.
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
     * The narrowest kind that includes this and another.
     *
     * @param other another kind
     * @return the kind of a mixture of both
     */
    public Rewards or(Rewards other) {
        return include(other) ? this : other.include(this) ? other : NON_NEGATIVE;
    }

    /**
     * The kind in words.
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
