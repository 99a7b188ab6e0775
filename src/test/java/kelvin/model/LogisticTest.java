package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kelvin.Reference.Row;
import kelvin.numeric.Moments;
import kelvin.numeric.Sigmoid;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogisticTest implements ModelContract {
    @Override
    public Stream<ModelSpec> specs() {
        return Arrays.stream(Layout.values())
                .flatMap(layout -> Stream.of(new Logistic(1, layout), new Logistic(0.25, layout)));
    }

    @Override
    public Stream<ModelSpec> extremes() {
        return Arrays.stream(Layout.values()).map(layout -> new Logistic(1e12, layout));
    }

    /** The width is the slope of the sigmoid times that of the logit, a sample the sigmoid of a normal variate. */
    @Override
    public boolean samplesHaveTheWidths() {
        return false;
    }

    @Test
    void tracesOfFortyDigits() {
        for (List<Row> trace : Traces.traces("context/logistic_traces.csv")) {
            Row first = trace.get(0);
            int actions = (int) first.number("K");
            Features features = new Features((int) first.number("d"), (int) first.number("k"));
            Model model = new Logistic(
                            first.number("lambda"),
                            Layout.valueOf(first.text("layout").toUpperCase(Locale.ROOT)))
                    .create(actions, features, SEED);
            for (Row row : trace) {
                model.learn(
                        (long) row.number("step"),
                        Traces.context(actions, features, row.numbers("context_hex")),
                        (int) row.number("action"),
                        row.number("reward"),
                        row.number("weight"));
                String[] expected = row.text("coefficients_hex(all actions)").split(" \\| ", -1);
                for (int a = 0; a < actions; a++) {
                    double[] found = new double[features.total()];
                    assertThat(model.coefficients(a, found)).isTrue();
                    same(
                            row,
                            found,
                            Arrays.stream(expected[a].split(" ", -1))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray());
                }
                Context next = Traces.context(actions, features, row.numbers("next_context_hex"));
                double[] out = new double[actions];
                model.values(next, out);
                same(row, out, row.numbers("value_hex"));
                model.widths(next, out);
                same(row, out, row.numbers("width_hex"));
            }
        }
    }

    private static void same(Row row, double[] found, double[] expected) {
        double length = Math.sqrt(Arrays.stream(expected).map(x -> x * x).sum());
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).as("%s", row).isCloseTo(expected[i], within(1e-12 * length));
        }
    }

    private static Model taught(ModelSpec spec, int lessons) {
        Model model = spec.create(3, new Features(2, 2), SEED);
        UniformRandomProvider random = Seed.of(2).generator();
        Context context = new Context(3, model.features());
        for (int i = 1; i <= lessons; i++) {
            for (int j = 0; j < context.numbers().length; j++) {
                context.set(j, random.nextDouble() * 2 - 1);
            }
            model.learn(i, context, i % 3, random.nextInt(2), 1);
        }
        return model;
    }

    /** By z-tests, which a standard deviation that is a tenth larger must not pass. */
    @ParameterizedTest
    @EnumSource
    void logitsOfSamplesAreNormal(Layout layout) {
        Model model = taught(new Logistic(1, layout), 40);
        Context context = new Context(3, model.features());
        UniformRandomProvider random = Seed.of(3).generator();
        for (int j = 0; j < context.numbers().length; j++) {
            context.set(j, random.nextDouble() * 2 - 1);
        }
        double[] values = ModelStateContract.values(model, context);
        double[] widths = new double[3];
        model.widths(context, widths);
        int draws = 20_000;
        Moments moments = new Moments(3);
        double[] out = new double[3];
        for (int i = 0; i < draws; i++) {
            model.sample(context, 0.5, random, out);
            moments.add(Arrays.stream(out).map(p -> Math.log(p / (1 - p))).toArray());
        }
        for (int a = 0; a < 3; a++) {
            double deviation = 0.5 * widths[a] / (values[a] * (1 - values[a]));
            double mean = moments.means()[a] - Math.log(values[a] / (1 - values[a]));
            double variance = moments.squares()[a] / draws;
            assertThat(mean / deviation * Math.sqrt(draws)).isBetween(-5.0, 5.0);
            assertThat(z(variance, deviation, draws)).isBetween(-5.0, 5.0);
            assertThat(z(variance, 1.1 * deviation, draws)).isLessThan(-5);
        }
    }

    private static double z(double variance, double deviation, int draws) {
        return (variance / (deviation * deviation) - 1) * Math.sqrt(draws / 2.0);
    }

    @Test
    void actionsThatShareCoefficientsShareTheDraw() {
        Model model = taught(new Logistic(1, Layout.SHARED), 40);
        Context context = new Context(3, model.features());
        Arrays.fill(context.numbers(), 0.5);
        double[] out = new double[3];
        model.sample(context, 1, Seed.of(4).generator(), out);
        assertThat(out).containsOnly(out[0]);
        Model apart = taught(new Logistic(1), 40);
        apart.sample(context, 1, Seed.of(4).generator(), out);
        assertThat(out[1]).isNotEqualTo(out[0]);
    }

    @Test
    void chancesAreFound() {
        Model model = new Logistic(1).create(1, new Features(2, 0), SEED);
        UniformRandomProvider random = Seed.of(5).generator();
        for (int i = 1; i <= 20_000; i++) {
            double x = random.nextDouble() * 4 - 2;
            model.learn(i, Context.of(1, 1, x), 0, random.nextDouble() < Sigmoid.of(1 - 2 * x) ? 1 : 0, 1);
        }
        double[] width = new double[1];
        for (double x : new double[] {-1, 0, 0.5, 1}) {
            Context context = Context.of(1, 1, x);
            model.widths(context, width);
            double p = Sigmoid.of(1 - 2 * x);
            assertThat(ModelStateContract.values(model, context)[0]).isCloseTo(p, within(5 * width[0]));
            assertThat(width[0]).isLessThan(0.01);
        }
    }

    @Test
    void extremeRegularisationsAreRight() {
        Context context = Context.of(2, 1, -3);
        for (double lambda : new double[] {1e-12, 1e12}) {
            Model model = new Logistic(lambda).create(2, new Features(2, 0), SEED);
            model.learn(1, context, 0, 1, 1);
            // One Newton step along x: |x|²/2/(λ + |x|²/4)
            double[] values = ModelStateContract.values(model, context);
            assertThat(values[0]).isCloseTo(Sigmoid.of(5 / (lambda + 2.5)), within(1e-12));
            assertThat(values[1]).isEqualTo(0.5);
            double[] widths = new double[2];
            model.widths(context, widths);
            assertThat(widths[1]).isCloseTo(Math.sqrt(10 / lambda) / 4, within(1e-12 / Math.sqrt(lambda)));
        }
    }

    @Test
    void whatCannotBeLearntIsRefused() {
        Model model = new Logistic(1e-12).create(1, new Features(1, 0), SEED);
        assertThatIllegalArgumentException().isThrownBy(() -> model.learn(1, Context.of(1, 1), 0, -0.1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.learn(1, Context.of(1, 1e150), 0, 1, 1))
                .withMessageStartingWith("weight times squared length of the features = ");
        assertThatIllegalArgumentException().isThrownBy(() -> new Logistic(0));
    }
}
