package kelvin.bandit.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.arm.Uniform;
import kelvin.model.Layout;
import kelvin.random.Seed;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinearContextsTest implements TestbedContract {
    private static final List<List<Double>> TWO = List.of(List.of(1.0, 2.0), List.of(-1.0, 0.5));
    private static final Arm NORMAL = new Gaussian(0, 1);

    @Override
    public Testbed testbed() {
        return fixed(0.5);
    }

    private static LinearContexts fixed(double noise) {
        return new LinearContexts(2, 2, 0, Layout.DISJOINT, TWO, 0, 0, true, NORMAL, noise);
    }

    @Nested
    class RedrawnTest implements TestbedContract {
        @Override
        public Testbed testbed() {
            return redrawn(Layout.DISJOINT, new Bernoulli(0.3));
        }
    }

    @Nested
    class SharedTest implements TestbedContract {
        @Override
        public Testbed testbed() {
            return new LinearContexts(
                    3, 0, 2, Layout.SHARED, List.of(List.of(1.0, -0.5)), 0, 0, true, new Uniform(-1, 2), 0.1);
        }
    }

    @Nested
    class HybridTest implements TestbedContract {
        @Override
        public Testbed testbed() {
            return redrawn(Layout.HYBRID, NORMAL);
        }
    }

    @Nested
    class DriftingTest implements TestbedContract {
        @Override
        public Testbed testbed() {
            return drifting(Layout.HYBRID, NORMAL);
        }

        /** Weights wander away from where they were. */
        @Override
        public boolean averagesOfAllSteps() {
            return false;
        }
    }

    private static LinearContexts drifting(Layout layout, Arm feature) {
        return new LinearContexts(2, 1, 1, layout, List.of(), 1, 0.5, true, feature, 1);
    }

    /** With features of 0 beside the constant 1 a mean is a weight: what it moves by at a step is normal. */
    @Test
    void driftingWeightsTakeNormalSteps() {
        double[] weights =
                Worlds.over(Worlds.open(drifting(Layout.DISJOINT, new Constant(0)), 5000), 5000, b -> b.mean(1));
        double[] steps = IntStream.range(1, weights.length)
                .mapToDouble(i -> weights[i] - weights[i - 1])
                .toArray();
        assertThat(Worlds.fit(steps, NormalDistribution.of(0, 0.5)::cumulativeProbability))
                .isGreaterThan(1e-6);
        assertThat(Worlds.fit(steps, NormalDistribution.of(0, 0.6)::cumulativeProbability))
                .isLessThan(1e-6);
    }

    @Test
    void weightsThatArmsShareMoveTogetherAndTheFirstStepHasThoseOfTheStart() {
        Bandit bandit = Worlds.open(drifting(Layout.SHARED, new Constant(0)), 3);
        double start = bandit.mean(0);
        bandit.advance(1);
        assertThat(Worlds.means(bandit)).containsOnly(start);
        bandit.advance(2);
        assertThat(bandit.mean(0)).isNotEqualTo(start).isEqualTo(bandit.mean(1));
    }

    private static LinearContexts redrawn(Layout layout, Arm feature) {
        return new LinearContexts(3, 2, 2, layout, List.of(), 0.7, 0, true, feature, 1);
    }

    @Test
    void meansAreProductsOfWeightsAndFeatures() {
        Bandit bandit = Worlds.open(fixed(0), 100);
        assertThat(Worlds.means(bandit)).containsExactly(1, -1);
        for (int step = 1; step <= 100; step++) {
            bandit.advance(step);
            double[] x = bandit.context().numbers();
            assertThat(x[0]).isEqualTo(1);
            assertThat(Worlds.means(bandit))
                    .containsExactly(new double[] {1 + 2 * x[1], -1 + 0.5 * x[1]}, within(1e-15));
            assertThat(bandit.pull(0)).isEqualTo(bandit.mean(0));
        }
    }

    @Test
    void armsOfAHybridWorldHaveSharedFeaturesForThemselvesAndOwnFeaturesInCommon() {
        List<List<Double>> weights = List.of(List.of(1.0), List.of(3.0), List.of(10.0, 20.0));
        Bandit bandit = Worlds.open(new LinearContexts(2, 1, 2, Layout.HYBRID, weights, 0, 0, false, NORMAL, 0), 1);
        bandit.advance(1);
        double[] x = bandit.context().numbers();
        assertThat(x[0]).isNotEqualTo(1);
        assertThat(Worlds.means(bandit))
                .containsExactly(
                        new double[] {x[0] + 10 * x[1] + 20 * x[2], 3 * x[0] + 10 * x[3] + 20 * x[4]}, within(1e-13));
    }

    @Test
    void featuresAreDrawnFromTheirDistribution() {
        double[] features =
                Worlds.over(Worlds.open(fixed(1), 5000), 5000, b -> b.context().numbers()[1]);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        assertThat(Worlds.fit(features, normal::cumulativeProbability)).isGreaterThan(1e-6);
        assertThat(Worlds.fit(features, x -> normal.cumulativeProbability(x - 0.1)))
                .isLessThan(1e-6);
    }

    @Test
    void weightsAreDrawnAroundTheirMeans() {
        LinearContexts world = new LinearContexts(2, 2, 0, Layout.DISJOINT, TWO, 0.5, 0, true, NORMAL, 1);
        double[] first = IntStream.range(0, 4000)
                .mapToDouble(i -> world.open(Seed.of(3).child(i), 1).mean(0))
                .toArray();
        assertThat(Worlds.fit(first, NormalDistribution.of(1, 0.5)::cumulativeProbability))
                .isGreaterThan(1e-6);
        assertThat(Worlds.fit(first, NormalDistribution.of(1, 0.6)::cumulativeProbability))
                .isLessThan(1e-6);
    }

    @Test
    void armsWithTheSameWeightsDifferByTheirOwnFeaturesAlone() {
        Bandit bandit = Worlds.open(redrawn(Layout.SHARED, NORMAL), 1);
        assertThat(bandit.mean(0)).isEqualTo(bandit.mean(1)).isEqualTo(bandit.mean(2));
        bandit.advance(1);
        assertThat(Worlds.means(bandit)).doesNotHaveDuplicates();
    }

    private static void refused(Layout layout, int shared, int perAction, List<List<Double>> weights, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearContexts(2, shared, perAction, layout, weights, 0, 0, true, NORMAL, 1))
                .withMessage(message);
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        refused(Layout.DISJOINT, 0, 0, TWO, "shared = 0, must be >= 1, or perAction");
        refused(Layout.DISJOINT, 2, 0, List.of(), "weights = [], must be given, unless weightStdDev is > 0");
        refused(Layout.DISJOINT, 3, 0, TWO, "row 1 of weights = [1.0, 2.0], must be 3 numbers");
        refused(Layout.SHARED, 2, 0, TWO, "weights = 2 rows, must be 1 in a shared layout");
        refused(Layout.HYBRID, 2, 1, TWO, "weights = 2 rows, must be 3 in a hybrid layout");
        refused(
                Layout.HYBRID,
                2,
                0,
                TWO,
                "layout = hybrid, must be disjoint or shared, unless there are both shared features and features per"
                        + " action");
        refused(Layout.DISJOINT, 1, 0, List.of(List.of(Double.NaN), List.of(1.0)), "weights = NaN, must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixed(-1))
                .withMessage("noise = -1.0, must be finite and >= 0");
    }
}
