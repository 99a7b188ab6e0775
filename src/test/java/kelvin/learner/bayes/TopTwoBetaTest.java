package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.Recommender;
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
}
