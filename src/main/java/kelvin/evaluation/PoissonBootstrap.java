package kelvin.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kelvin.evaluation.bootstrap.Chunk;
import kelvin.evaluation.bootstrap.Resamples;
import kelvin.random.Seed;
import org.apache.commons.statistics.descriptive.NaNPolicy;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Percentile intervals of a Poisson bootstrap: each decision is in each resample as often as a Poisson number of mean 1 says. All estimators
 * share the resamples. Mean rewards by action are fitted anew in each; a decision that is in a resample twice stays in the half of the log
 * it came from, so no copy predicts the other. A model of contexts stays as it was fitted: given the other half of the log, the terms of
 * one half are independent, and what the fit adds to the variance is of a lower order.
 *
 * <pre>
 *   Σ_b π_i(b)·q̂*(b) is taken as Σ_b π_i(b)·q̂(b) + Σ_b π̄(b)·(q̂*(b) − q̂(b)),   π̄ = mean of π_i over the half of i
 * </pre>
 *
 * <p>which is exact for a target that is the same at all decisions of a half, and otherwise errs by O(1/decisions). Means are over the
 * decisions that are in the resample, as many as these are.
 *
 * <p>The log is read twice: to fit the model in all resamples, then to sum. Resamples are taken in batches where there would be more than
 * {@value #MAX_NUMBERS} numbers in memory, 4 or 8 each resample and action and 5 each resample and estimator. The cost is O(resamples × decisions ×
 * estimators), in parallel; each resample is summed in the order of the log, whatever the number of threads.
 */
final class PoissonBootstrap {
    private static final double TAIL_PROBABILITY = 0.025;
    private static final int MAX_NUMBERS = 1 << 22;
    /** The number of resamples that are added to at a time, so that their sums stay in the cache of a processor. */
    private static final int SLICE = 128;

    private static final int NUMBERS_PER_ACTION = 4;
    private static final int NUMBERS_PER_ESTIMATOR = 5;

    /** Type 7, over the resamples that gave an estimate. */
    private static final Quantile QUANTILE =
            Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).with(NaNPolicy.EXCLUDE);

    private final WeightedLog log;
    private final Support support;
    private final Seed seed;
    private final int models;
    private final List<TermColumns> terms;
    private final double[][] low;
    private final double[][] high;
    private final Chunk chunk = new Chunk();

    /**
     * Prepares the bootstrap.
     *
     * @param log the log
     * @param support of all decisions
     * @param sums of the estimators, to which nothing has been added
     * @param rewards the range of rewards
     * @param resamples how many resamples
     * @param seed decides the resamples
     */
    PoissonBootstrap(
            WeightedLog log, Support support, List<EstimateSums> sums, Interval rewards, int resamples, Seed seed) {
        this.log = log;
        this.support = support;
        this.seed = seed;
        boolean refitted = log.model(false) instanceof ActionMeans;
        models = !refitted ? 0 : sums.stream().anyMatch(each -> each.estimator().fittedForVariance()) ? 2 : 1;
        terms = sums.stream()
                .map(each -> new TermColumns(each, rewards, refitted))
                .toList();
        low = new double[sums.size()][resamples];
        high = new double[sums.size()][resamples];
    }

    /**
     * Draws all resamples.
     *
     * @param first receives the decisions when they are first read
     * @param second supplies, after that, what receives them when they are read again
     */
    void draw(WeightedLog.Visitor first, Supplier<WeightedLog.Visitor> second) {
        int resamples = low[0].length;
        int numbers = NUMBERS_PER_ESTIMATOR * terms.size() + (NUMBERS_PER_ACTION * models * support.actions());
        int batch = Math.max(1, MAX_NUMBERS / 2 / numbers) * 2;
        for (int from = 0; from < resamples; from += batch) {
            int to = Math.min(from + batch, resamples);
            draw(from, to, from == 0 ? first : row -> {}, from == 0 ? second : () -> row -> {});
        }
    }

    private void draw(int from, int to, WeightedLog.Visitor first, Supplier<WeightedLog.Visitor> second) {
        List<Resamples> all = new ArrayList<>();
        for (int at = from; at < to; at += SLICE) {
            all.add(new Resamples(seed, at, Math.min(SLICE, to - at), models, support.actions()));
        }
        if (from == 0 || models > 0) {
            read(all, first, models > 0 ? slice -> slice.fit(chunk) : slice -> {});
        }
        for (Resamples each : all) {
            for (int model = 0; model < models; model++) {
                RewardModel fitted = log.model(model > 0);
                each.end(model, new double[][] {fitted.predictions(0), fitted.predictions(1)}, support.wanted());
            }
            each.begin(terms.stream().map(TermColumns::columns).toList());
        }
        WeightedLog.Visitor again = second.get();
        read(
                all,
                row -> {
                    terms.forEach(each -> each.set(chunk.size(), row));
                    again.visit(row);
                },
                slice -> slice.add(chunk));
        for (int e = 0; e < terms.size(); e++) {
            for (Resamples each : all) {
                each.write(e, low[e], high[e]);
            }
        }
    }

    /** Reads the log by chunks, each of which is passed to all resamples. */
    private void read(List<Resamples> all, WeightedLog.Visitor visitor, Consumer<Resamples> taker) {
        log.forEach(row -> {
            visitor.visit(row);
            LoggedDecision logged = row.logged();
            double weight = row.varianceWeight(support.largestWeight());
            if (chunk.add(row.index(), logged.action(), logged.reward(), weight)) {
                all.parallelStream().forEach(taker);
                chunk.clear();
            }
        });
        all.parallelStream().forEach(taker);
        chunk.clear();
    }

    /**
     * Returns the interval of an estimator, from the lower percentile of its estimates minus the upper bound of their bias to the upper
     * percentile minus the lower bound; resamples whose denominators are all 0 are left out.
     */
    Interval interval(int estimator) {
        return new Interval(
                QUANTILE.evaluate(low[estimator], TAIL_PROBABILITY),
                QUANTILE.evaluate(high[estimator], 1 - TAIL_PROBABILITY));
    }
}
