package kelvin.policy;

/**
 * Scored policies with derivatives. With p ∝ exp(score), everything follows from how fast the score moves:
 *
 * <pre>
 *   ∂ ln p[a]/∂q[i] = ([i = a] − p[i])·slope[i]/τ
 * </pre>
 */
interface Sloped extends ScoredPolicy, DifferentiablePolicy {
    double temperature();

    /** The derivative of ln weight by logit, in [0, 1]. */
    double slope(double value);

    /** How much more ln weight falls with ln τ at one value than at another; both finite. */
    double heatShift(double value, double other);

    @Override
    default void logGradient(double[] values, int action, double[] out) {
        double best = Values.best(values, out);
        requireOpen(values, action);
        double sum = 1 + rest(values, best);
        double slopeOfAction = slope(values[action]);
        Total others = new Total();
        for (int i = 0; i < values.length; i++) {
            double share = share(score(values[i], best), sum, 1);
            others.add(i == action ? 0 : share);
            out[i] = -share * slope(values[i]);
        }
        out[action] = others.value() * slopeOfAction;
    }

    @Override
    default double logGradientByTemperature(double[] values, int action) {
        double best = Values.best(values);
        requireOpen(values, action);
        double sum = 1 + rest(values, best);
        Total total = new Total();
        for (double value : values) {
            double score = score(value, best);
            if (score > Double.NEGATIVE_INFINITY) {
                total.add(share(score, sum, heatShift(value, values[action])));
            }
        }
        return total.value();
    }

    @Override
    default void jacobian(double[] values, double[][] out) {
        Values.best(values);
        if (out.length != values.length) {
            throw new IllegalArgumentException(
                    "out.length = " + out.length + ", must be values.length = " + values.length);
        }
        double[] p = probabilities(values);
        double[] shares = shares(values);
        for (int a = 0; a < p.length; a++) {
            Total others = new Total();
            for (int i = 0; i < p.length; i++) {
                double product = p[i] < p[a] ? shares[i] * p[a] : shares[a] * p[i];
                others.add(i == a ? 0 : product);
                out[a][i] = -product * slope(values[i]);
            }
            out[a][a] = others.value() * slope(values[a]);
        }
    }

    /** p/τ of each action. */
    private double[] shares(double[] values) {
        double best = Values.best(values);
        double sum = 1 + rest(values, best);
        double[] shares = new double[values.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(score(values[i], best), sum, 1);
        }
        return shares;
    }

    /**
     * p·factor/τ. A probability too small for a double may still count once divided by a small τ: half of the exponential is
     * then held back until after the division.
     */
    private double share(double score, double sum, double factor) {
        double weight = Exp.of(score);
        if (weight >= 0x1p-960) {
            return weight / sum * factor / temperature();
        }
        double half = Exp.of(score / 2);
        return half == 0 ? 0 : half / temperature() * half / sum * factor;
    }

    private static void requireOpen(double[] values, int action) {
        if (values[action] == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("values[" + action
                    + "] = -Infinity: a closed action has probability 0, whose logarithm has no derivative");
        }
    }
}
