package kelvin.evaluation;

import kelvin.numeric.NeumaierSum;

/** The sums of an estimator over a log: those of its estimate, and those of the bounds of its bias. */
final class EstimateSums {
    private final Estimator estimator;
    private final Interval rewards;
    private final NeumaierSum numerator = new NeumaierSum();
    private final NeumaierSum denominator = new NeumaierSum();
    private final NeumaierSum offset = new NeumaierSum();
    private double low;
    private double high;
    private int decisions;
    private boolean mean = true;

    EstimateSums(Estimator estimator, Interval rewards) {
        this.estimator = estimator;
        this.rewards = rewards;
    }

    void add(WeightedLog.Row row) {
        WeightedDecision decision = row.of(estimator);
        double below = estimator.denominator(decision);
        numerator.add(estimator.numerator(decision));
        denominator.add(below);
        offset.add(estimator.offset(decision));
        Interval bias = estimator.bias(decision, rewards);
        low += bias.low();
        high += bias.high();
        mean &= below == 1;
        decisions++;
    }

    Estimator estimator() {
        return estimator;
    }

    /** Returns the estimate; {@code NaN} where the log has nothing to say. */
    double value() {
        return numerator.value() / denominator.value() + offset.value() / decisions;
    }

    /** Returns the mean bounds of the bias. */
    Interval bias() {
        return Interval.between(low / decisions, high / decisions);
    }

    /** Returns true if all denominators are 1. */
    boolean isMean() {
        return mean;
    }
}
