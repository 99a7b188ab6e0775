package kelvin.bench;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/** A network of one hidden layer of tanh as plain loops over arrays of rows, with which {@link NetworkReport} compares. */
final class PlainNetwork {
    private final double[][] first;
    private final double[] firstBiases;
    private final double[][] second;
    private final double[] secondBiases;
    private final double[] hidden;
    private final double[] out;
    private final double[] errors;
    private final double[] hiddenErrors;
    private final DoubleUnaryOperator tanh;

    PlainNetwork(int inputs, int width, int outputs, DoubleUnaryOperator tanh, UniformRandomProvider random) {
        first = new double[width][inputs];
        firstBiases = new double[width];
        second = new double[outputs][width];
        secondBiases = new double[outputs];
        hidden = new double[width];
        out = new double[outputs];
        errors = new double[outputs];
        hiddenErrors = new double[width];
        this.tanh = tanh;
        for (double[] row : first) {
            Arrays.setAll(row, i -> (random.nextDouble() - 0.5) / 4);
        }
    }

    /** Returns the outputs for an input. */
    double[] forward(double[] x) {
        passHidden(x);
        for (int a = 0; a < out.length; a++) {
            output(a);
        }
        return out;
    }

    private void passHidden(double[] x) {
        for (int i = 0; i < hidden.length; i++) {
            double sum = firstBiases[i];
            for (int j = 0; j < x.length; j++) {
                sum += first[i][j] * x[j];
            }
            hidden[i] = tanh.applyAsDouble(sum);
        }
    }

    private void output(int a) {
        double sum = secondBiases[a];
        for (int i = 0; i < hidden.length; i++) {
            sum += second[a][i] * hidden[i];
        }
        out[a] = sum;
    }

    /** One step on the squared error of all outputs. */
    void learn(double[] x, double[] targets, double rate) {
        forward(x);
        for (int a = 0; a < out.length; a++) {
            errors[a] = out[a] - targets[a];
        }
        for (int i = 0; i < hidden.length; i++) {
            double sum = 0;
            for (int a = 0; a < out.length; a++) {
                sum += second[a][i] * errors[a];
            }
            hiddenErrors[i] = sum * (1 - hidden[i] * hidden[i]);
        }
        for (int a = 0; a < out.length; a++) {
            for (int i = 0; i < hidden.length; i++) {
                second[a][i] -= rate * errors[a] * hidden[i];
            }
            secondBiases[a] -= rate * errors[a];
        }
        moveHidden(x, rate);
    }

    /** One step on the squared error of one output. */
    void learn(double[] x, int action, double target, double rate) {
        passHidden(x);
        output(action);
        double error = out[action] - target;
        double[] row = second[action];
        for (int i = 0; i < hidden.length; i++) {
            hiddenErrors[i] = row[i] * error * (1 - hidden[i] * hidden[i]);
        }
        for (int i = 0; i < hidden.length; i++) {
            row[i] -= rate * error * hidden[i];
        }
        secondBiases[action] -= rate * error;
        moveHidden(x, rate);
    }

    private void moveHidden(double[] x, double rate) {
        for (int i = 0; i < hidden.length; i++) {
            for (int j = 0; j < x.length; j++) {
                first[i][j] -= rate * hiddenErrors[i] * x[j];
            }
            firstBiases[i] -= rate * hiddenErrors[i];
        }
    }
}
