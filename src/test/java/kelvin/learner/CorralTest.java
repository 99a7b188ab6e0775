package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import kelvin.policy.Uniform;
import kelvin.schedule.InverseCount;
import org.junit.jupiter.api.Test;

class CorralTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Corral(List.of(new Exp3(0.2), new Ucb1()), 0.1));
    }

    /** The weights solve 1/p[i] = 1/q[i] + η·(ℓ[i] − λ) for one λ, and sum to 1. */
    @Test
    void trustFollowsMirrorDescent() {
        Trust trust = new Trust(3, 0.2, Long.MAX_VALUE);
        trust.learn(1, 2.5);
        double[] p = trust.probabilities;
        double lambda = (3 - 1 / p[0]) / 0.2;
        assertThat(1 / p[1]).isCloseTo(3 + 0.2 * (2.5 - lambda), within(1e-12));
        assertThat(p[0]).isEqualTo(p[2]).isGreaterThan(p[1]);
        assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-14));
    }

    @Test
    void itComesToTrustTheLearnerThatLearns() {
        LearnerSpec corral =
                new Corral(List.of(new ValueLearner(new Uniform(), 0, new InverseCount(1), false), new Ucb1()), 0.1);
        assertThat(LongRun.optimalBeforeAndAfterASwap(corral, 20_000)[0]).isGreaterThan(0.9);
    }

    @Test
    void aSingleLearnerIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Corral(List.of(new Ucb1()), 0.1))
                .withMessage("learners = [Ucb1[]], must be at least two learners");
    }
}
