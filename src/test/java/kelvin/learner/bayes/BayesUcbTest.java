package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.numeric.BetaFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class BayesUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new BayesUcb(false), new BayesUcb(true));
    }

    @Test
    void indicesAreThoseOfTheReference() {
        assertThat(Reference.rows("bandit_indices.csv")).hasSize(11).allSatisfy(row -> {
            double s = row.number("s");
            double index = BetaFunction.upperQuantile(1 + s, 1 + row.number("n") - s, 1 / (row.number("t") + 1));
            double wanted = row.number("bayes_ucb_hex");
            assertThat(index).isCloseTo(wanted, within(1e-12 * wanted));
        });
    }

    @Test
    void theLargestIndexIsChosenThoughNotAllAreWorkedOut() {
        Learner player = new BayesUcb(false).create(new BanditTask(3, 2000), Players.random(1));
        UniformRandomProvider rewards = Players.random(2);
        double[][] counts = {{1, 1}, {1, 1}, {1, 1}};
        for (int step = 1; step <= 2000; step++) {
            double tail = 1.0 / step;
            double[] indices = Arrays.stream(counts)
                    .mapToDouble(each -> BetaFunction.upperQuantile(each[0], each[1], tail))
                    .toArray();
            int action = player.select(step);
            assertThat(indices[action]).isEqualTo(Arrays.stream(indices).max().orElseThrow());
            int reward = rewards.nextDouble() < 0.3 + 0.1 * action ? 1 : 0;
            counts[action][1 - reward]++;
            player.observe(step, action, reward);
        }
    }

    @Test
    void equalCountsTie() {
        Learner player = new BayesUcb(false).create(new BanditTask(2, 100), Players.random(1));
        player.observe(1, 0, 1);
        player.observe(2, 1, 1);
        double[] p = new double[2];
        player.probabilities(3, p);
        assertThat(p).containsOnly(0.5);
    }

    @Test
    void playersHaveTheIndicesOfTheReference() {
        IndexTable.agrees(new BayesUcb(false), "bayes_ucb_hex");
    }
}
