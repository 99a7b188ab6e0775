package kelvin.evaluation.sequential;

import kelvin.contract.Require;
import kelvin.evaluation.Interval;
import kelvin.numeric.NeumaierSum;

/** Confidence sequence for the mean expectation of numbers of which each is predicted from the past; what the others are made of. */
final class PredictedSum {
    private final double scale;
    private final double alpha;
    private final NeumaierSum numbers = new NeumaierSum();
    private final NeumaierSum squares = new NeumaierSum();
    private long count;

    /**
     * Creates an empty sum.
     *
     * @param scale how far a number can be from its prediction
     * @param error the probability of the sequence to exclude, at any time, what it is for; in (0, 1)
     */
    PredictedSum(double scale, double error) {
        Require.that(error > 0 && error < 1, "error", error, "in (0, 1)");
        this.scale = scale;
        this.alpha = error / 2;
    }

    void add(double prediction, double difference) {
        double unit = difference / scale;
        numbers.add(prediction);
        numbers.add(difference);
        squares.add(unit * unit);
        count++;
    }

    double mean() {
        return numbers.value() / count;
    }

    Interval interval() {
        double margin =
                count == 0 ? Double.POSITIVE_INFINITY : scale * MixtureBoundary.of(squares.value(), alpha) / count;
        return count == 0
                ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Interval(mean() - margin, mean() + margin);
    }

    /** Returns true if a number is in the interval; without a search for its ends. */
    boolean contains(double expected) {
        double sum = Math.abs(numbers.value() - count * expected) / scale;
        return !Double.isNaN(sum) && !MixtureBoundary.crossed(sum, squares.value(), alpha);
    }
}
