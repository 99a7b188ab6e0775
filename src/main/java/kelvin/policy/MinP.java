package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Min-p truncation: keeps the actions at least a share as likely as the likeliest, in the same proportions.
 *
 * <pre>
 *   p[i] = policy[i] / Σ policy[j] over the kept   if policy[i] ≥ share · max policy, else 0
 * </pre>
 *
 * <p>Over a softmax with temperature τ these are the actions whose value is at most τ·ln(1/share) below the best: a cut by value,
 * whatever their number, where {@link Top} cuts by number and {@link Nucleus} by mass. A share of 0 keeps every action, one of 1
 * only the likeliest.
 *
 * @implNote Cost: the policy, and three passes over its weights; for {@link Softmax} and {@link SigmoidGate} an exponential per action kept
 *     and a pass over the others.
 * @see <a href="https://arxiv.org/abs/2407.01082">Nguyen and others (2024), Turning up the heat: min-p sampling</a>
 * @param policy the policy to cut
 * @param share the least probability kept, as a share of the largest, in [0, 1]
 */
@Summary("a policy's actions at least share times as likely as its likeliest, in the same proportions")
@Stability(STABLE)
public record MinP(Policy policy, double share) implements DirectPolicy {
    /** More than the rounding of a logarithm: scores below it have weights below the share. */
    private static final double MARGIN = 1e-9;

    public MinP {
        Require.probability("share", share);
    }

    @Override
    public void probabilities(double[] values, double[] out, Workspace work) {
        weights(values, out, work);
        Weights.normalise(out);
    }

    @Override
    public int select(double[] values, UniformRandomProvider random, Workspace work) {
        double[] weights = work.array(0, values.length);
        weights(values, weights, work);
        return Weights.draw(weights, random);
    }

    private void weights(double[] values, double[] out, Workspace work) {
        double best = ValueChecks.best(values, out);
        if (policy instanceof ScoredPolicy scored && share > 0) {
            scored.scores(values, best, out);
            double least = Log.of(share) - MARGIN;
            for (int i = 0; i < out.length; i++) {
                double weight = out[i] < least ? 0 : Exp.of(out[i]);
                out[i] = weight < share ? 0 : weight;
            }
            return;
        }
        work.part(0).weights(policy, values, out);
        double largest = 0;
        for (double weight : out) {
            largest = Math.max(largest, weight);
        }
        Weights.cut(out, share * largest);
    }

    @Override
    public double temperatureAt(double... values) {
        return policy.temperatureAt(values);
    }

    @Override
    public MinP with(String parameter, double value) {
        return switch (ParameterPath.head(parameter)) {
            case "share" -> new MinP(policy, value);
            case "policy." -> new MinP(policy.with(ParameterPath.tail(parameter), value), share);
            default -> throw new InvalidValue("parameter", parameter, "share, or policy. and a number of it");
        };
    }
}
