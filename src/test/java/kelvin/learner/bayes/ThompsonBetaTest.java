package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.learner.BernoulliTrial;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class ThompsonBetaTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new ThompsonBeta(1, 1), new ThompsonBeta(0.3, 2));
    }

    @Test
    void probabilitiesAreThoseOfBeingTheBest() {
        assertThat(Reference.rows("thompson_beta_prob.csv")).hasSize(10).allSatisfy(row -> {
            double[] p = new double[2];
            double[] a = {row.number("a1"), row.number("a2")};
            double[] b = {row.number("b1"), row.number("b2")};
            BitSet both = BitSet.valueOf(new long[] {3});
            BestBeta.probabilities(a, b, both, p);
            double wanted = row.number("prob_theta1_gt_theta2_hex");
            assertThat(p[0]).isCloseTo(wanted, within(1e-12 * wanted));
            assertThat(p[0] + p[1]).isCloseTo(1, within(1e-12));
        });
    }

    @Test
    void aRewardBetweenZeroAndOneIsASuccessWithThatProbability() {
        int successes = 0;
        for (int seed = 0; seed < 4000; seed++) {
            successes += new BernoulliTrial(Players.random(seed)).success(0.3) ? 1 : 0;
        }
        assertThat(successes / 4000.0).isCloseTo(0.3, within(4 * Math.sqrt(0.21 / 4000)));
    }

    @Test
    void aPriorOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThompsonBeta(0, 1))
                .withMessage("priorSuccesses = 0.0, must be finite and > 0");
    }
}
