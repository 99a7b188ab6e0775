package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.numeric.Sigmoid;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class LogisticSgdTest implements ModelContract {
    @Override
    public Stream<ModelSpec> specs() {
        return Arrays.stream(Layout.values())
                .flatMap(layout -> Stream.of(new LogisticSgd(0.5, layout), new LogisticSgd(0.5, layout, false)));
    }

    @Override
    public Stream<ModelSpec> extremes() {
        return Stream.of(
                new LogisticSgd(1e-12, Layout.HYBRID),
                new LogisticSgd(1e12, Layout.DISJOINT),
                new LogisticSgd(1e12, Layout.SHARED, false));
    }

    @Test
    void stepsFollowTheFormula() {
        Model model = new LogisticSgd(0.5, Layout.DISJOINT).create(1, new Features(2, 0), SEED);
        model.learn(1, Context.of(1, 1, 2), 0, 1, 4);
        // Error 1/2; s = √4/2·(1, 2); R = (1/2, 1/4); q = 1/2 + 1; step = 4/2/(1 + q)
        double[] w = new double[2];
        model.coefficients(0, w);
        assertThat(w).containsExactly(new double[] {0.4, 0.4}, within(1e-15));
        assertThat(ModelStateContract.values(model, Context.of(1, 1, 2)))
                .containsExactly(new double[] {Sigmoid.of(1.2)}, within(1e-15));
    }

    @Test
    void plainStepsFollowTheirs() {
        Model model = new LogisticSgd(0.5, Layout.DISJOINT, false).create(2, new Features(2, 0), SEED);
        model.learn(1, Context.of(2, 1, 2), 1, 1, 4);
        double[] w = new double[2];
        model.coefficients(1, w);
        assertThat(w).containsExactly(1, 2);
        model.learn(2, Context.of(2, 1, 0), 1, 0, 1);
        model.coefficients(1, w);
        assertThat(w).containsExactly(1 - 0.5 * Sigmoid.of(1), 2);
        model.coefficients(0, w);
        assertThat(w).containsExactly(0, 0);
    }

    @Test
    void aLogitMovesByAtMostFour() {
        for (double size : new double[] {1e-9, 1, 1e12, 1e150}) {
            Model model = new LogisticSgd(1e6, Layout.DISJOINT).create(1, new Features(1, 0), SEED);
            double[] w = new double[1];
            for (int i = 0; i < 20; i++) {
                model.coefficients(0, w);
                double before = w[0] * size;
                model.learn(i, Context.of(1, size), 0, i % 2, 1e15);
                model.coefficients(0, w);
                assertThat(Math.abs(w[0] * size - before)).isLessThanOrEqualTo(4 * (1 + 1e-9));
            }
        }
    }

    @Test
    void chancesAreFound() {
        Model model = new LogisticSgd(0.5, Layout.DISJOINT).create(1, new Features(3, 0), SEED);
        UniformRandomProvider random = Seed.of(3).generator();
        for (int i = 1; i <= 20_000; i++) {
            double x = random.nextDouble() * 4 - 2;
            double p = Sigmoid.of(1 - 2 * x);
            model.learn(i, Context.of(1, 1, x, random.nextDouble()), 0, random.nextDouble() < p ? 1 : 0, 1);
        }
        for (double x : new double[] {-1, 0, 0.5, 1}) {
            assertThat(ModelStateContract.values(model, Context.of(1, 1, x, 0.5))[0])
                    .isCloseTo(Sigmoid.of(1 - 2 * x), within(0.03));
        }
    }

    @Test
    void rewardsAreInTheUnitInterval() {
        Model model = new LogisticSgd(0.5, Layout.SHARED).create(1, new Features(1, 0), SEED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.learn(1, Context.of(1, 1), 0, 1.5, 1))
                .withMessage("reward = 1.5, must be among rewards in [0, 1]");
        assertThatIllegalArgumentException().isThrownBy(() -> new LogisticSgd(-1, Layout.SHARED));
    }
}
