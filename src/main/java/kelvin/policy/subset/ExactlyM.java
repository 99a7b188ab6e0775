package kelvin.policy.subset;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;
import kelvin.numeric.Sigmoid;
import kelvin.policy.Softmax;
import kelvin.policy.Tempered;
import kelvin.policy.ValueChecks;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Independent sigmoid gates on condition that exactly m of them are open: the conditional Bernoulli design.
 *
 * <pre>
 *   P(S) = exp(Σ q[i]/τ over i in S) / Σ of the same over all sets of m open actions,   |S| = m
 * </pre>
 *
 * <p>With m = 1 it <em>is</em> {@link Softmax}: one right answer is the case of exactly one gate. Any threshold of the gates
 * gives the same law, so it has none. Of all laws on sets of m actions with the same inclusion probabilities it has the
 * largest entropy. Adding a constant to all values changes nothing; scaling values and τ together changes nothing.
 *
 * <table>
 *   <caption>Limits</caption>
 *   <tr><th scope="col">when</th><th scope="col">S becomes</th></tr>
 *   <tr><td>τ → 0</td><td>the m best, ties at the edge shared</td></tr>
 *   <tr><td>τ → ∞</td><td>any m open actions, all sets alike</td></tr>
 * </table>
 *
 * @implNote The gates are first moved to where m are open on average ({@link ExpectedOpen}), so that no finite values and no τ
 *     overflow; then probabilities are added and multiplied but never subtracted. Cost: about n·m steps, memory n·log n.
 * @see <a href="https://doi.org/10.1093/biomet/81.3.457">Chen, Dempster and Liu (1994), Weighted finite population sampling to
 *     maximize entropy</a>
 * @param m the size of the set, &ge; 1, and at most the number of open actions of the values it meets
 * @param temperature τ, in reward units; finite and &gt; 0
 */
@Summary("exactly m actions with P(S) ∝ exp(Σ q/temperature): independent gates given that m are open")
@Stability(STABLE)
public record ExactlyM(int m, double temperature) implements SubsetPolicy, Tempered {
    public ExactlyM {
        Require.atLeast("m", 1, m);
        Require.positive("temperature", temperature);
    }

    @Override
    public SlateSizes sizes(int actions) {
        return new SlateSizes(m, m);
    }

    @Override
    public void inclusion(double[] values, double[] out) {
        ValueChecks.best(values, out);
        Gates gates = gates(values);
        double[] exactly = new double[m + 1];
        exactly[m] = 1;
        double[] ifShut = new double[values.length];
        double[] ifOpen = new double[values.length];
        gates.counts(m).expect(exactly, ifShut, ifOpen);
        for (int i = 0; i < out.length; i++) {
            double in = gates.open[i] * ifOpen[i];
            out[i] = in / (in + gates.shut[i] * ifShut[i]);
        }
    }

    @Override
    public void select(double[] values, UniformRandomProvider random, boolean[] out) {
        SubsetChecks.check(values, out, "out");
        draw(values.length).subset(values, random, out);
    }

    /** Creates a repeated {@link #select} that draws again and again without allocating. */
    SubsetSampler.Draw draw(int actions) {
        Gates gates = new Gates(actions);
        GateCounts counts = new GateCounts(actions, m);
        GateShift shift = new GateShift(actions);
        ExpectedOpen wanted = new ExpectedOpen(m);
        return (values, random, out) -> {
            SubsetChecks.enough("m", m, values);
            shift.logits(wanted, values, temperature, gates.logits);
            gates.move();
            counts.fill(gates.open, gates.shut).draw(m, random, out);
        };
    }

    @Override
    public double logProbability(double[] values, boolean[] subset) {
        SubsetChecks.check(values, subset, "subset");
        Gates gates = gates(values);
        return SubsetChecks.possible(values, subset, m) ? gates.logProbability(subset, m) : Double.NEGATIVE_INFINITY;
    }

    private Gates gates(double[] values) {
        SubsetChecks.enough("m", m, values);
        Gates gates = new Gates(values.length);
        new ExpectedOpen(m).logits(values, temperature, gates.logits);
        gates.move();
        return gates;
    }

    /** The gates where m are open on average. */
    private static final class Gates {
        final double[] logits;
        final double[] open;
        final double[] shut;

        Gates(int actions) {
            logits = new double[actions];
            open = new double[actions];
            shut = new double[actions];
        }

        /** Sets each gate's opening probability from its logit. */
        void move() {
            for (int i = 0; i < logits.length; i++) {
                open[i] = Sigmoid.of(logits[i]);
                shut[i] = Sigmoid.of(-logits[i]);
            }
        }

        GateCounts counts(int most) {
            return new GateCounts(logits.length, most).fill(open, shut);
        }

        /**
         * Returns ln of P(this set)/(P(this set) + P(any other set of m)); the others are counted apart to keep digits
         * near 0.
         */
        double logProbability(boolean[] subset, int m) {
            double same = 1;
            double logSame = 0;
            int openSame = 0;
            double[] other = new double[m + 1];
            for (int i = 0; i < subset.length; i++) {
                step(other, open[i], shut[i]);
                int openOther = subset[i] ? openSame : openSame + 1;
                if (openOther <= m) {
                    other[openOther] += same * (subset[i] ? shut[i] : open[i]);
                }
                same *= subset[i] ? open[i] : shut[i];
                logSame += Sigmoid.log(subset[i] ? logits[i] : -logits[i]);
                openSame += subset[i] ? 1 : 0;
            }
            return same > other[m] ? -Log1p.of(other[m] / same) : Math.min(0, logSame - Log.of(other[m] + same));
        }

        private static void step(double[] counts, double open, double shut) {
            for (int k = counts.length - 1; k > 0; k--) {
                counts[k] = counts[k] * shut + counts[k - 1] * open;
            }
            counts[0] *= shut;
        }
    }
}
