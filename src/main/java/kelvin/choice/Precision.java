package kelvin.choice;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.choice.Search.Candidate;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/** Classifies how well each parameter is identified, from the shape of the likelihood at its maximum. */
final class Precision {
    /** The difference in ln L that is not informative: a standard error is half a unit. */
    private static final double NEGLIGIBLE_LOG_LIKELIHOOD = 0.01;
    /** The smallest information: a standard error of ten in a logarithm or in log-odds. */
    private static final double MIN_INFORMATION = 0.01;
    /** The largest share that an identified parameter has in a direction without information. */
    private static final double MAX_FLAT_SHARE = 0.1;

    /**
     * The distance from a bound that counts as at it, in standard deviations of the rewards, or of 1 for a parameter in
     * [0, 1].
     */
    private static final double MAX_DISTANCE_FROM_BOUND = 1e-6;

    private final FreeScale scale;
    private final ChoiceSequence sequence;
    private final List<FreeParameter> free;

    Precision(FreeScale scale, ChoiceSequence sequence) {
        this.scale = scale;
        this.sequence = sequence;
        free = scale.model().free();
    }

    ChoiceFit of(Candidate found) {
        Identification[] identified = new Identification[free.size()];
        for (int i = 0; i < identified.length; i++) {
            FreeParameter parameter = free.get(i);
            double[] ends = ends(parameter);
            long asGood = DoubleStream.of(ends)
                    .filter(end -> at(found, parameter, end) >= found.value() - NEGLIGIBLE_LOG_LIKELIHOOD)
                    .count();
            boolean close = DoubleStream.of(ends).anyMatch(end -> isClose(parameter, end, found));
            identified[i] = asGood == 0 && !close
                    ? Identification.IDENTIFIED
                    : asGood < 2 && parameter.isShare() ? Identification.AT_BOUND : Identification.NOT_IDENTIFIED;
        }
        double[] errors = errors(found, identified);
        return new ChoiceFit(
                scale.model(), found.parameters(), errors, List.of(identified), found.value(), sequence.made());
    }

    /** Returns true if an estimate is so close to a bound that only ties between values keep it away. */
    private boolean isClose(FreeParameter parameter, double end, Candidate found) {
        double unit = parameter.isShare() ? 1 : scale.spread();
        return Math.abs(parameter.of(found.parameters()) - end) < MAX_DISTANCE_FROM_BOUND * unit;
    }

    private double[] ends(FreeParameter parameter) {
        if (parameter.isShare()) {
            return new double[] {0, 1};
        }
        return parameter == FreeParameter.TEMPERATURE ? new double[] {scale.lowest(), scale.highest()} : new double[0];
    }

    private double at(Candidate found, FreeParameter parameter, double x) {
        return parameter
                .with(found.parameters(), x, !scale.model().separateRates())
                .logLikelihood(sequence);
    }

    /** Returns the standard errors of the parameters that are not at a bound, conditional on the others. */
    private double[] errors(Candidate best, Identification[] identified) {
        double[] errors = new double[identified.length];
        Arrays.fill(errors, Double.NaN);
        int[] inside = IntStream.range(0, identified.length)
                .filter(i -> identified[i] == Identification.IDENTIFIED)
                .toArray();
        if (inside.length == 0) {
            return errors;
        }
        double[] all = scale.inside(best.parameters(), Double.MAX_VALUE);
        double[] point = IntStream.of(inside).mapToDouble(i -> all[i]).toArray();
        Optimum optimum = new Optimum(x -> along(best.parameters(), inside, x), point, best.value());
        double[] deviations = deviations(optimum.information());
        for (int i = 0; i < inside.length; i++) {
            errors[inside[i]] = deviations[i] * scale.slope(free.get(inside[i]), best.parameters());
            if (Double.isNaN(deviations[i])) {
                identified[inside[i]] = Identification.NOT_IDENTIFIED;
            }
        }
        return errors;
    }

    private double along(ChoiceParameters from, int[] which, double[] x) {
        ChoiceParameters parameters = from;
        for (int i = 0; i < which.length; i++) {
            FreeParameter each = free.get(which[i]);
            parameters = each.with(
                    parameters, scale.natural(each, x[i]), !scale.model().separateRates());
        }
        return parameters.logLikelihood(sequence);
    }

    /**
     * Returns the square roots of the diagonal of the inverse; {@code NaN} for parameters that lie in a direction
     * without information.
     */
    static double[] deviations(RealMatrix information) {
        int n = information.getRowDimension();
        double[] variances = new double[n];
        if (Arrays.stream(information.getData()).flatMapToDouble(Arrays::stream).anyMatch(x -> !Double.isFinite(x))) {
            Arrays.fill(variances, Double.NaN);
            return variances;
        }
        EigenDecompositionSymmetric parts = new EigenDecompositionSymmetric(information);
        for (int direction = 0; direction < n; direction++) {
            double amount = parts.getEigenvalue(direction);
            for (int i = 0; i < n; i++) {
                double share = parts.getEigenvector(direction).getEntry(i);
                if (amount >= MIN_INFORMATION) {
                    variances[i] += share * share / amount;
                } else if (share * share > MAX_FLAT_SHARE) {
                    variances[i] = Double.NaN;
                }
            }
        }
        return Arrays.stream(variances).map(Math::sqrt).toArray();
    }
}
