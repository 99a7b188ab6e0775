package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.Locale;
import kelvin.contract.Stability;
import kelvin.model.network.Activation;
import org.jspecify.annotations.Nullable;

/** An activation of a neuron with its derivative, both accurate where the neuron is saturated. */
@Stability(INTERNAL)
public enum NeuronActivation {
    /** The logistic function. */
    SIGMOID("σ(z) = 1/(1 + e⁻ᶻ)", Activation.SIGMOID),
    /** The hyperbolic tangent. */
    TANH("tanh z = 2σ(2z) − 1", Activation.TANH),
    /** The rectified linear unit; its derivative at 0 is 0. */
    RELU("max(0, z)", Activation.RELU),
    /** The sum itself. */
    IDENTITY("z", Activation.IDENTITY),
    /** The step of McCulloch and Pitts: 1 from the threshold on; its derivative is taken as 0 everywhere. */
    STEP("1 where z ≥ 0, else 0", null);

    private final String formula;
    /** The activation of networks; null for the step. */
    private final @Nullable Activation smooth;

    NeuronActivation(String formula, @Nullable Activation smooth) {
        this.formula = formula;
        this.smooth = smooth;
    }

    /**
     * Returns the output of a neuron.
     *
     * @param z the weighted sum less the threshold
     * @return f(z)
     */
    public double of(double z) {
        return smooth == null ? (z >= 0 ? 1 : 0) : smooth.of(z);
    }

    /**
     * Returns the derivative of the output by the sum.
     *
     * @param z the weighted sum less the threshold
     * @return f′(z)
     */
    public double derivative(double z) {
        return smooth == null ? 0 : smooth.derivative(z);
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
