package kelvin.model.classifier;

import kelvin.numeric.CrossEntropy;
import kelvin.numeric.LogLoss;

/** A convex loss of one row as a function of its logits, with its first two derivatives. */
interface OutputLoss {
    /** Returns the number of logits. */
    int outputs();

    /** Returns whether a number added to all logits changes nothing, so that intercepts are determined up to it only. */
    boolean shiftInvariant();

    /** Returns the loss. */
    double of(double[] logits, double[] targets);

    /** Writes the derivative by each logit. */
    void gradient(double[] logits, double[] targets, double[] out);

    /** Writes the second derivatives, the lower triangle row by row. */
    void curvature(double[] logits, double[] targets, double[] out);

    /** Cross-entropy of the softmax of all logits. */
    record OfSoftmax(int outputs) implements OutputLoss {
        @Override
        public boolean shiftInvariant() {
            return true;
        }

        @Override
        public double of(double[] logits, double[] targets) {
            return CrossEntropy.of(logits, targets);
        }

        @Override
        public void gradient(double[] logits, double[] targets, double[] out) {
            CrossEntropy.gradient(logits, targets, out);
        }

        /** Those of one logit by itself are summed up from the others, where 1 − p would lose its digits. */
        @Override
        public void curvature(double[] logits, double[] targets, double[] out) {
            double[] p = new double[outputs];
            CrossEntropy.softmax(logits, p);
            double total = 0;
            for (double target : targets) {
                total += target;
            }
            for (int k = 0, at = 0; k < outputs; k++) {
                double others = 0;
                for (int l = 0; l < outputs; l++) {
                    others += l == k ? 0 : p[l];
                }
                for (int l = 0; l < k; l++) {
                    out[at++] = -total * p[k] * p[l];
                }
                out[at++] = total * p[k] * others;
            }
        }
    }

    /** Log-loss of the sigmoid gate of one class. */
    record OfGate(int target) implements OutputLoss {
        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public boolean shiftInvariant() {
            return false;
        }

        @Override
        public double of(double[] logits, double[] targets) {
            return LogLoss.of(logits[0], targets[target]);
        }

        @Override
        public void gradient(double[] logits, double[] targets, double[] out) {
            out[0] = LogLoss.derivative(logits[0], targets[target]);
        }

        @Override
        public void curvature(double[] logits, double[] targets, double[] out) {
            out[0] = LogLoss.curvature(logits[0]);
        }
    }
}
