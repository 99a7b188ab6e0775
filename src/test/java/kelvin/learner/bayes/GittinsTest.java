package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import org.junit.jupiter.api.Test;

class GittinsTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Gittins(0.9), new Gittins(0.999));
    }

    /** Beta(1, 1), γ = 0.9: s = 3.16, ψ = 0.63 − 0.26/√s; the exact index, from the tables of Gittins, is 0.7029. */
    @Test
    void theIndexIsBrezziAndLais() {
        double s = 1 / (3 * -Math.log(0.9));
        double wanted = 0.5 + Math.sqrt(0.25 / 3) * (0.63 - 0.26 / Math.sqrt(s));
        assertThat(Gittins.index(1, 1, -Math.log(0.9)))
                .isCloseTo(wanted, within(1e-15))
                .isCloseTo(0.7029, within(0.07));
    }

    @Test
    void everyPieceOfTheBoundaryNearlyMeetsTheNext() {
        for (double s : new double[] {0.2, 1, 5, 15}) {
            double below = Gittins.index(1, 1, 1 / (3 * s * (1 - 1e-9)));
            double above = Gittins.index(1, 1, 1 / (3 * s * (1 + 1e-9)));
            assertThat(above).isCloseTo(below, within(0.1 * Math.sqrt(0.25 / 3)));
        }
    }

    @Test
    void aDiscountOfOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gittins(1))
                .withMessage("discount = 1.0, must be in (0, 1)");
    }
}
