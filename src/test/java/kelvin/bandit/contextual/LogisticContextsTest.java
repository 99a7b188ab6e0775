package kelvin.bandit.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.model.Layout;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogisticContextsTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return world(1, 2);
    }

    private static LogisticContexts world(double mean, double slope) {
        List<List<Double>> weights = List.of(List.of(mean, slope), List.of(-1.0, 0.5));
        return new LogisticContexts(2, 2, 0, Layout.DISJOINT, weights, 0, true);
    }

    @Nested
    class RedrawnTest implements TestbedContract {
        @Override
        public Testbed testbed() {
            return new LogisticContexts(3, 2, 1, Layout.HYBRID, List.of(), 1.5, true);
        }
    }

    @Test
    void meansAreSigmoidsOfProductsOfWeightsAndFeatures() {
        Bandit bandit = Worlds.open(testbed(), 100);
        for (int step = 1; step <= 100; step++) {
            bandit.advance(step);
            double x = bandit.context().numbers()[1];
            assertThat(bandit.mean(0)).isCloseTo(1 / (1 + Math.exp(-1 - 2 * x)), within(1e-15));
            assertThat(bandit.mean(1)).isCloseTo(1 / (1 + Math.exp(1 - 0.5 * x)), within(1e-15));
        }
    }

    /** Integrals of σ(m + s·z) over the normal density, by mpmath 1.3 with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 3, 0.5",
        "1, 0, 0.731058578630004879251159944943",
        "1, 2, 0.6477264385258686850773736716",
        "-3, 10, 0.3839105688362761907927342874",
        "0.5, 100, 0.501994375091250524767377639"
    })
    void averagesAreIntegrals(double mean, double slope, double average) {
        assertThat(Worlds.open(world(mean, slope), 1).mean(0)).isCloseTo(average, within(1e-15));
    }

    @Test
    void averagesOfNearlyStepsAreThoseOfSteps() {
        double average = Worlds.open(world(300, 1000), 1).mean(0);
        assertThat(average).isCloseTo(NormalDistribution.of(0, 1).cumulativeProbability(0.3), within(1e-3));
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogisticContexts(2, 1, 0, Layout.DISJOINT, List.of(List.of(1.0)), 0, true))
                .withMessage("weights = 1 rows, must be 2 in a disjoint layout");
    }
}
