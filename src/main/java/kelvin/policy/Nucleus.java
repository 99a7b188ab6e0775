package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Selection;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Nucleus (top-p) sampling: a policy cut to the smallest set of likeliest actions that holds a given mass, in the same
 * proportions.
 *
 * <pre>
 *   p[i] = policy[i] / Σ policy[j] over the set  if i is in it, else 0
 * </pre>
 *
 * <p>Actions as likely as the last of the set belong to it as well, so that equal values remain equally likely. A set whose
 * mass falls short by rounding alone, n·2⁻⁵² for n actions of any probability, is large enough; a mass of 1 keeps every action that
 * has any probability.
 *
 * @implNote Cost: the policy, and a few passes over its probabilities, whatever the mass.
 * @see <a href="https://openreview.net/forum?id=rygGQyrFvH">Holtzman, Buys, Du, Forbes and Choi (2020), The curious case of
 *     neural text degeneration, section 3.1</a>
 * @param policy the policy to cut
 * @param mass the least probability that the set must have under the policy, in (0, 1]
 */
@Summary("a policy's smallest set of likeliest actions whose probability is at least mass, in the same proportions")
@Stability(STABLE)
public record Nucleus(Policy policy, double mass) implements DirectPolicy {
    public Nucleus {
        Require.that(mass > 0 && mass <= 1, "mass", mass, "in (0, 1]");
    }

    @Override
    public void probabilities(double[] values, double[] out, Workspace work) {
        Selection selection = work.object(Selection.class, Selection::new);
        Weights.cut(out, threshold(values, out, work, selection));
        Weights.normalise(out);
    }

    @Override
    public int select(double[] values, UniformRandomProvider random, Workspace work) {
        Selection selection = work.object(Selection.class, Selection::new);
        double[] weights = work.array(0, values.length);
        double least = threshold(values, weights, work, selection);
        return least == 0 ? Weights.draw(weights, random) : Weights.drawFrom(weights, least, selection.held(), random);
    }

    /** Writes the weights of the policy; returns the least that is kept, 0 where all are. */
    private double threshold(double[] values, double[] out, Workspace work, Selection selection) {
        work.part(0).weights(policy, values, out);
        return mass == 1 ? 0 : selection.holding(out, mass);
    }

    @Override
    public double temperatureAt(double... values) {
        return policy.temperatureAt(values);
    }

    @Override
    public Nucleus with(String parameter, double value) {
        return switch (ParameterPath.head(parameter)) {
            case "mass" -> new Nucleus(policy, value);
            case "policy." -> new Nucleus(policy.with(ParameterPath.tail(parameter), value), mass);
            default -> throw new InvalidValue("parameter", parameter, "mass, or policy. and a number of it");
        };
    }
}
