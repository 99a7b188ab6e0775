package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ridge regression against numbers of 40 digits; the README of the reference folder says how they were made. */
class RidgeReferenceTest {
    private static final double EPSILON = 1e-12;

    @Test
    void disjointAndSharedTraces() {
        for (List<Row> trace : Traces.traces("context/linear_traces.csv")) {
            Row first = trace.get(0);
            boolean disjoint = first.text("kind").equals("disjoint");
            int size = first.numbers("context_hex").length;
            int actions = first.numbers("mean_hex").length;
            Features features = disjoint ? new Features(size, 0) : new Features(0, size);
            Model model = new Ridge(first.number("lambda"), disjoint ? Layout.DISJOINT : Layout.SHARED, 1)
                    .create(actions, features, Seed.of(1));
            for (Row row : trace) {
                int action = (int) row.number("action");
                double[] seen = row.numbers("context_hex");
                Context context = new Context(actions, features);
                // The traces of the shared layout name the chosen action's features alone, as action 0
                Traces.fill(context, disjoint ? 0 : context.place(action), seen);
                model.learn((long) row.number("step"), context, action, row.number("reward"), 1);
                check(
                        model,
                        row,
                        vectors(row, "theta_hex(all actions, after)"),
                        Traces.context(actions, features, row.numbers("next_context_hex")));
                assertThat(logDeterminant(model.state(), size, disjoint ? 1 + actions : 1, disjoint ? action : 0))
                        .isCloseTo(row.number("logdet_A_hex(of the action)"), within(1e-12));
            }
        }
    }

    @Test
    void hybridTraces() {
        for (List<Row> trace : Traces.traces("context/hybrid_traces.csv")) {
            Row first = trace.get(0);
            int common = (int) first.number("k");
            int actions = (int) first.number("K");
            Features features = new Features((int) first.number("d"), common);
            Model model = new Ridge(1, Layout.HYBRID, 1).create(actions, features, Seed.of(1));
            for (Row row : trace) {
                Context context =
                        Traces.context(actions, features, row.numbers("x_hex"), row.numbers("z_hex(all actions)"));
                model.learn((long) row.number("step"), context, (int) row.number("action"), row.number("reward"), 1);
                double[] beta = row.numbers("beta_hex(after)");
                double[][] theta = Arrays.stream(vectors(row, "theta_hex(all actions, after)"))
                        .map(own -> DoubleStream.concat(Arrays.stream(own), Arrays.stream(beta))
                                .toArray())
                        .toArray(double[][]::new);
                check(
                        model,
                        row,
                        theta,
                        Traces.context(actions, features, row.numbers("next_x_hex"), row.numbers("next_z_hex")));
            }
        }
    }

    private static void check(Model model, Row row, double[][] theta, Context next) {
        int actions = model.actions();
        double[] found = new double[model.features().total()];
        for (int a = 0; a < actions; a++) {
            assertThat(model.coefficients(a, found)).isTrue();
            assertThat(distance(found, theta[Math.min(a, theta.length - 1)])).isLessThan(EPSILON);
        }
        double[] values = new double[actions];
        double[] widths = new double[actions];
        model.values(next, values);
        model.widths(next, widths);
        assertThat(distance(values, row.numbers("mean_hex"))).isLessThan(EPSILON);
        assertThat(distance(widths, row.numbers("width_hex"))).isLessThan(EPSILON);
    }

    /** The product of the factor's conditional variances, one at the end of each row but for the target, is 1/det A. */
    private static double logDeterminant(double[] state, int size, int from, int block) {
        int length = size * (size + 3) / 2;
        double sum = 0;
        for (int c = 0, at = from + block * length; c < size; at += c + 2, c++) {
            sum -= Math.log(state[at + c]);
        }
        return sum;
    }

    static Stream<Row> illConditioned() {
        return Reference.rows("context/ridge_ill_conditioned.csv");
    }

    /** Measured: 3e-16, 2e-12, 6e-14 and 3e-10; with b apart from the factor the last is 2e-5, by an updated inverse 28. */
    @ParameterizedTest
    @MethodSource("illConditioned")
    void nearlyCollinearFeatures(Row row) {
        int size = (int) row.number("d");
        double[] all = row.numbers("X_hex(row major)");
        double[] rewards = row.numbers("rewards_hex");
        Model model = new Ridge(row.number("lambda")).create(1, new Features(size, 0), Seed.of(1));
        for (int i = 0; i < rewards.length; i++) {
            model.learn(i + 1, Context.of(1, Arrays.copyOfRange(all, i * size, (i + 1) * size)), 0, rewards[i], 1);
        }
        double[] theta = new double[size];
        model.coefficients(0, theta);
        assertThat(distance(theta, row.numbers("theta_hex"))).isLessThan(1e-9);
        Context probe = Context.of(1, row.numbers("probe_hex"));
        double[] out = new double[1];
        model.widths(probe, out);
        assertThat(out[0] / row.number("width_hex") - 1).isCloseTo(0, within(1e-10));
    }

    private static double[][] vectors(Row row, String column) {
        Function<String, double[]> numbers = text -> Arrays.stream(text.trim().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return Arrays.stream(row.text(column).split("\\|")).map(numbers).toArray(double[][]::new);
    }

    /** The largest difference, relative to the largest number. */
    private static double distance(double[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < found.length; i++) {
            difference = Math.max(difference, Math.abs(found[i] - expected[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return largest == 0 ? difference : difference / largest;
    }
}
