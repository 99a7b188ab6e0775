package kelvin.evaluation;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which estimate has which intervals, from the facts that its estimator states:
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

    private final List<WeightedDecision> decisions;
    private final Support support;
    private final Interval rewards;
    private final @Nullable Interval range;

    /** Creates the rules for rewards between the least and the largest logged, or in the range where it is known. */
    IntervalRules(List<WeightedDecision> decisions, Support support, Interval rewards, @Nullable Interval range) {
        this.decisions = decisions;
        this.support = support;
        this.rewards = rewards;
        this.range = range;
    }

    /** Returns an estimate with its intervals. */
    Estimate estimate(Estimator estimator, double value, Interval percentiles) {
        if (estimator.objection(support) != null) {
            return new Estimate(estimator, value, null, Interval.NONE, 0, null, null);
        }
        Interval bias = bias(estimator);
        double terms = terms(estimator, value);
        Interval bootstrap = terms < MIN_EFFECTIVE_TERMS ? Interval.NONE : percentiles;
        Numbers numbers = numbers(estimator);
        return new Estimate(
                estimator,
                value,
                bias,
                support.learned() ? apart(bootstrap, value, bias) : bootstrap,
                terms,
                numbers == null || !numbers.binary() ? null : byHalves(numbers, IntervalRules::exact),
                numbers == null ? null : byHalves(numbers, IntervalRules::bernstein));
    }

    private Interval bias(Estimator estimator) {
        double low = 0;
        double high = 0;
        for (WeightedDecision decision : decisions) {
            Interval bias = estimator.bias(decision, rewards);
            low += bias.low() / decisions.size();
            high += bias.high() / decisions.size();
        }
        return Interval.between(low, high);
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
    private double terms(Estimator estimator, double value) {
        double[] errors = decisions.stream()
                .mapToDouble(each -> estimator.modelled()
                        ? each.weight() * (each.reward() - each.predicted())
                        : estimator.numerator(each) - value * estimator.denominator(each))
                .map(Math::abs)
                .toArray();
        double largest = DoubleStream.of(errors).max().orElse(0);
        if (!(largest > MAX_RELATIVE_DIFFERENCE * Math.max(rewards.width(), Math.abs(value)))) {
            return 0;
        }
        double squares = 0;
        double fourths = 0;
        for (double error : errors) {
            double square = (error / largest) * (error / largest);
            squares += square;
            fourths += square * square;
        }
        return squares * squares / fourths;
    }

    /**
     * Returns the independent numbers whose mean an estimate is, minus the bounds of their bias; null if it is no such
     * mean.
     */
    private @Nullable Numbers numbers(Estimator estimator) {
        Interval bounds = range == null ? null : estimator.bounds(range, support.largestWeight());
        if (bounds == null || bounds.width() == 0) {
            return null;
        }
        int[] used = IntStream.range(0, decisions.size())
                .filter(i -> estimator.denominator(decisions.get(i)) > 0)
                .toArray();
        double[] low = new double[used.length];
        double[] high = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            WeightedDecision decision = decisions.get(used[i]);
            double denominator = estimator.denominator(decision);
            if (Math.abs(denominator - estimator.denominator(decisions.get(used[0])))
                    > MAX_RELATIVE_DIFFERENCE * denominator) {
                return null;
            }
            Interval bias = estimator.bias(decision, rewards);
            low[i] = estimator.numerator(decision) / denominator - bias.high();
            high[i] = estimator.numerator(decision) / denominator - bias.low();
        }
        int halves = estimator.modelled() || support.learned() ? 2 : 1;
        return used.length == 0 ? null : new Numbers(used, low, high, bounds, halves);
    }

    private @Nullable Interval byHalves(Numbers numbers, Bound bound) {
        Interval mean = Interval.ZERO;
        for (int half = 0; half < numbers.halves; half++) {
            Numbers part = numbers.half(half);
            if (part.used.length > 0) {
                Interval bounds = bound.of(part, ERROR_PROBABILITY / numbers.halves);
                mean = mean.plus(bounds.times((double) part.used.length / numbers.used.length));
            }
        }
        return Double.isFinite(mean.width()) ? mean.within(rewards) : null;
    }

    private static Interval bernstein(Numbers numbers, double delta) {
        return new Interval(
                Bernstein.interval(numbers.low, numbers.bounds.width(), delta).low(),
                Bernstein.interval(numbers.high, numbers.bounds.width(), delta).high());
    }

    private static Interval exact(Numbers numbers, double delta) {
        long highs =
                IntStream.range(0, numbers.low.length).filter(numbers::isHigh).count();
        Interval share = ClopperPearson.interval(highs, numbers.low.length, delta);
        double width = numbers.bounds.width();
        return share.times(width).plus(new Interval(numbers.bounds.low(), numbers.bounds.low()));
    }

    @FunctionalInterface
    private interface Bound {
        Interval of(Numbers numbers, double delta);
    }

    /** Independent numbers within bounds, with the indices of their decisions. */
    private record Numbers(int[] used, double[] low, double[] high, Interval bounds, int halves) {
        Numbers half(int half) {
            if (halves == 1) {
                return this;
            }
            int[] mine = IntStream.range(0, used.length)
                    .filter(i -> (used[i] & 1) == half)
                    .toArray();
            return new Numbers(
                    IntStream.of(mine).map(i -> used[i]).toArray(),
                    IntStream.of(mine).mapToDouble(i -> low[i]).toArray(),
                    IntStream.of(mine).mapToDouble(i -> high[i]).toArray(),
                    bounds,
                    1);
        }

        boolean binary() {
            return IntStream.range(0, low.length).allMatch(i -> low[i] == high[i] && (isHigh(i) || isLow(i)));
        }

        boolean isHigh(int i) {
            return Math.abs(low[i] - bounds.high()) <= MAX_RELATIVE_DIFFERENCE * bounds.width();
        }

        boolean isLow(int i) {
            return Math.abs(low[i] - bounds.low()) <= MAX_RELATIVE_DIFFERENCE * bounds.width();
        }
    }
}
