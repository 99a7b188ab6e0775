package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearSgdTest implements ModelContract {
    @Override
    public Stream<ModelSpec> specs() {
        return Arrays.stream(Layout.values()).map(layout -> new LinearSgd(0.5, layout));
    }

    @Override
    public Stream<ModelSpec> extremes() {
        return Stream.of(new LinearSgd(1e-12, Layout.HYBRID), new LinearSgd(1e12, Layout.DISJOINT));
    }

    @Test
    void stepsFollowTheFormula() {
        Model model = new LinearSgd(0.5, Layout.DISJOINT).create(2, new Features(2, 0), SEED);
        model.learn(1, Context.of(2, 1, 2), 1, 3, 1);
        // Error 3; s = (3, 6); R = (1/6, 1/12); q = 1/6 + 4/12 = 1/2; w = R·x·3/(1 + 1/2)
        double[] w = new double[2];
        model.coefficients(1, w);
        assertThat(w).containsExactly(new double[] {1 / 3.0, 1 / 3.0}, within(1e-15));
        model.learn(2, Context.of(2, 1, -1), 1, -2, 4);
        // Prediction 0, error −2; s² = (9 + 16, 36 + 16); R = 1/2/s; q = Σ R; step = 4·(−2)/(1 + 4q)
        double r0 = 0.5 / 5;
        double r1 = 0.5 / Math.sqrt(52);
        double step = -8 / (1 + 4 * (r0 + r1));
        model.coefficients(1, w);
        assertThat(w).containsExactly(new double[] {1 / 3.0 + r0 * step, 1 / 3.0 - r1 * step}, within(1e-14));
        model.coefficients(0, w);
        assertThat(w).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void aLayoutSaysWhichActionsLearn(Layout layout) {
        Model model = new LinearSgd(0.5, layout).create(2, new Features(1, 1), SEED);
        Context context = new Context(2, new Features(1, 1));
        Arrays.fill(context.numbers(), 1);
        model.learn(1, context, 0, 1, 1);
        double[] values = ModelStateContract.values(model, context);
        assertThat(values[1] / values[0])
                .isCloseTo(
                        switch (layout) {
                            case DISJOINT -> 0;
                            case SHARED -> 1;
                            case HYBRID -> 0.5;
                        },
                        within(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void coefficientsTimesFeaturesAddUpToThePrediction(Layout layout) {
        Model model = new LinearSgd(0.5, layout).create(2, new Features(2, 1), SEED);
        Context context = new Context(2, new Features(2, 1));
        System.arraycopy(new double[] {2, -3, 5, 0.5}, 0, context.numbers(), 0, 4);
        model.learn(1, context, 0, 1, 1);
        model.learn(2, context, 1, -2, 1);
        double[] values = ModelStateContract.values(model, context);
        double[] w = new double[3];
        double[] x = new double[3];
        for (int action = 0; action < 2; action++) {
            assertThat(model.coefficients(action, w)).isTrue();
            context.describe(action, x);
            assertThat(w[0] * x[0] + w[1] * x[1] + w[2] * x[2]).isCloseTo(values[action], within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1, 1e12, 1e150})
    void noPredictionGoesBeyondTheReward(double size) {
        for (double stepSize : new double[] {1e-3, 1, 1e6}) {
            Model model = new LinearSgd(stepSize, Layout.DISJOINT).create(1, new Features(2, 0), SEED);
            for (int i = 0; i < 20; i++) {
                Context context = Context.of(1, size, (i % 3 - 1) * size);
                double before = ModelStateContract.values(model, context)[0];
                model.learn(i, context, 0, 5, i % 2 == 0 ? 1 : size);
                double after = ModelStateContract.values(model, context)[0];
                assertThat((after - before) * (5 - before)).isGreaterThan(-1e-9);
                assertThat(Math.abs(after - before)).isLessThan(Math.abs(5 - before) + 1e-9);
            }
        }
    }

    @Test
    void aLinearRewardOfManyFeaturesIsFound() {
        int d = 1000;
        Model model = new LinearSgd(0.5, Layout.DISJOINT).create(1, new Features(d, 0), SEED);
        Context context = new Context(1, new Features(d, 0));
        UniformRandomProvider random = Seed.of(2).generator();
        double squares = 0;
        for (int i = 1; i <= 4000; i++) {
            Arrays.fill(context.numbers(), 0);
            for (int j = 0; j < 10; j++) {
                context.set(random.nextInt(d), 1);
            }
            double reward = Arrays.stream(context.numbers(), 0, 500).sum() - 5;
            double error = ModelStateContract.values(model, context)[0] - reward;
            squares += i > 3500 ? error * error / 500 : 0;
            model.learn(i, context, 0, reward, 1);
        }
        assertThat(squares).isLessThan(0.1 * 2.5);
    }

    @Test
    void theStepSizeIsPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LinearSgd(0, Layout.SHARED));
    }
}
