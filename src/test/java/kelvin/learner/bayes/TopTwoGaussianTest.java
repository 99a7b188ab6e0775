package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.Recommender;
import org.junit.jupiter.api.Test;

class TopTwoGaussianTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new TopTwoGaussian(0.5, 1, 0.5, 100));
    }

    @Test
    void twoArmsShareThePlaysAsTheParameterSays() {
        double share = Players.share(new TopTwoGaussian(1, 10, 0.7, 10_000), 2, 1, player -> {
            IndexTable.teach(player, 0, 20, 0);
            IndexTable.teach(player, 1, 20, 20);
            return 41;
        });
        // 0.7 where arm 1 leads a draw, 0.3 where arm 0 does: Φ(√10) and the rest
        double leads = 0.9992;
        assertThat(share).isCloseTo(0.7 * leads + 0.3 * (1 - leads), within(4 * Math.sqrt(0.21 / 4000)));
    }

    @Test
    void thePriorPullsMeansToZero() {
        Recommender player =
                (Recommender) new TopTwoGaussian(1, 0.1, 0.5, 5).create(new BanditTask(2, 1000), Players.random(1));
        player.observe(1, 0, 5);
        IndexTable.teach(player, 1, 100, 100);
        assertThat(player.recommendation()).isEqualTo(1);
    }
}
