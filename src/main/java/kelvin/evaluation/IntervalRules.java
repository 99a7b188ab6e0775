package kelvin.evaluation;

import java.util.BitSet;
import java.util.List;
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
        double largest = 0;
        for (WeightedDecision decision : decisions) {
            largest = Math.max(largest, Math.abs(error(estimator, decision, value)));
        }
        if (!(largest > MAX_RELATIVE_DIFFERENCE * Math.max(rewards.width(), Math.abs(value)))) {
            return 0;
        }
        double squares = 0;
        double fourths = 0;
        for (WeightedDecision decision : decisions) {
            double error = error(estimator, decision, value) / largest;
            double square = error * error;
            squares += square;
            fourths += square * square;
        }
        return squares * squares / fourths;
    }

    private static double error(Estimator estimator, WeightedDecision decision, double value) {
        return estimator.modelled()
                ? decision.weight() * (decision.reward() - decision.predicted())
                : estimator.numerator(decision) - value * estimator.denominator(decision);
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
        BitSet used = new BitSet(decisions.size());
        double first = 0;
        for (int i = 0; i < decisions.size(); i++) {
            double denominator = estimator.denominator(decisions.get(i));
            first = used.isEmpty() ? denominator : first;
            if (denominator > 0) {
                used.set(i);
                if (Math.abs(denominator - first) > MAX_RELATIVE_DIFFERENCE * denominator) {
                    return null;
                }
            }
        }
        int halves = estimator.modelled() || support.learned() ? 2 : 1;
        return used.isEmpty() ? null : new Numbers(estimator, used, bounds, halves);
    }

    private @Nullable Interval byHalves(Numbers numbers, Bound bound) {
        Interval mean = Interval.ZERO;
        for (int half = 0; half < numbers.halves; half++) {
            Numbers part = numbers.half(half);
            if (!part.used.isEmpty()) {
                Interval bounds = bound.of(part, ERROR_PROBABILITY / numbers.halves);
                mean = mean.plus(bounds.times((double) part.used.cardinality() / numbers.used.cardinality()));
            }
        }
        return Double.isFinite(mean.width()) ? mean.within(rewards) : null;
    }

    private static Interval bernstein(Numbers numbers, double delta) {
        double width = numbers.bounds.width();
        return new Interval(
                Bernstein.interval(numbers.used, numbers::low, width, delta).low(),
                Bernstein.interval(numbers.used, numbers::high, width, delta).high());
    }

    private static Interval exact(Numbers numbers, double delta) {
        long highs = numbers.used.stream().filter(numbers::isHigh).count();
        Interval share = ClopperPearson.interval(highs, numbers.used.cardinality(), delta);
        double width = numbers.bounds.width();
        return share.times(width).plus(new Interval(numbers.bounds.low(), numbers.bounds.low()));
    }

    @FunctionalInterface
    private interface Bound {
        Interval of(Numbers numbers, double delta);
    }

    /** Independent numbers within bounds, a pair for each decision used; they are computed anew whenever asked for. */
    private final class Numbers {
        private final Estimator estimator;
        private final BitSet used;
        private final Interval bounds;
        private final int halves;

        Numbers(Estimator estimator, BitSet used, Interval bounds, int halves) {
            this.estimator = estimator;
            this.used = used;
            this.bounds = bounds;
            this.halves = halves;
        }

        Numbers half(int half) {
            if (halves == 1) {
                return this;
            }
            BitSet mine = new BitSet(used.length());
            used.stream().filter(i -> (i & 1) == half).forEach(mine::set);
            return new Numbers(estimator, mine, bounds, 1);
        }

        double low(int i) {
            WeightedDecision decision = decisions.get(i);
            return estimator.numerator(decision) / estimator.denominator(decision)
                    - estimator.bias(decision, rewards).high();
        }

        double high(int i) {
            WeightedDecision decision = decisions.get(i);
            return estimator.numerator(decision) / estimator.denominator(decision)
                    - estimator.bias(decision, rewards).low();
        }

        boolean binary() {
            return used.stream().allMatch(i -> low(i) == high(i) && (isHigh(i) || isLow(i)));
        }

        boolean isHigh(int i) {
            return Math.abs(low(i) - bounds.high()) <= MAX_RELATIVE_DIFFERENCE * bounds.width();
        }

        boolean isLow(int i) {
            return Math.abs(low(i) - bounds.low()) <= MAX_RELATIVE_DIFFERENCE * bounds.width();
        }
    }
}
