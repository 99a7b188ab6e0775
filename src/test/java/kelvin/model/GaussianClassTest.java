package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianClassTest {
    /** The features of a table, and the number of its class in the order of their appearance. */
    private static List<double[]> rows(String table) {
        try (Stream<String> lines = Files.lines(Path.of("experiments", "data", table + ".csv"))) {
            List<String> classes = new ArrayList<>();
            return lines.skip(1)
                    .map(line -> {
                        int label = line.lastIndexOf(',');
                        if (!classes.contains(line.substring(label))) {
                            classes.add(line.substring(label));
                        }
                        String features = line.substring(0, label) + "," + (classes.size() - 1);
                        return Stream.of(features.split(",", -1))
                                .mapToDouble(Double::parseDouble)
                                .toArray();
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Reference.Row> reference(String file, String name) {
        return Reference.rows("context/generative_" + file + ".csv")
                .filter(row -> row.text("case").equals(name))
                .toList();
    }

    /** The moments of three classes, and of all. */
    private static double[][] moments(List<double[]> rows, int d) {
        double[][] moments = new double[4][1 + 2 * d];
        for (double[] row : rows) {
            double[] x = Arrays.copyOf(row, d);
            GaussianClass.add(moments[(int) row[d]], 0, x, 1);
            GaussianClass.add(moments[3], 0, x, 1);
        }
        return moments;
    }

    private static double[] means(double[] moments, int d) {
        return Arrays.copyOfRange(moments, 1, 1 + d);
    }

    private static double[] posterior(double[] joint) {
        double largest = Arrays.stream(joint).max().orElseThrow();
        double sum = Arrays.stream(joint).map(x -> Math.exp(x - largest)).sum();
        return Arrays.stream(joint).map(x -> x - largest - Math.log(sum)).toArray();
    }

    private static void same(double[] found, double[] expected, double accuracy) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(accuracy * Math.max(1, Math.abs(expected[i]))));
        }
    }

    @ParameterizedTest
    @CsvSource({"iris,0", "iris,1e-9", "wine,0", "wine,1e-9"})
    void naiveBayesAgreesWithTheReference(String table, String smoothing) {
        String name = table + "-gnb-" + smoothing;
        List<double[]> rows = rows(table);
        int d = rows.get(0).length - 1;
        double[][] moments = moments(rows, d);
        double added = Double.parseDouble(smoothing)
                * IntStream.range(0, d)
                        .mapToDouble(i -> moments[3][1 + d + i] / rows.size())
                        .max()
                        .orElseThrow();
        double[][] variances = new double[3][];
        List<Reference.Row> parameters = reference("parameters", name);
        for (int c = 0; c < 3; c++) {
            double[] all = moments[c];
            variances[c] = IntStream.range(0, d)
                    .mapToDouble(i -> all[1 + d + i] / all[0] + added)
                    .toArray();
            same(means(all, d), parameters.get(c).numbers("mean_hex"), 1e-13);
            same(variances[c], parameters.get(c).numbers("gnb_variances_hex"), 1e-13);
        }
        List<Reference.Row> posteriors = reference("posteriors", name);
        assertThat(posteriors).hasSizeGreaterThan(rows.size() / 2);
        for (Reference.Row each : posteriors) {
            double[] x = Arrays.copyOf(rows.get((int) each.number("row")), d);
            double[] joint = new double[3];
            for (int c = 0; c < 3; c++) {
                joint[c] = Math.log(moments[c][0] / rows.size())
                        + GaussianClass.logDensity(x, means(moments[c], d), variances[c]);
            }
            same(joint, each.numbers("log_joint_hex"), 1e-12);
            same(posterior(joint), each.numbers("log_posterior_hex"), 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"iris,ml,0", "iris,unbiased,3", "wine,ml,0", "wine,unbiased,3"})
    void discriminantAnalysisAgreesWithTheReference(String table, String divisor, int less) {
        String name = table + "-lda-" + divisor;
        List<double[]> rows = rows(table);
        int d = rows.get(0).length - 1;
        double[][] moments = moments(rows, d);
        double[] factor = new double[d * (d + 1) / 2];
        for (double[] row : rows) {
            for (int i = 0, at = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    double[] mean = means(moments[(int) row[d]], d);
                    factor[at++] += (row[i] - mean[i]) * (row[j] - mean[j]) / (rows.size() - less);
                }
            }
        }
        GaussianClass.factor(factor, d);
        double[][] weights = new double[3][];
        double[] intercepts = new double[3];
        List<Reference.Row> parameters = reference("parameters", name);
        for (int c = 0; c < 3; c++) {
            weights[c] = means(moments[c], d);
            GaussianClass.solve(factor, weights[c]);
            intercepts[c] = Math.log(moments[c][0] / rows.size()) - dot(weights[c], means(moments[c], d)) / 2;
            same(weights[c], parameters.get(c).numbers("lda_weights_hex"), 1e-11);
            same(new double[] {intercepts[c]}, parameters.get(c).numbers("lda_intercept_hex"), 1e-11);
        }
        List<Reference.Row> posteriors = reference("posteriors", name);
        assertThat(posteriors).hasSizeGreaterThan(rows.size() / 2);
        for (Reference.Row each : posteriors) {
            double[] x = Arrays.copyOf(rows.get((int) each.number("row")), d);
            double[] white = x.clone();
            GaussianClass.solve(factor, white);
            double common = -(d * Math.log(2 * Math.PI) + GaussianClass.logDeterminant(factor, d) + dot(white, x)) / 2;
            double[] scores = new double[3];
            Arrays.setAll(scores, c -> dot(weights[c], x) + intercepts[c]);
            same(posterior(scores), each.numbers("log_posterior_hex"), 1e-10);
            Arrays.setAll(scores, c -> scores[c] + common);
            same(scores, each.numbers("log_joint_hex"), 1e-10);
        }
    }

    private static double dot(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
    }

    @Test
    void momentsAreWeighted() {
        double[] moments = new double[1 + 1 + 5];
        double[] twice = moments.clone();
        for (double[] row : List.of(new double[] {1, 5}, new double[] {-2, 1e8}, new double[] {4, 1e8 + 1})) {
            GaussianClass.add(moments, 1, row, 2);
            GaussianClass.add(moments, 1, row, 0);
            GaussianClass.add(twice, 1, row, 1);
            GaussianClass.add(twice, 1, row, 1);
        }
        assertThat(moments[0]).isZero();
        assertThat(moments).containsExactly(twice, within(1e-7));
        assertThat(moments[1]).isEqualTo(6);
        assertThat(moments[2]).isCloseTo(1, within(1e-15));
        assertThat(moments[4]).isCloseTo(36, within(1e-14));
    }

    @Test
    void densitiesAreFinite() {
        List<Double> found = new ArrayList<>();
        for (double x : new double[] {0, 1e150, -1e300}) {
            found.add(GaussianClass.logDensity(new double[] {x}, new double[] {0}, new double[] {1e-300}));
        }
        assertThat(found).allMatch(Double::isFinite).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
}
