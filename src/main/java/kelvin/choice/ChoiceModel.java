package kelvin.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which parameters are free: temperature and learning rate always; stickiness and lapse are 0 where they are not.
 *
 * @param stickiness whether repeating may be liked or disliked for itself
 * @param lapse whether some choices may be made without looking
 */
public record ChoiceModel(boolean stickiness, boolean lapse) {
    /** The four models, from the simplest. */
    public static final List<ChoiceModel> ALL = List.of(
            new ChoiceModel(false, false),
            new ChoiceModel(true, false),
            new ChoiceModel(false, true),
            new ChoiceModel(true, true));

    /**
     * The names of its free parameters.
     *
     * @return two to four names
     */
    public List<String> parameters() {
        List<String> names = new ArrayList<>(List.of("temperature", "learning rate"));
        if (stickiness) {
            names.add("stickiness");
        }
        if (lapse) {
            names.add("lapse");
        }
        return List.copyOf(names);
    }

    /**
     * The values of its free parameters.
     *
     * @param parameters all parameters
     * @return those that are free here, in the order of {@link #parameters()}
     */
    public double[] values(ChoiceParameters parameters) {
        double[] values = new double[parameters().size()];
        values[0] = parameters.temperature();
        values[1] = parameters.learningRate();
        if (stickiness) {
            values[2] = parameters.stickiness();
        }
        if (lapse) {
            values[values.length - 1] = parameters.lapse();
        }
        return values;
    }

    /**
     * Finds the parameters that make a sequence likeliest.
     *
     * <p>Temperature is sought on the scale of its logarithm, learning rate and lapse on the scale of their log-odds, by
     * Nelder and Mead's simplex from several starts; standard errors come from the curvature of the likelihood there (observed
     * information), turned into the parameters' own scale.
     *
     * @param sequence what was chosen and what it gave
     * @return the best parameters found
     */
    public ChoiceFit fit(ChoiceSequence sequence) {
        Optimum best = starts(sequence)
                .map(start -> Optimum.from(x -> natural(x).logLikelihood(sequence), start))
                .max(Comparator.comparingDouble(Optimum::value))
                .orElseThrow();
        double[] errors = best.standardErrors();
        double[] slopes = slopes(natural(best.point()));
        for (int i = 0; i < errors.length; i++) {
            errors[i] *= slopes[i];
        }
        return new ChoiceFit(
                this,
                natural(best.point()),
                errors,
                best.value(),
                sequence.choices().size());
    }

    private Stream<double[]> starts(ChoiceSequence sequence) {
        return Stream.of(0.15, 0.6)
                .flatMap(temperature -> Stream.of(0.15, 0.6)
                        .map(rate -> free(new ChoiceParameters(temperature * sequence.spread(), rate, 0.2, 0.05))));
    }

    /** From a free scale to the parameters' own. */
    private ChoiceParameters natural(double[] x) {
        double lapsed = lapse ? odds(x[x.length - 1]) : 0;
        double temperature = Math.min(Math.max(StrictMath.exp(x[0]), Double.MIN_NORMAL), Double.MAX_VALUE);
        return new ChoiceParameters(temperature, odds(x[1]), stickiness ? x[2] : 0, lapsed);
    }

    private double[] free(ChoiceParameters parameters) {
        double[] x = values(parameters);
        x[0] = StrictMath.log(x[0]);
        x[1] = logOdds(x[1]);
        if (lapse) {
            x[x.length - 1] = logOdds(x[x.length - 1]);
        }
        return x;
    }

    /** How fast the parameters change with the free scale. */
    private double[] slopes(ChoiceParameters parameters) {
        double[] slopes = new double[parameters().size()];
        slopes[0] = parameters.temperature();
        slopes[1] = parameters.learningRate() * (1 - parameters.learningRate());
        if (stickiness) {
            slopes[2] = 1;
        }
        if (lapse) {
            slopes[slopes.length - 1] = parameters.lapse() * (1 - parameters.lapse());
        }
        return slopes;
    }

    private static double odds(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double logOdds(double p) {
        return StrictMath.log(p / (1 - p));
    }
}
