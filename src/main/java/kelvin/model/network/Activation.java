package kelvin.model.network;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.numeric.Exp;
import kelvin.numeric.LogLoss;
import kelvin.numeric.Sigmoid;
import kelvin.numeric.Tanh;

/** An activation function of a neuron: its output by its pre-activation z, with the derivative that learning multiplies errors by. */
@Stability(MAY_CHANGE)
public enum Activation {
    /** Tanh z, with derivative 1 − tanh²z = 1/cosh²z, at most 1. */
    TANH {
        @Override
        public double of(double z) {
            return Tanh.of(z);
        }

        @Override
        public double derivative(double z) {
            double e = Exp.of(-2 * Math.abs(z));
            return 4 * e / ((1 + e) * (1 + e));
        }

        @Override
        void derive(double[] z, double[] h, double[] errors, int length) {
            for (int i = 0; i < length; i++) {
                double t = h[i];
                errors[i] *= Math.abs(t) < SATURATED ? (1 - t) * (1 + t) : derivative(z[i]);
            }
        }
    },
    /** Sigmoid σ(z) = 1/(1 + e⁻ᶻ), with derivative σ(z)·σ(−z), at most 1/4. */
    SIGMOID {
        @Override
        public double of(double z) {
            return Sigmoid.of(z);
        }

        @Override
        public double derivative(double z) {
            return LogLoss.curvature(z);
        }

        @Override
        void derive(double[] z, double[] h, double[] errors, int length) {
            for (int i = 0; i < length; i++) {
                double s = h[i];
                errors[i] *= s < SATURATED ? s * (1 - s) : derivative(z[i]);
            }
        }
    },
    /** Rectified linear unit max(0, z), with derivative 0 or 1 (0 at 0). */
    RELU {
        @Override
        public double of(double z) {
            return Math.max(0, z);
        }

        @Override
        public double derivative(double z) {
            return z > 0 ? 1 : 0;
        }

        @Override
        void derive(double[] z, double[] h, double[] errors, int length) {
            for (int i = 0; i < length; i++) {
                errors[i] = z[i] > 0 ? errors[i] : 0;
            }
        }
    },
    /** The pre-activation itself: a layer that is linear. */
    IDENTITY {
        @Override
        public double of(double z) {
            return z;
        }

        @Override
        public double derivative(double z) {
            return 1;
        }

        @Override
        void derive(double[] z, double[] h, double[] errors, int length) {}
    };

    /** The output from which on the derivative is taken from z: 1 − h has lost too many digits. */
    private static final double SATURATED = 0.99;

    /**
     * Returns the output of a neuron.
     *
     * @param z its pre-activation: the weighted sum of its inputs and its bias
     * @return f(z)
     */
    public abstract double of(double z);

    /**
     * Returns the derivative, with a relative error of a few units in the last place however saturated the neuron is.
     *
     * @param z the pre-activation
     * @return f′(z)
     */
    public abstract double derivative(double z);

    /** Writes the outputs of neurons. */
    void apply(double[] z, double[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = of(z[i]);
        }
    }

    /** Multiplies errors by the derivatives, which outputs tell where they are not saturated. */
    abstract void derive(double[] z, double[] h, double[] errors, int length);
}
