package kelvin.policy.gap;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log;
import kelvin.policy.ValueChecks;
import kelvin.policy.Workspace;

/**
 * Normalised inverse gap weighting: one formula for all actions, the best included, which makes it the maximiser of expected value
 * with a log-barrier.
 *
 * <pre>
 *   p[i] = 1/(λ + 2γ·(max q − q[i])),   λ such that Σ p[i] = 1
 * </pre>
 *
 * <table>
 *   <caption>Limits</caption>
 *   <tr><th scope="col">when</th><th scope="col">p becomes</th></tr>
 *   <tr><td>γ = 0</td><td>uniform over the open actions ({@link kelvin.policy.Uniform})</td></tr>
 *   <tr><td>γ → ∞</td><td>uniform over the best actions ({@link kelvin.policy.Greedy})</td></tr>
 * </table>
 *
 * <p>It maximises Σ p[i]·q[i] + Σ ln p[i]/(2γ). λ lies between the number of best actions and the number of open ones. Unlike {@link
 * InverseGap} it does not jump where the best action changes. Adding a constant to all values changes nothing; nor does multiplying
 * values and 1/γ alike. Closed actions (−∞) do not count.
 *
 * @implNote λ is solved for to the rounding of the sum, by Newton's method; the result does not depend on what was solved before.
 *     Where γ·gap is beyond the doubles, the probability, below 2.8e-309, is taken as 0 and its
 *     logarithm is not. Cost: some five passes with a division per action.
 * @see <a href="https://arxiv.org/abs/2312.16730">Foster and Rakhlin (2023), Foundations of reinforcement learning and interactive
 *     decision making</a>
 * @see <a href="https://arxiv.org/abs/2107.05745">Foster, Gentile, Mohri and Zimmert (2020), Adapting to misspecification in
 *     contextual bandits</a>
 * @param sharpness γ, per reward unit; finite and ≥ 0
 */
@Summary("p = 1/(lambda + 2*sharpness*gap), lambda such that all sum to 1: inverse gaps with a log-barrier")
@Stability(STABLE)
public record NormalisedInverseGap(double sharpness) implements GapWeighted {
    private static final double LN_2 = Log.of(2);

    public NormalisedInverseGap {
        Require.notNegative("sharpness", sharpness);
    }

    @Override
    public void probabilities(double[] values, double[] out, Workspace work) {
        double best = ValueChecks.best(values, out);
        GapNormaliser normaliser =
                work.object(GapNormaliser.class, GapNormaliser::new).clear(values.length);
        for (double value : values) {
            if (value != Double.NEGATIVE_INFINITY) {
                normaliser.add(excess(value, best));
            }
        }
        double half = normaliser.solve();
        for (int i = 0; i < values.length; i++) {
            out[i] = values[i] == Double.NEGATIVE_INFINITY ? 0 : 0.5 / (half + excess(values[i], best));
        }
    }

    @Override
    public double logExcess(double value, double best) {
        return GapWeighted.super.logExcess(value, best) + LN_2;
    }

    @Override
    public NormalisedInverseGap with(String parameter, double value) {
        if (!parameter.equals("sharpness")) {
            throw new InvalidValue("parameter", parameter, "sharpness");
        }
        return new NormalisedInverseGap(value);
    }
}
