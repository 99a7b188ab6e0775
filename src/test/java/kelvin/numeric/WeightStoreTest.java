package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightStoreTest {
    static Stream<WeightStore> stores() {
        return Stream.of(new WeightScan(5), new WeightTree(5), new WeightTree(2));
    }

    private static WeightStore of(WeightStore store, double... weights) {
        for (int i = 0; i < weights.length; i++) {
            store.set(i, weights[i]);
        }
        return store;
    }

    /** A running sum kept by differences would say 0 here: the large weight has taken the digits of the small with it. */
    @ParameterizedTest
    @MethodSource("stores")
    void aLargeWeightThatGoesLeavesSmallOnesWhole(WeightStore store) {
        of(store, 1e-20, 1e30);
        store.set(1, 0);
        assertThat(store.total()).isEqualTo(1e-20);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aDrawNeverMeetsAWeightOfZero(WeightStore store) {
        of(store, 0, 0.1);
        assertThat(store.draw(0)).isEqualTo(1);
        assertThat(store.draw(0.1)).isEqualTo(1);
        of(store, 0.1, 0);
        assertThat(store.draw(0.1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 31, 32, 33, 100, 1024, 1025})
    void scanAndTreeDrawAlike(int size) {
        UniformRandomProvider random = Seed.of(size).generator();
        WeightStore scan = new WeightScan(size);
        WeightStore tree = size == 1 ? new WeightScan(1) : new WeightTree(size);
        for (int i = 0; i < 3000; i++) {
            int place = random.nextInt(size);
            double weight = random.nextInt(3) == 0 ? 0 : random.nextDouble();
            scan.set(place, weight);
            tree.set(place, weight);
            double u = random.nextDouble() * scan.total();
            assertThat(tree.total()).isCloseTo(scan.total(), within(1e-12));
            assertThat(tree.draw(u)).isEqualTo(scan.total() == 0 ? tree.draw(u) : scan.draw(u));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 33, 64, 65, 600})
    void settingAllIsSettingEach(int size) {
        double[] weights = Seed.of(1).generator().doubles(size).toArray();
        WeightStore store = WeightStore.of(size);
        store.setAll(weights);
        assertThat(store.total()).isEqualTo(of(WeightStore.of(size), weights).total());
    }
}
