package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws of a ridge model: how often each action is the best, against exact probabilities. */
class RidgeSampleTest {
    /** A draw for each action from one θ: its shares are those of the file, not those of a θ for each action. */
    @ParameterizedTest
    @MethodSource("sharedDraws")
    @Tag("long")
    void oneDrawOfSharedCoefficients(Row row) {
        long[] counts = draws(row, 1_000_000);
        assertThat(pValue(counts, row.numbers("probabilities_hex"))).isGreaterThan(1e-4);
        assertThat(pValue(counts, row.numbers("independent(wrong)_hex"))).isLessThan(1e-10);
    }

    @Test
    void oneDrawOfSharedCoefficientsInShort() {
        Row row = sharedDraws().skip(1).findFirst().orElseThrow();
        long[] counts = draws(row, 20_000);
        assertThat(pValue(counts, row.numbers("probabilities_hex"))).isGreaterThan(1e-4);
        assertThat(pValue(counts, row.numbers("independent(wrong)_hex"))).isLessThan(1e-10);
    }

    static Stream<Row> sharedDraws() {
        return Reference.rows("context/thompson_shared.csv");
    }

    private static long[] draws(Row row, int number) {
        int actions = (int) row.number("K");
        int size = (int) row.number("d");
        Features features = new Features(0, size);
        Model model = posterior(row.numbers("A_hex"), row.numbers("theta_hat_hex"), actions, features);
        Context context = Traces.context(actions, features, row.numbers("features_hex(action by action)"));
        return bestOfDraws(model, context, row.number("v"), number, actions);
    }

    private static long[] bestOfDraws(Model model, Context context, double scale, int number, int actions) {
        UniformRandomProvider random = Seed.of(7).generator();
        double[] out = new double[actions];
        long[] counts = new long[actions];
        for (int i = 0; i < number; i++) {
            model.sample(context, scale, random, out);
            int best = 0;
            for (int a = 1; a < actions; a++) {
                best = out[a] > out[best] ? a : best;
            }
            counts[best]++;
        }
        return counts;
    }

    /** The p-value of a χ² test in which outcomes of fewer than one expected are added to the most likely one. */
    private static double pValue(long[] counts, double[] probabilities) {
        long number = Arrays.stream(counts).sum();
        int top = 0;
        for (int a = 0; a < counts.length; a++) {
            top = probabilities[a] > probabilities[top] ? a : top;
        }
        double chance = 0;
        long others = 0;
        DoubleStream.Builder expected = DoubleStream.builder();
        LongStream.Builder observed = LongStream.builder();
        for (int a = 0; a < counts.length; a++) {
            if (a != top && probabilities[a] * number >= 1) {
                expected.add(probabilities[a]);
                observed.add(counts[a]);
                chance += probabilities[a];
                others += counts[a];
            }
        }
        double[] p = expected.add(1 - chance).build().toArray();
        if (p.length == 1) {
            return others + counts[top] == number && counts[top] >= number - 20 ? 1 : 0;
        }
        return ChiSquareTest.withDefaults()
                .test(p, observed.add(number - others).build().toArray())
                .getPValue();
    }

    /** A model with a given A and θ: it learns the columns of the Cholesky factor of A − λI, at rewards that solve Σr·x = Aθ. */
    private static Model posterior(double[] a, double[] theta, int actions, Features features) {
        int size = theta.length;
        double lambda = 0x1p-6;
        double[][] factor = new double[size][size];
        double[] rewards = new double[size];
        for (int i = 0; i < size; i++) {
            double target = 0;
            for (int j = 0; j < size; j++) {
                target += a[i * size + j] * theta[j];
            }
            for (int j = 0; j <= i; j++) {
                double rest = a[i * size + j] - (i == j ? lambda : 0);
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
                target -= i == j ? 0 : factor[i][j] * rewards[j];
            }
            rewards[i] = target / factor[i][i];
        }
        Model model = new Ridge(lambda, Layout.SHARED, 1).create(actions, features, Seed.of(1));
        for (int j = 0; j < size; j++) {
            Context context = new Context(actions, features);
            for (int i = 0; i < size; i++) {
                context.set(context.place(j % actions) + i, factor[i][j]);
            }
            model.learn(j + 1, context, j % actions, rewards[j], 1);
        }
        return model;
    }

    /** Where each action has a θ of its own, shares are those of independent Gaussians. */
    @Test
    void drawsOfDisjointCoefficients() {
        for (List<Row> trace : Traces.traces("context/linear_traces.csv")) {
            Row first = trace.get(0);
            if (!first.text("kind").equals("disjoint")) {
                continue;
            }
            int actions = first.numbers("mean_hex").length;
            Features features = new Features(first.numbers("context_hex").length, 0);
            Model model = new Ridge(first.number("lambda")).create(actions, features, Seed.of(1));
            double twin = 1;
            for (Row row : trace) {
                Context context = Traces.context(actions, features, row.numbers("context_hex"));
                model.learn((long) row.number("step"), context, (int) row.number("action"), row.number("reward"), 1);
                if (!row.text("thompson_probability_hex").isEmpty()) {
                    Context next = Traces.context(actions, features, row.numbers("next_context_hex"));
                    long[] counts = bestOfDraws(model, next, row.number("v"), 20_000, actions);
                    assertThat(pValue(counts, row.numbers("thompson_probability_hex")))
                            .isGreaterThan(1e-4);
                    long[] others = bestOfDraws(model, next, row.number("v") / 2, 20_000, actions);
                    twin = Math.min(twin, pValue(others, row.numbers("thompson_probability_hex")));
                }
            }
            assertThat(twin).isLessThan(1e-10);
        }
    }

    @Test
    void aScaleBeyondDoublesIsNamed() {
        Model model = new Ridge(1).create(2, new Features(1, 0), Seed.of(1));
        Context context = new Context(2, new Features(1, 0));
        context.set(0, 1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.sample(context, 1e308, Seed.of(2).generator(), new double[2]))
                .withMessageContaining("finite; the scale of draws (1.0E308), features or rewards are too large");
    }
}
