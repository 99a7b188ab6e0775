package kelvin.learner.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.LongRun;
import kelvin.policy.Tsallis;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TsallisInfTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new TsallisInf(1), new TsallisInf(3));
    }

    @Test
    void weightsAreThoseOfTheReference() {
        assertThat(Reference.rows("tsallis_inf_weights.csv")).hasSize(10).allSatisfy(row -> {
            double[] scores = Arrays.stream(row.numbers("cumulative_losses_hex"))
                    .map(x -> -x)
                    .toArray();
            double[] wanted = row.numbers("weights_hex");
            TsallisInf.weights(row.number("eta_hex"), scores, scores);
            for (int i = 0; i < wanted.length; i++) {
                assertThat(scores[i]).isCloseTo(wanted[i], within(1e-14 * wanted[i]));
            }
        });
    }

    @Test
    void weightsAreThoseOfThePolicy() {
        double[] scores = {-10, -3.5, -70, 0};
        double[] wanted = new Tsallis(1 / 0.3).probabilities(scores);
        TsallisInf.weights(0.3, scores, scores);
        assertThat(scores).containsExactly(wanted, within(1e-14));
    }

    @Test
    void hugeLossesLeaveADistribution() {
        double[] scores = {-1e300, -1, -1e10, Double.NEGATIVE_INFINITY};
        TsallisInf.weights(1e-3, scores, scores);
        assertThat(Arrays.stream(scores).sum()).isCloseTo(1, within(1e-15));
        assertThat(scores[3]).isZero();
    }

    @Tag("long")
    @Test
    void itIsStillLearningAfterTenMillionSteps() {
        assertThat(LongRun.optimalAfterALongIndifference(new TsallisInf(1))).isGreaterThan(0.99);
    }

    @Test
    void aScaleOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TsallisInf(0))
                .withMessage("scale = 0.0, must be finite and > 0");
    }
}
