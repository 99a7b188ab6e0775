package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.function.DoubleUnaryOperator;
import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** An arm of a kind that exists for any mean of a range: worlds that move or draw means are made of such arms. */
@Stability(MAY_CHANGE)
public interface MovableArm extends Arm {
    /**
     * Returns the smallest mean of this kind.
     *
     * @return the least mean, may be −∞
     */
    double lowest();

    /**
     * Returns the largest mean of this kind.
     *
     * @return the largest mean, may be +∞
     */
    double highest();

    /**
     * Creates a sampler of rewards around any mean.
     *
     * @param random where its randomness comes from, all of it
     * @return from a mean in [lowest, highest] to one reward; allocates nothing
     */
    DoubleUnaryOperator mover(UniformRandomProvider random);

    @Override
    default ContinuousSampler sampler(UniformRandomProvider random) {
        DoubleUnaryOperator mover = mover(random);
        double mean = mean();
        return () -> mover.applyAsDouble(mean);
    }
}
