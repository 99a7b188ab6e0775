package kelvin.evaluation.bootstrap;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.random.Seed;

/**
 * Some resamples of a Poisson bootstrap, each an element of every array: few enough that their sums stay in the cache of a processor.
 * Decisions are first added to the fits of reward models, where there are any, then to the sums of estimators.
 */
@Stability(INTERNAL)
public final class Resamples {
    private final int first;
    private final PoissonWeights weights;
    private final double[] times;
    private final double[] counts;
    private final List<ResampledMeans> models;
    private List<Sums> sums = List.of();

    /**
     * Begins resamples of no decision.
     *
     * @param seed of all resamples
     * @param first the number of the first one, even
     * @param size how many there are; one more is computed where they are odd
     * @param models how many fits of mean rewards by action there are in each
     * @param actions how many actions there are
     */
    public Resamples(Seed seed, int first, int size, int models, int actions) {
        this.first = first;
        weights = new PoissonWeights(seed, first);
        times = new double[size + size % 2];
        counts = new double[times.length];
        this.models = IntStream.range(0, models)
                .mapToObj(model -> new ResampledMeans(actions, times.length))
                .toList();
    }

    /**
     * Adds decisions to the fits.
     *
     * @param chunk the decisions
     */
    public void fit(Chunk chunk) {
        for (int i = 0; i < chunk.size(); i++) {
            weights.of(chunk.decision(i), times);
            for (int model = 0; model < models.size(); model++) {
                models.get(model)
                        .add(
                                chunk.decision(i),
                                chunk.action(i),
                                chunk.reward(i),
                                model == 0 ? 1 : chunk.varianceWeight(i),
                                times);
            }
        }
    }

    /**
     * Ends a fit.
     *
     * @param model which, from 0
     * @param fitted what the fit to the whole log predicts for each half of it
     * @param wanted the mean target of each half
     */
    public void end(int model, double[][] fitted, double[][] wanted) {
        models.get(model).end(fitted, wanted);
    }

    /**
     * Begins the sums, after all fits have ended.
     *
     * @param terms the terms of each estimator, for the decisions of the chunk that is added
     */
    public void begin(List<Terms.OfEstimator> terms) {
        sums = terms.stream().map(Sums::new).toList();
    }

    /**
     * Adds decisions, whose terms are set, to the sums.
     *
     * @param chunk the decisions
     */
    public void add(Chunk chunk) {
        for (int i = 0; i < chunk.size(); i++) {
            weights.of(chunk.decision(i), times);
            plus(counts, 1);
            for (Sums each : sums) {
                each.add(i, chunk.decision(i), chunk.action(i));
            }
        }
    }

    private void plus(double[] all, double number) {
        if (number != 0) {
            for (int b = 0; b < all.length; b++) {
                all[b] += times[b] * number;
            }
        }
    }

    /**
     * Writes the estimates of an estimator less the bounds of their bias.
     *
     * @param estimator which, from 0
     * @param low receives those less the upper bound, by the number of the resample
     * @param high receives those less the lower bound
     */
    public void write(int estimator, double[] low, double[] high) {
        Sums all = sums.get(estimator);
        for (int b = 0; b < times.length && first + b < low.length; b++) {
            double estimate = all.numerator[b] / all.denominator[b] + all.offset[b] / counts[b];
            low[first + b] = estimate - all.high[b] / counts[b];
            high[first + b] = estimate - all.low[b] / counts[b];
        }
    }

    /** The sums of one estimator. */
    private final class Sums {
        private final Terms.OfEstimator terms;
        private final double[] numerator = new double[times.length];
        private final double[] denominator;
        private final double[] offset = new double[times.length];
        private final double[] low = new double[times.length];
        private final double[] high = new double[times.length];

        Sums(Terms.OfEstimator terms) {
            this.terms = terms;
            denominator = terms.mean() ? counts : new double[times.length];
        }

        void add(int place, int decision, int action) {
            if (!terms.mean()) {
                Resamples.this.plus(denominator, terms.denominator()[place]);
            }
            plus(numerator, terms.numerator(), place, decision, action);
            plus(offset, terms.offset(), place, decision, action);
            plus(low, terms.low(), place, decision, action);
            plus(high, terms.high(), place, decision, action);
        }

        private void plus(double[] all, Terms kind, int place, int decision, int action) {
            double value = kind.value()[place];
            double byPredicted = kind.byPredicted()[place];
            double byExpected = kind.byExpected()[place];
            if (byPredicted == 0 && byExpected == 0) {
                Resamples.this.plus(all, value);
                return;
            }
            ResampledMeans model = models.get(terms.model());
            double[] differences = model.differences(decision, action);
            double[] shifts = model.shifts(decision);
            for (int b = 0; b < all.length; b++) {
                all[b] += times[b] * (value + byPredicted * differences[b] + byExpected * shifts[b]);
            }
        }
    }
}
