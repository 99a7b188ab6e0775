package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** The reward distribution of one arm, as a file names it; immutable. */
@Stability(MAY_CHANGE)
public interface Arm extends Serializable {
    /**
     * Returns the expected reward.
     *
     * @return μ, finite
     */
    double mean();

    /**
     * Returns the kind of rewards this arm pays.
     *
     * @return the narrowest kind that includes every reward
     */
    Rewards rewards();

    /**
     * Returns the sub-Gaussian scale of this arm's noise.
     *
     * @return σ such that its rewards are σ-sub-Gaussian ({@link kelvin.contract.Guarantee}), in reward units; infinite if none is
     *     known. By default what {@link #rewards} can have at most
     */
    default double subGaussianScale() {
        return rewards().subGaussianScale();
    }

    /**
     * Creates a sampler of this arm's rewards.
     *
     * @param random where its randomness comes from, all of it: a sampler that keeps a spare value of its own would make
     *     the n-th reward depend on earlier ones
     * @return a sampler that draws one reward a call and allocates nothing
     */
    ContinuousSampler sampler(UniformRandomProvider random);

    /**
     * Returns the Kullback–Leibler divergence between rewards of this kind at two means, everything else of the kind
     * being known.
     *
     * @param mean the mean of the rewards
     * @param other a mean that they might have
     * @return KL(mean ‖ other) ≥ 0, +∞ where rewards of the first kind are impossible under the second; {@code NaN} if the
     *     kind is not a family with one parameter
     */
    default double divergence(double mean, double other) {
        return Double.NaN;
    }

    /**
     * Names the first of some arms whose rewards are not all of a kind.
     *
     * @param kind the rewards that are allowed
     * @param arms the arms
     * @return the arm by its index with what it pays, or nothing if all fit
     */
    static Optional<String> firstOutside(Rewards kind, List<? extends Arm> arms) {
        return IntStream.range(0, arms.size())
                .filter(i -> !kind.include(arms.get(i).rewards()))
                .mapToObj(i -> "arm " + i + ", " + arms.get(i) + ", gives "
                        + arms.get(i).rewards())
                .findFirst();
    }
}
