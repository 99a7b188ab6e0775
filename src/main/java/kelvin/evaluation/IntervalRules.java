package kelvin.evaluation;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which intervals an estimate has, from the facts that its estimator states and one pass over the weighted log:
 *
 * <ul>
 *   <li>none where the bias has no known bound;
 *   <li>the percentiles of the bootstrap where enough decisions make up the spread of the estimate;
 *   <li>empirical Bernstein where the estimate is a mean of independent numbers within known bounds;
 *   <li>Clopper–Pearson where, moreover, each number is one of the bounds.
 * </ul>
 *
 * <p>A reward model or target learned from one half of the log decides the numbers of the other half. Given the first, the numbers
 * of the second are independent, so bounds for independent numbers are taken for each half, with half the probability of error, and
 * averaged; a bound of each is a bound of the mean. By the same token the errors of the halves need not be independent where the
 * target is learned. Whatever goes on between them, the variance of their mean is at most twice that of independent halves, so the
 * percentiles are moved away from the estimate by √2.
 */
final class IntervalRules {
    private static final double ERROR_PROBABILITY = 0.05;
    private static final double MIN_EFFECTIVE_TERMS = 10;
    private static final double MAX_RELATIVE_DIFFERENCE = 1e-12;

    private final Estimator estimator;
    private final EstimateSums sums;
    private final Support support;
    private final Interval rewards;
    private final @Nullable Interval bounds;
    private final Numbers[] numbers;
    private double largest;
    /** Returns the sums of squared and of fourth powers of errors, scaled by a power of two so that none overflows. */
    private double squares;

    private double fourths;
    private int exponent;
    private double denominator;
    private boolean mean = true;

    /**
     * Begins with no decision.
     *
     * @param sums of all decisions
     * @param support of all decisions
     * @param rewards the least and the largest reward logged, or the range where it is known
     * @param range the range of rewards; null if not known
     */
    IntervalRules(EstimateSums sums, Support support, Interval rewards, @Nullable Interval range) {
        this.sums = sums;
        this.support = support;
        this.rewards = rewards;
        estimator = sums.estimator();
        Interval all = range == null ? null : estimator.bounds(range, support.largestWeight());
        bounds = all == null || all.width() == 0 ? null : all;
        numbers = estimator.modelled() || support.learned()
                ? new Numbers[] {new Numbers(), new Numbers()}
                : new Numbers[] {new Numbers()};
    }

    /** Adds a decision. */
    void add(WeightedLog.Row row) {
        WeightedDecision decision = row.of(estimator);
        addError(
                estimator.modelled()
                        ? decision.weight() * (decision.reward() - decision.predicted())
                        : estimator.numerator(decision) - sums.value() * estimator.denominator(decision));
        double below = estimator.denominator(decision);
        if (bounds != null && below > 0) {
            denominator = denominator == 0 ? below : denominator;
            mean &= Math.abs(below - denominator) <= MAX_RELATIVE_DIFFERENCE * below;
            double number = estimator.numerator(decision) / below;
            Interval bias = estimator.bias(decision, rewards);
            numbers[row.index() % numbers.length].add(number - bias.high(), number - bias.low(), bounds);
        }
    }

    private void addError(double error) {
        largest = Math.max(largest, Math.abs(error));
        int shift = exponent - Math.getExponent(largest);
        if (shift != 0) {
            squares = Math.scalb(squares, 2 * shift);
            fourths = Math.scalb(fourths, 4 * shift);
            exponent -= shift;
        }
        double scaled = Math.scalb(error, -exponent);
        squares += scaled * scaled;
        fourths += scaled * scaled * scaled * scaled;
    }

    /** Returns the estimate with its intervals, once all decisions have been added. */
    Estimate estimate(Interval percentiles) {
        double value = sums.value();
        if (estimator.objection(support) != null) {
            return new Estimate(estimator, value, null, Interval.NONE, 0, null, null);
        }
        Interval bias = sums.bias();
        double terms = terms();
        Interval bootstrap = terms < MIN_EFFECTIVE_TERMS ? Interval.NONE : percentiles;
        boolean independent = bounds != null && mean && used() > 0;
        boolean binary = independent && Stream.of(numbers).allMatch(each -> each.binary);
        return new Estimate(
                estimator,
                value,
                bias,
                support.learned() ? apart(bootstrap, value, bias) : bootstrap,
                terms,
                binary ? byHalves(Numbers::exact) : null,
                independent ? byHalves(Numbers::bernstein) : null);
    }

    private static Interval apart(Interval percentiles, double value, Interval bias) {
        double low = value - bias.high();
        double high = value - bias.low();
        return new Interval(
                low - Math.sqrt(2) * (low - percentiles.low()), high + Math.sqrt(2) * (percentiles.high() - high));
    }

    /**
     * Returns the effective number of terms, (Σ d²)²/Σ d⁴ of the terms d of the error. Of few the percentiles are those
     * of the few, and of none they are a point.
     */
    private double terms() {
        boolean spread = largest > MAX_RELATIVE_DIFFERENCE * Math.max(rewards.width(), Math.abs(sums.value()));
        return spread ? squares * squares / fourths : 0;
    }

    private long used() {
        return Stream.of(numbers).mapToLong(each -> each.low.count()).sum();
    }

    private @Nullable Interval byHalves(Bound bound) {
        Interval all = Interval.ZERO;
        for (Numbers half : numbers) {
            if (bounds != null && half.low.count() > 0) {
                Interval one = bound.of(half, bounds, ERROR_PROBABILITY / numbers.length);
                all = all.plus(one.times((double) half.low.count() / used()));
            }
        }
        return Double.isFinite(all.width()) ? all.within(rewards) : null;
    }

    @FunctionalInterface
    private interface Bound {
        Interval of(Numbers numbers, Interval bounds, double delta);
    }

    /**
     * Independent numbers within bounds, whose mean the estimate is, minus the bounds of their bias; of all decisions that count or those of
     * one half.
     */
    private static final class Numbers {
        private final Bernstein low = new Bernstein();
        private final Bernstein high = new Bernstein();
        private long highs;
        private boolean binary = true;

        void add(double least, double most, Interval bounds) {
            low.add(least);
            high.add(most);
            double tolerance = MAX_RELATIVE_DIFFERENCE * bounds.width();
            boolean isHigh = Math.abs(least - bounds.high()) <= tolerance;
            highs += isHigh ? 1 : 0;
            binary &= least == most && (isHigh || Math.abs(least - bounds.low()) <= tolerance);
        }

        Interval bernstein(Interval bounds, double delta) {
            return new Interval(
                    low.interval(bounds.width(), delta).low(),
                    high.interval(bounds.width(), delta).high());
        }

        Interval exact(Interval bounds, double delta) {
            Interval share = ClopperPearson.interval(highs, low.count(), delta);
            return share.times(bounds.width()).plus(new Interval(bounds.low(), bounds.low()));
        }
    }
}
