package kelvin.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PenalisedNewtonTest {
    /** A loss that counts how often its second derivatives are asked for. */
    private static final class Counted implements OutputLoss {
        private final OutputLoss loss;
        private int curvatures;

        Counted(OutputLoss loss) {
            this.loss = loss;
        }

        @Override
        public int outputs() {
            return loss.outputs();
        }

        @Override
        public boolean shiftInvariant() {
            return loss.shiftInvariant();
        }

        @Override
        public double of(double[] logits, double[] targets) {
            return loss.of(logits, targets);
        }

        @Override
        public void gradient(double[] logits, double[] targets, double[] out) {
            loss.gradient(logits, targets, out);
        }

        @Override
        public void curvature(double[] logits, double[] targets, double[] out) {
            curvatures++;
            loss.curvature(logits, targets, out);
        }
    }

    /** The largest derivative at the minimum, over the sum of the sizes of its terms: rounding errors, also of tiny losses. */
    private static double gradient(TrainingRows rows, double[][] targets, OutputLoss loss, double penalty, double[] w) {
        int outputs = loss.outputs();
        int width = rows.width();
        double[] sums = new double[w.length];
        double[] sizes = new double[w.length];
        double[] z = new double[outputs];
        double[] slope = new double[outputs];
        for (int i = 0; i < rows.size(); i++) {
            for (int k = 0; k < outputs; k++) {
                z[k] = 0;
                for (int j = 0; j < width; j++) {
                    z[k] += w[k * width + j] * rows.of(i)[j];
                }
            }
            loss.gradient(z, targets[i], slope);
            for (int u = 0; u < w.length; u++) {
                double term = slope[u / width] * rows.of(i)[u % width];
                sums[u] += term;
                sizes[u] += Math.abs(term);
            }
        }
        double largest = 0;
        for (int u = 0; u < w.length; u++) {
            double pull = u % width == width - 1 ? 0 : penalty * w[u];
            largest = Math.max(largest, Math.abs(sums[u] + pull) / (sizes[u] + Math.abs(pull)));
        }
        return largest;
    }

    /** Steps are few, unless classes can be told apart and next to nothing is paid for large weights: then one or two per unit of ln C. */
    @ParameterizedTest
    @CsvSource({
        "softmax, iris, 1e-50, 4",
        "softmax, iris, 1, 12",
        "softmax, wine, 1, 12",
        "softmax, cancer, 0.1, 12",
        "softmax, iris, 1e6, 30",
        "softmax, wine, 1e30, 150",
        "gate, iris, 1, 12",
        "gate, cancer, 1, 12",
        "gate, wine, 1e6, 30",
        "gate, wine, 1e100, 500"
    })
    void theGradientEndsAtRoundingErrorsInFewSteps(String kind, String data, double c, int most) {
        LabelledTable table = LabelledTable.of(data);
        double[][] targets = new double[table.x().length][table.classes()];
        for (int i = 0; i < targets.length; i++) {
            targets[i][table.labels()[i]] = 1;
        }
        Counted loss = new Counted(
                kind.equals("softmax") ? new OutputLoss.OfSoftmax(table.classes()) : new OutputLoss.OfGate(0));
        TrainingRows rows = new TrainingRows(table.x(), targets, true, 1);
        double[] w = PenalisedNewton.minimum(rows, targets, loss, 1 / c, true);
        int steps = loss.curvatures / rows.size();
        assertThat(steps).isBetween(1, most);
        assertThat(gradient(rows, targets, loss, 1 / c, w)).isLessThan(1e-9);
        w[0] *= 1.001;
        assertThat(gradient(rows, targets, loss, 1 / c, w)).isGreaterThan(1e-6);
    }
}
