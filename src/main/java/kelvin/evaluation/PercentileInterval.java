package kelvin.evaluation;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.descriptive.NaNPolicy;
import org.apache.commons.statistics.descriptive.Quantile;
import org.jspecify.annotations.Nullable;

/**
 * Percentile bootstrap intervals: resamples of as many decisions, drawn with replacement. All estimators share the
 * draws. Mean rewards by action are fitted anew in each; a decision that is drawn twice stays in the half of the log it came
 * from, so no copy predicts the other. A model of contexts stays as it was fitted: given the other half of the log, the terms of
 * one half are independent, and what the fit adds to the variance is of a lower order.
 *
 * <pre>
 *   Σ_b π_i(b)·q̂*(b) is taken as Σ_b π_i(b)·q̂(b) + Σ_b π̄(b)·(q̂*(b) − q̂(b)),   π̄ = mean of π_i over the half of i
 * </pre>
 *
 * <p>which is exact for a target that is the same at all decisions of a half, and otherwise errs by O(1/decisions). So the cost is
 * O(resamples × (decisions × estimators + actions)), as without the model, and the memory
 * O((decisions + resamples) × estimators + actions).
 */
final class PercentileInterval {
    private static final double TAIL_PROBABILITY = 0.025;

    /** The number of decisions up to which terms without a model are kept: they take 16 to 32 bytes per estimator. */
    private static final int MAX_KEPT_TERMS = 1 << 20;

    /** Type 7, over the resamples that gave an estimate. */
    private static final Quantile QUANTILE =
            Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).with(NaNPolicy.EXCLUDE);

    private final List<WeightedDecision> decisions;
    private final @Nullable ActionMeans means;
    private final double[][] wanted;

    /**
     * Draws from decisions; the reward model is fitted to the whole log, wanted has the mean target of each half of the log.
     */
    PercentileInterval(List<WeightedDecision> decisions, RewardModel model, double[][] wanted) {
        this.decisions = decisions;
        this.means = model instanceof ActionMeans byAction ? byAction : null;
        this.wanted = wanted;
    }

    /**
     * Returns one interval for each estimator, from the lower percentile of its estimates minus the upper bound of
     * their bias to the upper percentile minus the lower bound; resamples whose denominators are all 0 are left out.
     */
    Interval[] intervals(List<Estimator> estimators, Interval rewards, int resamples, UniformRandomProvider random) {
        return intervals(estimators, rewards, resamples, random, decisions.size() <= MAX_KEPT_TERMS);
    }

    /** Returns the same intervals, with the terms that need no model kept in memory or computed anew in each resample. */
    Interval[] intervals(
            List<Estimator> estimators,
            Interval rewards,
            int resamples,
            UniformRandomProvider random,
            boolean keepTerms) {
        int n = decisions.size();
        int[] times = new int[n];
        Sums[] sums = estimators.stream()
                .map(each -> new Sums(each, decisions, rewards, resamples, keepTerms))
                .toArray(Sums[]::new);
        for (int b = 0; b < resamples; b++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < n; i++) {
                times[random.nextInt(n)]++;
            }
            if (means == null) {
                add(times, sums);
            } else {
                add(times, means, means.refitted(times), sums);
            }
            for (Sums each : sums) {
                each.end(b, n);
            }
        }
        return Arrays.stream(sums).map(Sums::interval).toArray(Interval[]::new);
    }

    private void add(int[] times, Sums[] sums) {
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                WeightedDecision decision = decisions.get(i);
                for (Sums each : sums) {
                    each.add(i, decision, times[i]);
                }
            }
        }
    }

    private void add(int[] times, ActionMeans fitted, ActionMeans again, Sums[] sums) {
        double[] shifts = {shift(0, fitted, again), shift(1, fitted, again)};
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                WeightedDecision decision = decisions.get(i);
                WeightedDecision refitted =
                        decision.refitted(again.predictions(i)[fitted.chosen(i)], decision.expected() + shifts[i & 1]);
                for (Sums each : sums) {
                    each.add(i, refitted, times[i]);
                }
            }
        }
    }

    private double shift(int half, ActionMeans fitted, ActionMeans again) {
        double shift = 0;
        for (int a = 0; a < wanted[half].length; a++) {
            shift += wanted[half][a] * (again.predictions(half)[a] - fitted.predictions(half)[a]);
        }
        return shift;
    }

    /** The sums of one estimator over a resample, and the estimates so far; terms without a model may be computed once. */
    private static final class Sums {
        private final Estimator estimator;
        private final Interval rewards;
        private final boolean biased;
        private final double @Nullable [][] parts;
        private final double[] low;
        private final double[] high;
        private double numerator;
        private double denominator;
        private double offset;
        private double leastBias;
        private double mostBias;

        Sums(
                Estimator estimator,
                List<WeightedDecision> decisions,
                Interval rewards,
                int resamples,
                boolean keepTerms) {
            this.estimator = estimator;
            this.rewards = rewards;
            biased = decisions.stream()
                    .anyMatch(each -> !estimator.bias(each, rewards).equals(Interval.ZERO));
            parts = estimator.modelled() || !keepTerms ? null : parts(decisions);
            low = new double[resamples];
            high = new double[resamples];
        }

        private double[][] parts(List<WeightedDecision> decisions) {
            double[][] all = new double[biased ? 4 : 2][decisions.size()];
            for (int i = 0; i < decisions.size(); i++) {
                WeightedDecision decision = decisions.get(i);
                all[0][i] = estimator.numerator(decision);
                all[1][i] = estimator.denominator(decision);
                if (biased) {
                    Interval bias = estimator.bias(decision, rewards);
                    all[2][i] = bias.low();
                    all[3][i] = bias.high();
                }
            }
            return all;
        }

        void add(int index, WeightedDecision refitted, int times) {
            if (parts == null) {
                offset += times * estimator.offset(refitted);
                Interval bias = biased ? estimator.bias(refitted, rewards) : Interval.ZERO;
                add(times, estimator.numerator(refitted), estimator.denominator(refitted), bias.low(), bias.high());
            } else if (biased) {
                add(times, parts[0][index], parts[1][index], parts[2][index], parts[3][index]);
            } else {
                add(times, parts[0][index], parts[1][index], 0, 0);
            }
        }

        private void add(int times, double above, double below, double least, double most) {
            numerator += times * above;
            denominator += times * below;
            leastBias += times * least;
            mostBias += times * most;
        }

        void end(int resample, int decisions) {
            double estimate = numerator / denominator + offset / decisions;
            low[resample] = estimate - mostBias / decisions;
            high[resample] = estimate - leastBias / decisions;
            numerator = 0;
            denominator = 0;
            offset = 0;
            leastBias = 0;
            mostBias = 0;
        }

        Interval interval() {
            return new Interval(
                    QUANTILE.evaluate(low, TAIL_PROBABILITY), QUANTILE.evaluate(high, 1 - TAIL_PROBABILITY));
        }
    }
}
