package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OcUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new OcUcb(2, 0.5));
    }

    @Test
    void theIndexIsTheMeanPlusTheOptimallyConfidentWidth() {
        IndexPlayer player = (IndexPlayer) new OcUcb(2, 0.5).create(new BanditTask(2, 10_000), Players.random(1));
        IndexTable.teach(player, 0, 4, 2);
        IndexTable.teach(player, 1, 1, 0);
        // Σ min(n, √(n·n[j])) is 4 + 2 for the first arm, 1 + 1 for the second.
        double plays = 1000 * Math.log(1000);
        assertThat(player.indices(1001))
                .containsExactly(
                        new double[] {0.5 + Math.sqrt(4 * Math.log(plays / 6) / 4), Math.sqrt(4 * Math.log(plays / 2))},
                        within(1e-12));
    }

    @Test
    void earlyOnTheWidthIsThatOfConfidenceE() {
        IndexPlayer player = (IndexPlayer) new OcUcb(1.5, 1).create(new BanditTask(2, 100), Players.random(1));
        IndexTable.teach(player, 0, 4, 2);
        IndexTable.teach(player, 1, 1, 0);
        assertThat(player.indices(6)[0]).isCloseTo(0.5 + Math.sqrt(3.0 / 4), within(1e-12));
    }

    /** All indices against the formula as it is written, with actions played equally often among them. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.7, 1})
    void theIndicesOfManyArmsAreThoseOfTheFormula(double rho) {
        int arms = 8;
        IndexPlayer player = (IndexPlayer) new OcUcb(2, rho).create(new BanditTask(arms, 10_000), Players.random(1));
        UniformRandomProvider random = Players.random(2);
        double[] plays = new double[arms];
        for (int step = 1; step <= 300; step++) {
            int arm = random.nextInt(random.nextInt(arms) + 1);
            player.observe(step, arm, 0.5);
            plays[arm]++;
            double[] indices = player.indices(step + 1);
            for (int a = 0; a < arms && step > 2; a++) {
                double sum = 0;
                for (double n : plays) {
                    sum += Math.min(plays[a], Math.pow(n, rho) * Math.pow(plays[a], 1 - rho));
                }
                double log = Math.log(step);
                double confidence = Math.max(Math.E, Math.max(log, step * log / sum));
                double wanted = plays[a] == 0 ? Index.UNKNOWN : 0.5 + Math.sqrt(4 * Math.log(confidence) / plays[a]);
                assertThat(indices[a]).isCloseTo(wanted, withinPercentage(1e-10));
            }
        }
    }

    @Test
    void parametersOutsideTheirRangesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OcUcb(1, 0.5))
                .withMessage("eta = 1.0, must be finite and > 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OcUcb(2, 0.4))
                .withMessage("rho = 0.4, must be in [0.5, 1]");
    }
}
