package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

/**
 * The range of slate sizes: the numbers of actions a learner answers with, or a world accepts.
 *
 * @param least the fewest, at least 0
 * @param most the most, at least {@code least}
 */
@Stability(STABLE)
public record SlateSizes(int least, int most) {
    /** One action at every step: the usual bandit. */
    public static final SlateSizes ONE = new SlateSizes(1, 1);

    public SlateSizes {
        Require.atLeast("least", 0, least);
        Require.atLeast("most", least, most);
    }

    /**
     * Returns whether all sizes of another range are in this one too.
     *
     * @param other what a learner may answer with
     * @return true if a world that takes these takes those
     */
    public boolean include(SlateSizes other) {
        return least <= other.least && other.most <= most;
    }

    /**
     * Returns the range in words.
     *
     * @return for example "1 action" or "0 to 5 actions"
     */
    @Override
    public String toString() {
        return (least == most ? "" : least + " to ") + most + (most == 1 ? " action" : " actions");
    }
}
