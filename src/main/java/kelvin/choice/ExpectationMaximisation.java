package kelvin.choice;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.numeric.Log;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/** Estimates a normal population of choosers by expectation–maximisation with Laplace's approximation. */
final class ExpectationMaximisation {
    private static final int MAX_ITERATIONS = 500;
    private static final double TOLERANCE = 2e-3;
    /** The standard deviation, on the free scale, below which choosers are taken as equal. */
    private static final double MIN_DEVIATION = 0.02;
    /** The log-odds at which the search begins where a single chooser's estimate lies at an end of its range. */
    private static final double MAX_LOG_ODDS = 4;

    private final List<ChoiceSequence> sequences;
    private final FreeScale scale;
    private final double[] mean;
    private final double[] deviation;

    ExpectationMaximisation(ChoiceModel model, List<ChoiceSequence> sequences) {
        this.sequences = sequences;
        scale = FreeScale.of(model, sequences);
        mean = new double[model.free().size()];
        deviation = new double[mean.length];
    }

    /** The mode of a chooser's posterior on the free scale, its variances, and the log evidence. */
    private record Posterior(double[] mode, double[] variances, double logEvidence) {}

    HierarchicalFit run(List<ChoiceFit> likeliest) {
        List<double[]> starts = likeliest.stream().map(this::start).toList();
        begin(starts);
        List<Posterior> posteriors = expect(starts);
        boolean rests = false;
        for (int i = 0; i < MAX_ITERATIONS && !rests; i++) {
            rests = maximise(posteriors);
            posteriors = expect(posteriors.stream().map(Posterior::mode).toList());
        }
        return result(posteriors, rests);
    }

    private double[] start(ChoiceFit fit) {
        double[] x = scale.inside(fit.parameters(), MAX_LOG_ODDS);
        for (int i = 0; i < x.length; i++) {
            boolean known = fit.identification().get(i) != Identification.NOT_IDENTIFIED;
            x[i] = known ? x[i] : Double.NaN;
        }
        return x;
    }

    /**
     * Begins with medians of the identified estimates and a wide standard deviation; unidentified estimates start at
     * the median.
     */
    private void begin(List<double[]> starts) {
        for (int i = 0; i < mean.length; i++) {
            int place = i;
            double[] known = starts.stream()
                    .mapToDouble(x -> x[place])
                    .filter(x -> !Double.isNaN(x))
                    .sorted()
                    .toArray();
            mean[i] = known.length > 0 ? known[known.length / 2] : unknown(i);
            deviation[i] = 1;
            starts.forEach(x -> x[place] = Double.isNaN(x[place]) ? mean[place] : x[place]);
        }
    }

    private double unknown(int i) {
        return scale.model().free().get(i) == FreeParameter.TEMPERATURE ? Log.of(scale.spread() / 2) : 0;
    }

    private List<Posterior> expect(List<double[]> starts) {
        return IntStream.range(0, sequences.size())
                .parallel()
                .mapToObj(i -> posterior(sequences.get(i), starts.get(i)))
                .toList();
    }

    /** Returns the better of two local maxima, found from the last mode and from the population's mean. */
    private Posterior posterior(ChoiceSequence sequence, double[] start) {
        FreeScale own = scale.of(sequence);
        double[] center = mean.clone();
        double[] width = deviation.clone();
        Optimum near = Optimum.fine(x -> joint(own, sequence, x, center, width), start);
        Optimum far = Optimum.fine(x -> joint(own, sequence, x, center, width), center);
        Optimum best = near.value() >= far.value() ? near : far;
        EigenDecompositionSymmetric parts = new EigenDecompositionSymmetric(best.information());
        double[] variances = new double[center.length];
        double logEvidence = best.value();
        for (int direction = 0; direction < center.length; direction++) {
            double amount = Math.max(parts.getEigenvalue(direction), 1e-6);
            logEvidence -= 0.5 * Log.of(amount);
            for (int i = 0; i < center.length; i++) {
                double share = parts.getEigenvector(direction).getEntry(i);
                variances[i] += share * share / amount;
            }
        }
        return new Posterior(best.point(), variances, logEvidence);
    }

    /**
     * Computes the likelihood times the population's density, without (2π)^(k/2), which Laplace's approximation
     * cancels.
     */
    private static double joint(FreeScale scale, ChoiceSequence sequence, double[] x, double[] center, double[] width) {
        double sum = scale.natural(x).logLikelihood(sequence);
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - center[i]) / width[i];
            sum -= 0.5 * z * z + Log.of(width[i]);
        }
        return sum;
    }

    /** Updates the population from the posteriors (M step); returns true on convergence. */
    private boolean maximise(List<Posterior> posteriors) {
        boolean rests = true;
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            double squares = 0;
            for (Posterior each : posteriors) {
                sum += each.mode[i];
                squares += each.mode[i] * each.mode[i] + each.variances[i];
            }
            double center = sum / posteriors.size();
            double variance = squares / posteriors.size() - center * center;
            double width = Math.max(Math.sqrt(Math.max(variance, 0)), MIN_DEVIATION);
            rests &= Math.abs(center - mean[i]) < TOLERANCE * width
                    && Math.abs(width - deviation[i]) < TOLERANCE * width;
            mean[i] = center;
            deviation[i] = width;
        }
        return rests;
    }

    private HierarchicalFit result(List<Posterior> posteriors, boolean rests) {
        ChoiceModel model = scale.model();
        List<ChoiceFit> subjects = IntStream.range(0, sequences.size())
                .mapToObj(i -> subject(sequences.get(i), posteriors.get(i)))
                .toList();
        return new HierarchicalFit(
                model,
                shifted(-1),
                shifted(0),
                shifted(1),
                subjects,
                posteriors.stream().mapToDouble(Posterior::logEvidence).sum(),
                rests);
    }

    private ChoiceParameters shifted(double deviations) {
        double[] x = new double[mean.length];
        Arrays.setAll(x, i -> mean[i] + deviations * deviation[i]);
        return scale.natural(x);
    }

    private ChoiceFit subject(ChoiceSequence sequence, Posterior posterior) {
        ChoiceModel model = scale.model();
        FreeScale own = scale.of(sequence);
        ChoiceParameters parameters = own.natural(posterior.mode);
        double[] errors = new double[mean.length];
        Arrays.setAll(
                errors,
                i -> Math.sqrt(posterior.variances[i]) * own.slope(model.free().get(i), parameters));
        return new ChoiceFit(
                model,
                parameters,
                errors,
                Collections.nCopies(mean.length, Identification.IDENTIFIED),
                parameters.logLikelihood(sequence),
                sequence.made());
    }
}
