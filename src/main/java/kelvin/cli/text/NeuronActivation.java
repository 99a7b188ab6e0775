package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.Locale;
import kelvin.contract.Stability;
import kelvin.numeric.LogLoss;
import kelvin.numeric.Sigmoid;
import kelvin.numeric.Tanh;

/** An activation of a neuron with its derivative, both accurate where the neuron is saturated. */
@Stability(INTERNAL)
public enum NeuronActivation {
    /** The logistic function. */
    SIGMOID("σ(z) = 1/(1 + e⁻ᶻ)"),
    /** The hyperbolic tangent. */
    TANH("tanh z = 2σ(2z) − 1"),
    /** The rectified linear unit; its derivative at 0 is 0. */
    RELU("max(0, z)"),
    /** The sum itself. */
    IDENTITY("z"),
    /** The step of McCulloch and Pitts: 1 from the threshold on; its derivative is taken as 0 everywhere. */
    STEP("1 where z ≥ 0, else 0");

    private final String formula;

    NeuronActivation(String formula) {
        this.formula = formula;
    }

    /**
     * Returns the output of a neuron.
     *
     * @param z the weighted sum less the threshold
     * @return f(z)
     */
    public double of(double z) {
        return switch (this) {
            case SIGMOID -> Sigmoid.of(z);
            case TANH -> Tanh.of(z);
            case RELU -> Math.max(0, z);
            case IDENTITY -> z;
            case STEP -> z >= 0 ? 1 : 0;
        };
    }

    /**
     * Returns the derivative of the output by the sum.
     *
     * @param z the weighted sum less the threshold
     * @return f′(z)
     */
    public double derivative(double z) {
        return switch (this) {
            case SIGMOID -> LogLoss.curvature(z);
            case TANH -> 4 * LogLoss.curvature(2 * z);
            case RELU -> z > 0 ? 1 : 0;
            case IDENTITY -> 1;
            case STEP -> 0;
        };
    }

    String formula() {
        return formula;
    }

    /** Returns its name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
