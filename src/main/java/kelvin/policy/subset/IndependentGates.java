package kelvin.policy.subset;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Sigmoid;
import kelvin.numeric.Weights;
import kelvin.policy.Softmax;
import kelvin.policy.Tempered;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Independent sigmoid gates: each action's gate opens with the sigmoid of its value, whatever happens to the others.
 *
 * <pre>
 *   P(S) = Π σ(x[i]) over i in S · Π (1 − σ(x[j])) over the open j not in S,   x[i] = (q[i] − θ)/τ
 * </pre>
 *
 * <p>Any number of gates may open, none included. Scaling values, θ and τ together changes nothing. Conditioned on exactly
 * m open gates, whatever θ, it is {@link ExactlyM}; conditioned on one, {@link Softmax}.
 *
 * @implNote The error of an inclusion probability p is at most (4 + 2|x|)·2⁻⁵³·p + 2⁻¹⁰⁷⁴, the last being a unit of the subnormal
 *     numbers.
 *     Cost: one exponential and one uniform number per action.
 * @param threshold θ: a number, {@link MeanThreshold} or {@link ExpectedOpen}
 * @param temperature τ, the width of the gates, in reward units; finite and &gt; 0
 */
@Summary("each action on its own with probability σ((q − threshold)/temperature); any number may be open")
@Stability(STABLE)
public record IndependentGates(Threshold threshold, double temperature) implements SubsetPolicy, Tempered {
    public IndependentGates {
        Require.positive("temperature", temperature);
    }

    /**
     * Creates gates at a fixed threshold.
     *
     * @param threshold θ, in reward units; finite
     * @param temperature τ, the width of the gates, in reward units; finite and &gt; 0
     */
    public IndependentGates(double threshold, double temperature) {
        this(new FixedThreshold(threshold), temperature);
    }

    @Override
    public void inclusion(double[] values, double[] out) {
        threshold.logits(values, temperature, out);
        for (int i = 0; i < out.length; i++) {
            out[i] = Sigmoid.of(out[i]);
        }
    }

    @Override
    public void select(double[] values, UniformRandomProvider random, boolean[] out) {
        SubsetChecks.check(values, out, "out");
        draw(values.length).subset(values, random, out);
    }

    /** Creates a repeated {@link #select} that draws again and again without allocating. */
    SubsetSampler.Draw draw(int actions) {
        double[] logits = new double[actions];
        GateShift shift = new GateShift(actions);
        return (values, random, out) -> {
            if (threshold instanceof ExpectedOpen wanted) {
                shift.logits(wanted, values, temperature, logits);
            } else {
                threshold.logits(values, temperature, logits);
            }
            for (int i = 0; i < out.length; i++) {
                out[i] = random.nextDouble() < Sigmoid.of(logits[i]);
            }
        };
    }

    @Override
    public double logProbability(double[] values, boolean[] subset) {
        SubsetChecks.check(values, subset, "subset");
        double[] logits = new double[values.length];
        threshold.logits(values, temperature, logits);
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Sigmoid.log(subset[i] ? logits[i] : -logits[i]);
        }
        double sum = Weights.sum(logits);
        boolean beyondDoubles = Double.isNaN(sum);
        return beyondDoubles ? Double.NEGATIVE_INFINITY : sum;
    }
}
