package kelvin.policy.temperature;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.List;
import kelvin.contract.Stability;
import kelvin.numeric.Divergence;
import kelvin.numeric.Exp;
import kelvin.numeric.Expm1;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;
import kelvin.numeric.NeumaierSum;
import kelvin.numeric.Weights;

/**
 * Softmax over {@link ValueGaps} at the temperature mantissa·2^exponent, which moves; each of its measures takes one
 * pass.
 */
@Stability(STABLE)
public final class TemperedSoftmax {
    private static final int MAX_EXPONENT = 1000;

    private final ValueGaps all;
    private final NeumaierSum total = new NeumaierSum();
    private final NeumaierSum depths = new NeumaierSum();
    double mantissa = 1;
    int exponent;

    /** 2^−exponent where that is an ordinary number, else 0. */
    private double power = 1;

    TemperedSoftmax(ValueGaps all) {
        this.all = all;
    }

    /** Moves to another temperature. */
    TemperedSoftmax at(double mantissa, int exponent) {
        this.mantissa = mantissa;
        this.exponent = exponent;
        power = Math.abs(exponent) <= MAX_EXPONENT ? Math.scalb(1.0, -exponent) : 0;
        return this;
    }

    int ties() {
        return all.ties;
    }

    /** Returns the size of the unit of gaps. */
    double unit() {
        return Math.scalb(1.0, all.unit);
    }

    /** Returns gap/temperature, in one rounding. */
    double depth(double gap) {
        return (power > 0 ? gap * power : Math.scalb(gap, -exponent)) / mantissa;
    }

    /** Returns the temperature as the nearest double: 0 or +∞ where it is beyond all of them. */
    double temperature() {
        return Math.scalb(mantissa, exponent + all.unit);
    }

    /** Returns the weights of all but the best actions, whose own weights are 1. */
    double others() {
        total.clear();
        for (int i = 0; i < all.open; i++) {
            double gap = all.sorted[i];
            total.add(gap == 0 ? 0 : Exp.of(-depth(gap)));
        }
        return total.value();
    }

    /**
     * Returns the probability that a best action is chosen.
     *
     * @return ties/Σ exp(−gap/τ), in (0, 1], for so many tied best actions
     */
    public double bestProbability() {
        return all.ties / (all.ties + others());
    }

    /** Returns the entropy ln S + Σ depth·weight/S: only positive terms, so that an entropy near 0 keeps its digits. */
    public double entropy() {
        NeumaierSum others = total.clear();
        depths.clear();
        for (int i = 0; i < all.open; i++) {
            double gap = all.sorted[i];
            double depth = depth(gap);
            double weight = Exp.of(-depth);
            if (gap > 0 && weight > 0) {
                others.add(weight);
                depths.add(depth * weight);
            }
        }
        double rest = others.value();
        return Log.of(all.ties) + Log1p.of(rest / all.ties) + depths.value() / (all.ties + rest);
    }

    /**
     * Returns the mean gap in temperatures; a weight too small for a double may still count once multiplied by a large
     * gap.
     */
    double meanDepth() {
        double sum = all.ties + others();
        total.clear();
        for (int i = 0; i < all.open; i++) {
            double gap = all.sorted[i];
            double depth = depth(gap);
            double half = Exp.of(-depth / 2);
            total.add(half == 0 ? 0 : half * depth * half / sum);
        }
        return total.value();
    }

    /** Returns the mean gap in temperatures under a given distribution, in the order of the values. */
    double meanDepth(List<Double> probabilities) {
        total.clear();
        for (int i = 0; i < probabilities.size(); i++) {
            double p = probabilities.get(i);
            total.add(p == 0 ? 0 : p * depth(all.gaps[i]));
        }
        return total.value();
    }

    /**
     * Returns the expected loss: the mean gap between the best value and that of the action chosen.
     *
     * @return Σ p·(best − value), at least 0, in reward units
     */
    public double loss() {
        return Math.scalb(meanDepth() * mantissa, exponent + all.unit);
    }

    /**
     * Returns the divergence from the uniform distribution, ln n − H, to relative accuracy however small.
     *
     * <p>With c = 1 − weight, a probability exceeds 1/n by the factor 1 + (mean c − c)·n/S, which stays exact near 1.
     */
    public double divergence() {
        NeumaierSum lacks = total.clear();
        for (int i = 0; i < all.open; i++) {
            double gap = all.sorted[i];
            lacks.add(lack(depth(gap)));
        }
        double n = all.open;
        double mean = lacks.value() / n;
        double sum = all.ties + others();
        double logRatio = Log.of(sum / n);
        total.clear();
        for (int i = 0; i < all.open; i++) {
            double gap = all.sorted[i];
            double depth = depth(gap);
            double weight = Exp.of(-depth);
            double lack = depth < 0.5 ? lack(depth) : 1 - weight;
            double p = weight / sum;
            double excess = (mean - lack) * (n / sum);
            double d = Math.abs(excess) < 0.5 ? -Log1p.of(excess) : depth + logRatio;
            total.add(p == 0 ? 1 / n : Divergence.term(p, 1 / n, d));
        }
        return total.value();
    }

    /** Returns 1 − weight; a small result keeps its digits. */
    private static double lack(double depth) {
        return depth < 0.5 ? -Expm1.of(-depth) : 1 - Exp.of(-depth);
    }

    /** Returns KL(reference‖this), in the order of the values; ∞ if the reference takes what is never taken here. */
    double divergenceOf(List<Double> reference) {
        double others = others();
        double sum = all.ties + others;
        double logSum = Log.of(all.ties) + Log1p.of(others / all.ties);
        total.clear();
        for (int i = 0; i < reference.size(); i++) {
            double p = reference.get(i);
            double depth = depth(all.gaps[i]);
            double q = Exp.of(-depth) / sum;
            total.add(Divergence.term(p, Log.of(p), q, -depth - logSum));
        }
        return total.value();
    }

    void probabilities(double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = -depth(all.gaps[i]);
        }
        Exp.all(out);
        Weights.normalise(out);
    }

    void logProbabilities(double[] out) {
        double rest = Log.of(all.ties) + Log1p.of(others() / all.ties);
        for (int i = 0; i < out.length; i++) {
            out[i] = -depth(all.gaps[i]) - rest;
        }
    }
}
