package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.numeric.Sigmoid;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class DiscriminantTest implements ModelContract {
    @Override
    public Stream<ModelSpec> specs() {
        return Stream.of(new Discriminant(1), new Discriminant(0.1));
    }

    @Override
    public Stream<ModelSpec> extremes() {
        return Stream.of(new Discriminant(1e-12), new Discriminant(1e12));
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
    void valuesArePosteriorChances() {
        Model model = new Discriminant(2).create(2, new Features(1, 0), SEED);
        double[] seen = {1, 3, -1, -5};
        for (int i = 0; i < 4; i++) {
            model.learn(i + 1, Context.of(2, seen[i]), 0, i < 2 ? 1 : 0, 1);
        }
        double variance = 36.0 / 4 - 0.25;
        double mean1 = (2 * 2 + 2 * -0.5) / 4;
        double mean0 = (2 * -3 + 2 * -0.5) / 4;
        double pooled = (2 + 8 + 2 * variance) / 6 + 1e-9 * variance;
        for (double x : new double[] {-20, -1, 0, 2.5}) {
            double logit = (mean1 - mean0) / pooled * (x - (mean1 + mean0) / 2);
            assertThat(ModelStateContract.values(model, Context.of(2, x)))
                    .containsExactly(new double[] {Sigmoid.of(logit), 0.5}, within(1e-14));
        }
    }

    /** Two normal classes with one covariance: the true chance is a sigmoid of a line, and is found. */
    @Test
    void theChancesOfNormalClassesAreFound() {
        Model model = new Discriminant(1).create(1, new Features(2, 0), SEED);
        UniformRandomProvider random = Seed.of(4).generator();
        ZigguratSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int i = 1; i <= 40_000; i++) {
            boolean right = random.nextDouble() < 0.3;
            double first = normal.sample();
            double second = 0.8 * first + 0.6 * normal.sample();
            model.learn(i, Context.of(1, right ? first + 1 : first, second), 0, right ? 1 : 0, 1);
        }
        // S⁻¹(1, 0) = (1, −0.8)/0.36, and the middle is (1/2, 0)
        for (double x = -1; x <= 1; x += 0.5) {
            double logit = Math.log(3.0 / 7) + ((x - 0.5) - 0.8 * (x / 2)) / 0.36;
            assertThat(ModelStateContract.values(model, Context.of(1, x, x / 2))[0])
                    .isCloseTo(Sigmoid.of(logit), within(0.02));
        }
    }

    /** The units of features do not matter, not even if one is a trillion times as large as the other. */
    @Test
    void unitsDoNotMatter() {
        Model model = new Discriminant(1).create(2, new Features(2, 0), SEED);
        Model other = new Discriminant(1).create(2, new Features(2, 0), SEED);
        UniformRandomProvider random = Seed.of(5).generator();
        for (int i = 1; i <= 60; i++) {
            double x = random.nextDouble();
            double y = x + random.nextDouble();
            double reward = random.nextDouble() < x ? 1 : 0;
            model.learn(i, Context.of(2, x, y), i % 2, reward, 1);
            other.learn(i, Context.of(2, 0x1p20 * x, 0x1p-20 * y), i % 2, reward, 1);
        }
        assertThat(ModelStateContract.values(other, Context.of(2, 0x1p20 * 0.3, 0x1p-20 * 0.9)))
                .containsExactly(ModelStateContract.values(model, Context.of(2, 0.3, 0.9)), within(1e-12));
    }

    @Test
    void parametersAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Discriminant(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Discriminant(1).create(1, new Features(40_000, 0), SEED))
                .withMessageContaining("at most 30000");
    }
}
