package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class NeighboursTest implements ModelContract {
    @Override
    public Stream<ModelSpec> specs() {
        return Stream.of(
                new Neighbours(2, Distance.EUCLIDEAN, 500),
                new Neighbours(1, Distance.MANHATTAN, 50),
                new Neighbours(7, Distance.COSINE, 60));
    }

    @Override
    public boolean anyOrder() {
        return true;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Test
    void theNearestAreAveragedAndTiesShareWhatIsLeft() {
        Model model = new Neighbours(3, Distance.EUCLIDEAN, 10).create(2, new Features(1, 0), SEED);
        model.learn(1, Context.of(2, 0), 0, 10, 1);
        assertThat(ModelStateContract.values(model, Context.of(2, 7))).containsExactly(10, 0);
        model.learn(2, Context.of(2, 1), 0, 1, 1);
        model.learn(3, Context.of(2, -1), 0, 2, 2);
        model.learn(4, Context.of(2, 1), 0, 4, 1);
        model.learn(5, Context.of(2, 5), 0, 100, 1);
        // From 0: 10, then two of the weight 4 at distance 1, of which the sum is 9
        assertThat(ModelStateContract.values(model, Context.of(2, 0))[0]).isCloseTo((10 + 9 / 2.0) / 3, within(1e-15));
    }

    @Test
    void theOldestRewardMakesRoom() {
        Model model = new Neighbours(1, Distance.EUCLIDEAN, 3).create(1, new Features(1, 0), SEED);
        for (int i = 0; i < 5; i++) {
            model.learn(i, Context.of(1, i), 0, i, 1);
            assertThat(model.state()).hasSize(1 + 3 * Math.min(3, i + 1));
        }
        assertThat(ModelStateContract.values(model, Context.of(1, 0))).containsExactly(2);
    }

    /** The selection agrees with sorting, over many sizes and with many ties. */
    @Test
    void aSortedListGivesTheSame() {
        UniformRandomProvider random = Seed.of(6).generator();
        for (int k : new int[] {1, 2, 5, 40}) {
            Model model = new Neighbours(k, Distance.MANHATTAN, 100).create(1, new Features(2, 0), SEED);
            List<double[]> past = new ArrayList<>();
            for (int i = 1; i <= 100; i++) {
                double x = random.nextInt(20);
                double y = random.nextInt(20) + 0.001 * i;
                model.learn(i, Context.of(1, x, y), 0, i, 1);
                past.add(new double[] {x, y, i});
                double atX = random.nextInt(20);
                past.sort(Comparator.comparingDouble(each -> Math.abs(each[0] - atX) + Math.abs(each[1] - 10)));
                double mean = past.stream()
                        .limit(k)
                        .mapToDouble(each -> each[2])
                        .average()
                        .orElseThrow();
                assertThat(ModelStateContract.values(model, Context.of(1, atX, 10))[0])
                        .isCloseTo(mean, within(1e-12 * mean));
            }
        }
    }

    @Test
    void distancesAreThoseOfTheirNames() {
        double[] many = {9, 3, 4, 9};
        assertThat(Distance.EUCLIDEAN.between(new double[] {6, 8}, many, 1)).isEqualTo(5);
        assertThat(Distance.MANHATTAN.between(new double[] {1, -1}, many, 1)).isEqualTo(7);
        assertThat(Distance.COSINE.between(new double[] {8, 6}, many, 1)).isCloseTo(1 - 0.96, within(1e-15));
        assertThat(Distance.COSINE.between(new double[] {-3, -4}, many, 1)).isEqualTo(2);
        assertThat(Distance.COSINE.between(new double[] {0, 0}, many, 1)).isEqualTo(1);
    }

    @Test
    void aDamagedStateIsRefused() {
        Model model = new Neighbours(1, Distance.EUCLIDEAN, 3).create(1, new Features(1, 0), SEED);
        model.learn(1, Context.of(1, 4), 0, 7, 2);
        assertThat(model.state()).containsExactly(1, 2, 7, 4);
        for (double[] bad : new double[][] {
            {},
            {-1},
            {0.5},
            {1},
            {1, 2, 7},
            {1, 0, 7, 4},
            {1, -2, 7, 4},
            {1, 2, 7, 4, 0},
            {4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> model.restore(bad));
        }
        assertThat(model.state()).containsExactly(1, 2, 7, 4);
        model.restore(new double[] {0});
        assertThat(ModelStateContract.values(model, Context.of(1, 4))).containsExactly(0);
    }

    @Test
    void parametersAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Neighbours(0, Distance.COSINE, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Neighbours(11, Distance.COSINE, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Neighbours(1, Distance.COSINE, Integer.MAX_VALUE).create(1, Features.NONE, SEED))
                .withMessageStartingWith("capacity = 2147483647, must be few enough");
    }
}
