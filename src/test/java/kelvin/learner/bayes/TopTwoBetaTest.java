package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.BernoulliTrial;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.Recommender;
import kelvin.numeric.BetaFunction;
import org.junit.jupiter.api.Test;

class TopTwoBetaTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new TopTwoBeta(0.5, 100));
    }

    @Test
    void theLeaderHasItsShareOfThePlays() {
        double share = Players.share(new TopTwoBeta(0.6, 1000), 3, 0, player -> {
            IndexTable.teach(player, 0, 50, 45);
            IndexTable.teach(player, 1, 50, 25);
            IndexTable.teach(player, 2, 50, 1);
            return 151;
        });
        assertThat(share).isCloseTo(0.6, within(4 * Math.sqrt(0.24 / 4000)));
    }

    @Test
    void theRestGoesToWhateverMayBeTheBestInstead() {
        assertThat(Players.share(new TopTwoBeta(0.5, 5), 3, 2, player -> {
                    IndexTable.teach(player, 0, 500, 450);
                    IndexTable.teach(player, 1, 500, 250);
                    IndexTable.teach(player, 2, 500, 10);
                    return 1501;
                }))
                .isZero();
    }

    @Test
    void theRecommendationHasTheLargestPosteriorMean() {
        Recommender player = (Recommender) new TopTwoBeta(0.5, 5).create(new BanditTask(2, 1000), Players.random(1));
        IndexTable.teach(player, 0, 1, 1);
        IndexTable.teach(player, 1, 100, 90);
        assertThat(player.recommendation()).isEqualTo(1);
    }

    @Test
    void alwaysTheLeaderIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopTwoBeta(1, 5))
                .withMessage("leading = 1.0, must be in (0, 1)");
    }

    private static double density(double a, double b, double x) {
        return BetaFunction.density(a, b, x, 1 - x);
    }

    private static double odds(double x) {
        return x / (1 - x);
    }

    /** The identity that it is made for, with parameters moved to the common mean 12/22 of Beta(9, 3) and Beta(3, 7). */
    @Test
    void anEnvelopeIsTheMassOfDensitiesMovedToOneMean() {
        BetaBelief belief = new BetaBelief(2, 1, 1, new BernoulliTrial(Players.random(1)));
        for (int i = 0; i < 18; i++) {
            belief.learn(i, i < 10 ? 0 : 1, i < 8 || i >= 16 ? 1 : 0);
        }
        double t = 9 - 12 / 22.0 * 12;
        double mass = belief.envelope(0, 1);
        for (double x : new double[] {0.2, 0.5, 0.9}) {
            for (double y : new double[] {0.1, 0.6, 0.8}) {
                double plain = density(9, 3, x) * density(3, 7, y);
                double moved = density(9 - t, 3 + t, x) * density(3 + t, 7 - t, y);
                assertThat(moved * mass * Math.pow(odds(x) / odds(y), t)).isCloseTo(plain, within(1e-12 * plain));
            }
        }
        assertThat(mass).isBetween(0.0, 0.2);
        assertThat(belief.envelope(1, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(belief.envelope(0, 0)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
