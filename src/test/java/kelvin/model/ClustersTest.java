package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.contract.Rewards;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ClustersTest implements ModelContract {
    @Override
    public Stream<ModelSpec> specs() {
        return Stream.of(
                new Clusters(1, new Means(1)),
                new Clusters(4, new Means(1)),
                new Clusters(3, new LinearSgd(1, Layout.SHARED)));
    }

    @Override
    public Stream<Features> features() {
        return Stream.of(new Features(3, 0), new Features(3, 2));
    }

    @Test
    void centresAreTheMeansOfTheirContextsAndTheirModelsLearnApart() {
        Model model = new Clusters(2, new Means(0)).create(1, new Features(1, 0), SEED);
        model.learn(1, Context.of(1, 4), 0, 1, 1);
        model.learn(2, Context.of(1, 4), 0, 3, 1);
        model.learn(3, Context.of(1, -4), 0, 10, 1);
        model.learn(4, Context.of(1, 1), 0, 5, 2);
        model.learn(5, Context.of(1, -1), 0, 20, 1);
        // Centres (4 + 4 + 2·1)/4 = 2.5 and (−4 − 1)/2 = −2.5, rewards (1 + 3 + 2·5)/4 and 15; asking 0 is a tie
        assertThat(Arrays.copyOf(model.state(), 4)).containsExactly(4, 2.5, 2, -2.5);
        assertThat(ModelStateContract.values(model, Context.of(1, 9))).containsExactly(3.5);
        assertThat(ModelStateContract.values(model, Context.of(1, -0.001))).containsExactly(15);
        assertThat(ModelStateContract.values(model, Context.of(1, 0))).containsExactly(3.5);
    }

    @Test
    void groupsOfContextsAreFound() {
        Model model = new Clusters(3, new Means(1e-9)).create(1, new Features(2, 0), SEED);
        UniformRandomProvider random = Seed.of(3).generator();
        for (int i = 1; i <= 300; i++) {
            int group = i % 3;
            double x = 10 * (group - 1) + random.nextDouble();
            model.learn(i, Context.of(1, x, random.nextDouble()), 0, group, 1);
        }
        for (int group = 0; group < 3; group++) {
            assertThat(ModelStateContract.values(model, Context.of(1, 10 * (group - 1) + 0.5, 0.5))[0])
                    .isBetween(group - 1e-9, group + 1e-9);
        }
    }

    @Test
    void aDamagedWeightIsRefused() {
        Model model = new Clusters(2, new Means(0)).create(1, new Features(1, 0), SEED);
        model.learn(1, Context.of(1, 4), 0, 1, 1);
        double[] state = model.state();
        state[0] = -1;
        assertThatIllegalArgumentException().isThrownBy(() -> model.restore(state));
        state[0] = 0;
        state[2] = 1;
        assertThatIllegalArgumentException().isThrownBy(() -> model.restore(state));
        assertThat(ModelStateContract.values(model, Context.of(1, 0))).containsExactly(1);
    }

    @Test
    void clustersAreAsTheirModels() {
        assertThat(new Clusters(2, new LogisticSgd(1, Layout.SHARED)).rewards()).isEqualTo(Rewards.UNIT_INTERVAL);
        assertThat(new Clusters(2, new LogisticSgd(1, Layout.SHARED)).widths()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Clusters(0, new Means(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Clusters(2, new Means(1)).create(2, new Features(0, 3), SEED))
                .withMessage("features = none that all actions share, must be at least one to sort contexts by");
    }
}
