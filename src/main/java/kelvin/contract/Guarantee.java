package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

/**
 * A guarantee: what is proven of a learner, and the rewards for which the proof holds.
 *
 * <p>A reward r of mean μ is σ-sub-Gaussian if E[exp(λ(r − μ))] ≤ exp(λ²σ²/2) for every λ: normal rewards are with their standard
 * deviation, rewards in an interval with half its length.
 *
 * @param kind what is proven
 * @param rewards the kind of rewards that the proof is about
 * @param scale the largest σ for which the proof holds, in reward units; &gt; 0, infinite where the kind alone matters
 */
@Stability(STABLE)
public record Guarantee(Kind kind, Rewards rewards, double scale) {
    /** Every finite σ. */
    public static final double ANY_SCALE = Double.MAX_VALUE;

    /** The kinds of statements proven of a learner. */
    public enum Kind {
        /** A stated confidence: the probability of naming a wrong action is at most the one asked for. */
        ERROR_PROBABILITY,
        /** An upper bound of the regret, or of the probability of an error that the learner is not told. */
        BOUND
    }

    public Guarantee {
        Require.that(scale > 0, "scale", scale, "> 0");
    }

    /**
     * Returns a confidence that holds for sub-Gaussian rewards.
     *
     * @param scale the largest σ, in reward units, &gt; 0; learners call it {@code rewardStdDev}
     * @return the guarantee
     */
    public static Guarantee errorProbability(double scale) {
        return new Guarantee(Kind.ERROR_PROBABILITY, Rewards.REAL, scale);
    }

    /**
     * Returns a bound that holds for sub-Gaussian rewards.
     *
     * @param scale the largest σ, in reward units; &gt; 0
     * @return the guarantee
     */
    public static Guarantee bound(double scale) {
        return new Guarantee(Kind.BOUND, Rewards.REAL, scale);
    }

    /**
     * Returns a bound that holds for rewards of a kind.
     *
     * @param rewards the kind
     * @return the guarantee
     */
    public static Guarantee bound(Rewards rewards) {
        return new Guarantee(Kind.BOUND, rewards, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns whether the proof covers such rewards.
     *
     * @param paid their kind
     * @param paidScale a σ for which they are σ-sub-Gaussian, infinite if none is known
     * @return true if it is
     */
    public boolean covers(Rewards paid, double paidScale) {
        return rewards.include(paid) && paidScale <= scale;
    }
}
