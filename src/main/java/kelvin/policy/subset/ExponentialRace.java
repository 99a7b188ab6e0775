package kelvin.policy.subset;

import java.util.Arrays;
import kelvin.numeric.Exp;
import kelvin.numeric.Expm1;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;
import kelvin.numeric.Weights;
import kelvin.policy.Softmax;
import kelvin.policy.ValueChecks;

/**
 * The exponential race: action i arrives at an exponential time of rate w[i]; the first m to arrive are a Plackett–Luce draw.
 *
 * <p>What is asked of the first m becomes an integral over time t. It is taken over x = ln t by the trapezoid rule, whose
 * error for such integrands (all of their derivatives vanish at both ends) falls like exp(−π²/h) with the step h. The step is
 * as much finer as the m-th arrival is sharper, by √m.
 */
final class ExponentialRace {
    /** The number of temperatures, or units of time, beyond which the part left out is below 1e-19. */
    private static final double TAIL_CUTOFF = 45;

    private ExponentialRace() {}

    private static double step(int arrivals) {
        return 0.4 / Math.sqrt(arrivals + 3);
    }

    /**
     * Writes P(i arrives among the first m) = ∫ w[i] exp(−w[i] t) P(fewer than m others have arrived by t) dt.
     *
     * <p>Rates are relative to the m-th best action's, and those of actions so much better that they are certain are capped,
     * which bounds the times at which anything is undecided.
     */
    static void inclusion(double[] values, double temperature, int m, double[] out) {
        double[] logRates = logRates(values, temperature, m);
        double fastest = Arrays.stream(logRates).max().orElseThrow();
        double step = step(m);
        Field field = new Field(logRates, m);
        Arrays.fill(out, 0);
        for (double x = Log.of(TAIL_CUTOFF + 15 + Log.of(m)); x > -fastest - TAIL_CUTOFF; x -= step) {
            field.addDensities(x, out);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.min(1, out[i] * step);
        }
    }

    private static double[] logRates(double[] values, double temperature, int m) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double reference = sorted[sorted.length - m];
        double certain = TAIL_CUTOFF + Log.of(values.length);
        double[] logRates = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logRates[i] = Math.min(certain, ValueChecks.logit(values[i], reference, temperature));
        }
        return logRates;
    }

    /** All actions of a race, at one time after the other. */
    private static final class Field {
        private final double[] logRates;
        private final int m;
        private final GateCounts counts;
        private final double[] arrived;
        private final double[] away;
        private final double[] ifAway;
        private final double[] inTime;
        private final double[] upToM;

        Field(double[] logRates, int m) {
            int n = logRates.length;
            this.logRates = logRates;
            this.m = m;
            counts = new GateCounts(n, m);
            arrived = new double[n];
            away = new double[n];
            ifAway = new double[n];
            inTime = new double[n];
            upToM = new double[m + 1];
            Arrays.fill(upToM, 1);
        }

        /** Adds, for each action, the density at ln t = x of arriving with fewer than m before. */
        void addDensities(double x, double[] sums) {
            for (int i = 0; i < arrived.length; i++) {
                double u = Exp.of(logRates[i] + x);
                arrived[i] = -Expm1.of(-u);
                away[i] = Exp.of(-u);
            }
            if (hardlyAnybodyArrived()) {
                Arrays.fill(inTime, 1);
            } else {
                counts.fill(arrived, away).expect(upToM, ifAway, inTime);
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] += away[i] == 0 ? 0 : Exp.of(logRates[i] + x) * away[i] * inTime[i];
            }
        }

        /** Returns whether P(m or more have arrived) &lt; e⁻⁴⁵, by Chernoff's bound. */
        private boolean hardlyAnybodyArrived() {
            double expected = Weights.sum(arrived);
            return expected < m && m * (1 + Log.of(expected / m)) < -TAIL_CUTOFF;
        }
    }

    /**
     * Returns ln P(the subset arrives before all others) = ln ∫ W exp(−W t) Π (1 − exp(−w[i] t)) dt over i in the
     * subset, with W the rate of all others together, to which rates are relative; in logarithms throughout.
     */
    static double logFirst(double[] values, double temperature, boolean[] subset) {
        double[] others = values.clone();
        for (int i = 0; i < subset.length; i++) {
            others[i] = subset[i] ? Double.NEGATIVE_INFINITY : others[i];
        }
        if (ValueChecks.open(others) == 0) {
            return 0;
        }
        double best = ValueChecks.best(others);
        double[] weights = new double[others.length];
        new Softmax(temperature).weights(others, weights);
        double logOthers = Log.of(Weights.sum(weights));
        double[] logRates = new double[values.length];
        int m = 0;
        for (int i = 0; i < subset.length; i++) {
            if (subset[i]) {
                logRates[m++] = ValueChecks.logit(values[i], best, temperature) - logOthers;
            }
        }
        return logIntegral(Arrays.copyOf(logRates, m));
    }

    private static double logIntegral(double[] logRates) {
        double step = step(logRates.length + 1);
        double end = Log.of(2.0 * logRates.length + 800);
        double[] terms = new double[(int) ((end + TAIL_CUTOFF) / step)];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < terms.length; k++) {
            double x = end - k * step;
            terms[k] = x - Exp.of(x);
            for (double logRate : logRates) {
                terms[k] += logArrived(logRate + x);
            }
            largest = Math.max(largest, terms[k]);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        for (int k = 0; k < terms.length; k++) {
            terms[k] = Exp.of(terms[k] - largest);
        }
        return Math.min(0, largest + Log.of(Weights.sum(terms) * step));
    }

    /** Returns ln(1 − exp(−eʸ)) with all its digits. */
    private static double logArrived(double y) {
        double u = Exp.of(y);
        if (y < -TAIL_CUTOFF) {
            return y;
        }
        return u > 0.7 ? Log1p.of(-Exp.of(-u)) : Log.of(-Expm1.of(-u));
    }
}
