package kelvin.evaluation;

import kelvin.contract.InvalidValue;
import kelvin.evaluation.bootstrap.Chunk;
import kelvin.evaluation.bootstrap.Terms;

/** The terms of one estimator at the decisions of a chunk, with their derivatives by the predictions. */
final class TermColumns {
    private static final double TOLERANCE = 1e-6;

    private final EstimateSums sums;
    private final Estimator estimator;
    private final Interval rewards;
    private final double unit;
    private final boolean refitted;
    private final double[] denominators = new double[Chunk.SIZE];
    private final Terms numerators = new Terms(Chunk.SIZE);
    private final Terms offsets = new Terms(Chunk.SIZE);
    private final Terms lows = new Terms(Chunk.SIZE);
    private final Terms highs = new Terms(Chunk.SIZE);

    /**
     * Begins with no term.
     *
     * @param sums those of the estimator over the whole log
     * @param rewards the range of rewards
     * @param refitted whether predictions differ between resamples
     */
    TermColumns(EstimateSums sums, Interval rewards, boolean refitted) {
        this.sums = sums;
        estimator = sums.estimator();
        this.rewards = rewards;
        this.refitted = refitted && estimator.modelled();
        double most = Math.max(Math.abs(rewards.low()), Math.abs(rewards.high()));
        unit = most == 0 ? 1 : Math.scalb(1.0, Math.getExponent(most));
    }

    /** A term of a decision. */
    @FunctionalInterface
    private interface Formula {
        double of(WeightedDecision decision);
    }

    /** Returns the columns, once the sums over the whole log are complete. */
    Terms.OfEstimator columns() {
        int model = estimator.fittedForVariance() ? 1 : 0;
        return new Terms.OfEstimator(sums.isMean(), model, numerators, denominators, offsets, lows, highs);
    }

    /** Sets the terms of a decision. */
    void set(int place, WeightedLog.Row row) {
        WeightedDecision decision = row.of(estimator);
        denominators[place] = estimator.denominator(decision);
        set(numerators, place, decision, "numerator", estimator::numerator);
        set(offsets, place, decision, "offset", estimator::offset);
        set(lows, place, decision, "bias", each -> estimator.bias(each, rewards).low());
        set(
                highs,
                place,
                decision,
                "bias",
                each -> estimator.bias(each, rewards).high());
    }

    private void set(Terms terms, int place, WeightedDecision decision, String name, Formula formula) {
        double value = formula.of(decision);
        terms.value()[place] = value;
        if (refitted) {
            double q = decision.predicted();
            double e = decision.expected();
            double byPredicted = (formula.of(decision.refitted(q + unit, e)) - value) / (q + unit - q);
            double byExpected = (formula.of(decision.refitted(q, e + unit)) - value) / (e + unit - e);
            double back = formula.of(decision.refitted(q - unit, e - unit));
            double error = Math.abs(value - unit * (byPredicted + byExpected) - back);
            if (error > TOLERANCE * (Math.abs(value) + Math.abs(back) + unit)) {
                throw new InvalidValue(
                        name + " of " + estimator.label(),
                        "off a straight line by " + error,
                        "an affine function of the predictions");
            }
            terms.byPredicted()[place] = byPredicted;
            terms.byExpected()[place] = byExpected;
        }
    }
}
