package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class InformationDirectedTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new InformationDirected(50));
    }

    @Test
    void equalBeliefsAreChosenEqually() {
        double[] p = new double[3];
        new InformationDirected(100)
                .create(new BanditTask(3, 100), Players.random(1))
                .probabilities(1, p);
        assertThat(p).containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-9));
    }

    /** E[max] of two uniform numbers is ⅔, E[one | it is the larger] as well, E[one | it is the smaller] ⅓. */
    @Test
    void theGridKnowsWhoIsBestAndWhatFollows() {
        BetaGrid grid = new BetaGrid(2, 1000);
        grid.set(0, 1, 1);
        grid.set(1, 1, 1);
        grid.compare(BitSet.valueOf(new long[] {3}));
        assertThat(grid.best).containsExactly(0.5, 0.5);
        assertThat(grid.conditional[0]).containsExactly(new double[] {2.0 / 3, 1.0 / 3}, within(1e-5));
    }

    @Test
    void anActionThatIsKnownIsNotPlayedToLearn() {
        Learner player = new InformationDirected(200).create(new BanditTask(2, 5000), Players.random(1));
        IntStream.range(1, 2000).forEach(step -> player.observe(step, 0, step % 2));
        double[] p = new double[2];
        player.probabilities(2000, p);
        assertThat(p[1]).isGreaterThan(0.9);
    }

    @Test
    void aCoarseGridIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InformationDirected(9))
                .withMessage("points = 9, must be >= 10");
    }
}
