package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Exp;
import kelvin.numeric.Expm1;
import kelvin.numeric.InverseTemperature;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;
import kelvin.numeric.NeumaierSum;
import kelvin.numeric.Root;

/**
 * The maximum-entropy policy whose expected value is the mellowmax of the values: a softmax whose temperature follows
 * them.
 *
 * <pre>
 *   mm(q) = ln(1/n Σⱼ exp(ω·q[j])) / ω,   n = number of open actions
 *   p[i] ∝ exp(β·q[i]),   β such that Σ p[i]·q[i] = mm(q)
 * </pre>
 *
 * <table>
 *   <caption>Limits</caption>
 *   <tr><th scope="col">when</th><th scope="col">p becomes</th></tr>
 *   <tr><td>ω → 0</td><td>uniform over the open actions ({@link Uniform}); close to it, β = ω/2</td></tr>
 *   <tr><td>ω → ∞</td><td>uniform over the best actions ({@link Greedy}), but slowly: β grows like ln ω</td></tr>
 *   <tr><td>all values equal</td><td>uniform over the open actions</td></tr>
 * </table>
 *
 * <p>Unlike the expected value of a softmax, the mellowmax is a non-expansion of the values, so value iteration with it
 * converges to one solution. Adding a constant to all values changes nothing; nor does multiplying values and 1/ω alike.
 *
 * @implNote β lies in [0, ω] for any values: the expected value of a softmax with β = ω is never below the mellowmax, its
 *     running mean. It is found to the rounding of the mean, in some four passes with an exponential per action. Of actions worse
 *     than the best by more than 1.8e308/ω the probability, below 4e-309, is taken as 0.
 * @see <a href="https://proceedings.mlr.press/v70/asadi17a.html">Asadi and Littman (2017), An alternative softmax operator
 *     for reinforcement learning</a>
 * @param omega ω, per reward unit; finite and &gt; 0
 */
@Summary("the maximum-entropy policy whose expected value is the mellowmax ln(mean of exp(omega q))/omega")
@Stability(STABLE)
public record Mellowmax(double omega) implements SolvedPolicy {
    private static final double NEGLIGIBLE = 0x1p-60;

    public Mellowmax {
        Require.positive("omega", omega);
    }

    /**
     * Returns the mellowmax of the open values: between their mean (ω → 0) and their maximum (ω → ∞).
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @return ln(mean of exp(ω·q))/ω, which is also the expected value under this policy, in reward units
     * @throws IllegalArgumentException as {@link #probabilities(double[], double[])} does
     */
    public double mellowmax(double... values) {
        double best = ValueChecks.best(values);
        double[] sorted = ValueChecks.sorted(values);
        double[] logits = sorted.clone();
        makeLogits(logits, 0);
        double spread = best - sorted[0];
        if (-logits[0] > NEGLIGIBLE || spread == 0) {
            return best + logMeanExp(logits, 0, new NeumaierSum()) / omega;
        }
        NeumaierSum shares = new NeumaierSum();
        for (double value : sorted) {
            shares.add((best - value) / spread);
        }
        return best - shares.value() / sorted.length * spread;
    }

    @Override
    public double solve(double[] sorted, int first, Workspace work) {
        makeLogits(sorted, first);
        if (sorted[first] == 0) {
            return 1;
        }
        double target = logMeanExp(sorted, first, work.total());
        int open = sorted.length - first;
        double[] gaps = work.array(1, sorted.length);
        for (int i = 0; i < open; i++) {
            gaps[i] = -sorted[sorted.length - 1 - i];
        }
        InverseTemperature inverse = work.object(InverseTemperature.class, InverseTemperature::new);
        double beta = inverse.over(gaps, open).ofMean(-target);
        return Double.isNaN(beta)
                ? Root.find(share -> excess(sorted, first, target, share, work.total()), Double.MIN_VALUE, 1)
                : Math.max(Double.MIN_VALUE, Math.min(1, Math.scalb(beta, -inverse.exponent())));
    }

    /** Returns the excess of the expected logit at β = share·ω over the target, times a positive number. */
    private static double excess(double[] logits, int first, double target, double share, NeumaierSum excess) {
        for (int i = first; i < logits.length; i++) {
            double weight = Exp.of(share * (logits[i] - target));
            excess.add(weight == 0 ? 0 : weight * (logits[i] - target));
        }
        return excess.value();
    }

    @Override
    public double score(double value, double best, double share) {
        return share * logit(value, best);
    }

    @Override
    public Mellowmax with(String parameter, double value) {
        if (!parameter.equals("omega")) {
            throw new InvalidValue("parameter", parameter, "omega");
        }
        return new Mellowmax(value);
    }

    private void makeLogits(double[] sorted, int first) {
        double best = sorted[sorted.length - 1];
        for (int i = first; i < sorted.length; i++) {
            sorted[i] = logit(sorted[i], best);
        }
    }

    /**
     * Returns ω·(value − best); where the difference overflows, the difference of the products does only if it must.
     */
    private double logit(double value, double best) {
        double difference = value - best;
        boolean overflowed = Double.isInfinite(difference) && !Double.isInfinite(value);
        return overflowed ? omega * value - omega * best : omega * difference;
    }

    /**
     * Returns ln of the mean of exp(x) for x ≤ 0, by way of the mean of exp(x) − 1 as long as that keeps more digits.
     */
    private static double logMeanExp(double[] logits, int first, NeumaierSum sum) {
        int open = logits.length - first;
        for (int i = first; i < logits.length; i++) {
            sum.add(Exp.of(logits[i]));
        }
        double mean = sum.value() / open;
        if (mean < 0.5) {
            return Log.of(mean);
        }
        sum.clear();
        for (int i = first; i < logits.length; i++) {
            sum.add(Expm1.of(logits[i]));
        }
        return Log1p.of(sum.value() / open);
    }
}
