package kelvin.evaluation.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureBoundaryTest {
    /** The inequality that the proof rests on, exp(λξ − ψ(λ)ξ²) ≤ 1 + λξ; with ψ a hundredth smaller it does not hold. */
    @Test
    void everyTermIsASupermartingale() {
        boolean broken = false;
        for (double lambda = 0.01; lambda < 1; lambda += 0.01) {
            double cost = -Math.log1p(-lambda) - lambda;
            for (double xi = -1; xi <= 1; xi += 0.01) {
                assertThat(Math.exp(lambda * xi - cost * xi * xi)).isLessThanOrEqualTo((1 + lambda * xi) * (1 + 1e-12));
                broken |= Math.exp(lambda * xi - 0.99 * cost * xi * xi) > (1 + lambda * xi) * (1 + 1e-12);
            }
        }
        assertThat(broken).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 0.3, 7, 1e4, 1e9, 1e15, 1e100})
    void theBoundaryIsWhereTheEvidenceSuffices(double squares) {
        double boundary = MixtureBoundary.of(squares, 0.01);
        double near = 1e-9 * (1 + Math.log(1 + squares));
        assertThat(MixtureBoundary.logEvidence(boundary * (1 + 1e-9), squares)).isGreaterThanOrEqualTo(Math.log(100));
        assertThat(MixtureBoundary.logEvidence(boundary * (1 - 1e-9) - near, squares))
                .isLessThan(Math.log(100));
    }

    /** By hand: all 32 terms are exp(λ·S) for V = 0, and 1 for S = 0. */
    @Test
    void withoutSquaresOrSumsTheEvidenceIsPlain() {
        assertThat(MixtureBoundary.logEvidence(0, 0)).isZero();
        double mean = 0;
        for (int k = 1; k <= 32; k++) {
            mean += Math.exp(3 * Math.pow(2, -k / 2.0)) / 32;
        }
        assertThat(MixtureBoundary.logEvidence(3, 0)).isCloseTo(Math.log(mean), within(1e-14));
    }

    /** As the root of V and little more: the law of the iterated logarithm demands more, and a fixed sample has 2.24 at this α. */
    @ParameterizedTest
    @ValueSource(doubles = {100, 1e4, 1e6, 1e8})
    void theBoundaryIsSomeFourStandardDeviationsAway(double squares) {
        assertThat(MixtureBoundary.of(squares, 0.025) / Math.sqrt(squares)).isBetween(3.5, 4.5);
    }
}
