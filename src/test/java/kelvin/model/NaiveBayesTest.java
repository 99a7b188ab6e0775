package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.numeric.Sigmoid;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class NaiveBayesTest implements ModelContract {
    @Override
    public Stream<ModelSpec> specs() {
        return Stream.of(new NaiveBayes(1), new NaiveBayes(0.1));
    }

    @Override
    public Stream<ModelSpec> extremes() {
        return Stream.of(new NaiveBayes(1e-12), new NaiveBayes(1e12));
    }

    @Override
    public boolean anyOrder() {
        return true;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    /** Right at 1 and 3, not at −1 and −5; all that was seen has the mean −1/2 and the variance (4 + 36·… − …)/4. */
    @Test
    void valuesArePosteriorChances() {
        Model model = new NaiveBayes(2).create(2, new Features(1, 0), SEED);
        double[] seen = {1, 3, -1, -5};
        for (int i = 0; i < 4; i++) {
            model.learn(i + 1, Context.of(2, seen[i]), 0, i < 2 ? 1 : 0, 1);
        }
        double variance = 36.0 / 4 - 0.25;
        // Two of their own and two of all others: the mixtures' moments
        double mean1 = (2 * 2 + 2 * -0.5) / 4;
        double var1 = (2 + 2 * variance + 2 * 2 / 4.0 * 2.5 * 2.5) / 4 + 1e-9 * variance;
        double mean0 = (2 * -3 + 2 * -0.5) / 4;
        double var0 = (8 + 2 * variance + 2 * 2 / 4.0 * 2.5 * 2.5) / 4 + 1e-9 * variance;
        for (double x : new double[] {-20, -1, 0, 2.5}) {
            double logit = -Math.log(var1 / var0) / 2
                    - (x - mean1) * (x - mean1) / (2 * var1)
                    + (x - mean0) * (x - mean0) / (2 * var0);
            assertThat(ModelStateContract.values(model, Context.of(2, x)))
                    .containsExactly(new double[] {Sigmoid.of(logit), 0.5}, within(1e-14));
        }
    }

    @Test
    void rewardsBetweenCountByTheirParts() {
        Model model = new NaiveBayes(1).create(1, new Features(2, 0), SEED);
        Model parts = new NaiveBayes(1).create(1, new Features(2, 0), SEED);
        UniformRandomProvider random = Seed.of(2).generator();
        for (int i = 1; i <= 20; i++) {
            Context context = Context.of(1, random.nextDouble(), random.nextDouble());
            double reward = random.nextDouble();
            model.learn(i, context, 0, reward, 3);
            parts.learn(i, context, 0, 1, 3 * reward);
            parts.learn(i, context, 0, 0, 3 * (1 - reward));
        }
        Context context = Context.of(1, 0.3, 0.9);
        assertThat(ModelStateContract.values(model, context))
                .containsExactly(ModelStateContract.values(parts, context), within(1e-13));
    }

    /** The units of features do not matter, not even if one is a trillion times as large as the other. */
    @Test
    void unitsDoNotMatter() {
        Model model = new NaiveBayes(1).create(2, new Features(2, 0), SEED);
        Model other = new NaiveBayes(1).create(2, new Features(2, 0), SEED);
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
    void theRegularisationIsPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NaiveBayes(0));
    }
}
