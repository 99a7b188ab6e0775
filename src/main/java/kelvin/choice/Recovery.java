package kelvin.choice;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.numeric.Pow;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Parameter recovery: choosers of known parameters are simulated and fitted.
 *
 * <p>True temperatures are drawn evenly on the scale of their logarithm, between a quarter and four times a fitted one (half the
 * spread of the rewards where that is not identified); learning rates evenly in [0.1, 0.9], stickiness in [−1, 1], lapses in [0.01,
 * 0.3], forgetting in [0.02, 0.5], fitted initial values within one standard deviation of the mean reward. Rewards are drawn from
 * those that each action gave.
 *
 * @param model which parameters are free
 * @param truths the true parameters
 * @param fits what fitting found, in the same order
 */
@Stability(MAY_CHANGE)
public record Recovery(ChoiceModel model, List<ChoiceParameters> truths, List<ChoiceFit> fits) {
    private static final double SPAN = 4;
    /** The temperature assumed where none was identified, in standard deviations of the rewards. */
    private static final double DEFAULT_TEMPERATURE_IN_SPREADS = 0.5;

    /**
     * Simulates choosers like those that were fitted, in turn one like each of them with its trials and rewards, and
     * fits them.
     *
     * @param fits the fits, all of one model; true temperatures lie about theirs
     * @param sequences what was fitted, in the same order
     * @param choosers how many; a multiple of the number of sequences covers all of them evenly
     * @param seed decides parameters and choices
     * @return what was simulated and what was found
     */
    public static Recovery of(List<ChoiceFit> fits, List<ChoiceSequence> sequences, int choosers, Seed seed) {
        ChoiceModel model = fits.get(0).model();
        List<double[][]> rewards =
                sequences.stream().map(ChoiceSequence::rewardsByAction).toList();
        List<ChoiceParameters> truths = IntStream.range(0, choosers)
                .mapToObj(i -> truth(
                        fits.get(i % fits.size()),
                        sequences.get(i % fits.size()),
                        seed.child("parameters").child(i).generator()))
                .toList();
        List<ChoiceFit> found = IntStream.range(0, choosers)
                .parallel()
                .mapToObj(i -> model.fit(truths.get(i)
                        .simulate(
                                rewards.get(i % fits.size()),
                                sequences.get(i % fits.size()),
                                seed.child("choices").child(i).generator())))
                .toList();
        return new Recovery(model, truths, found);
    }

    private static ChoiceParameters truth(ChoiceFit fit, ChoiceSequence sequence, UniformRandomProvider random) {
        ChoiceModel model = fit.model();
        FreeScale scale = FreeScale.of(model, List.of(sequence));
        double about = fit.identification().get(0) == Identification.IDENTIFIED
                ? fit.parameters().temperature()
                : DEFAULT_TEMPERATURE_IN_SPREADS * scale.spread();
        double temperature = about * Pow.of(SPAN, 2 * random.nextDouble() - 1);
        double rate = 0.1 + 0.8 * random.nextDouble();
        double stickiness = 2 * random.nextDouble() - 1;
        double lapse = 0.01 + 0.29 * random.nextDouble();
        double lossRate = 0.1 + 0.8 * random.nextDouble();
        double forgetting = 0.02 + 0.48 * random.nextDouble();
        double start = scale.center() + scale.spread() * (2 * random.nextDouble() - 1);
        return new ChoiceParameters(
                temperature,
                rate,
                model.separateRates() ? lossRate : rate,
                model.stickiness() ? stickiness : 0,
                model.lapse() ? lapse : 0,
                model.forgetting() ? forgetting : 0,
                model.initialValue() instanceof InitialValue.Fitted ? start : scale.fixed());
    }

    /**
     * Returns the true values of one parameter.
     *
     * @param parameter its place in {@link ChoiceModel#parameters()}
     * @return one per chooser
     */
    public double[] truth(int parameter) {
        return truths.stream()
                .mapToDouble(each -> model.values(each)[parameter])
                .toArray();
    }

    /**
     * Returns the estimates of one parameter.
     *
     * @param parameter its place in {@link ChoiceModel#parameters()}
     * @return one per chooser
     */
    public double[] found(int parameter) {
        return fits.stream()
                .mapToDouble(each -> model.values(each.parameters())[parameter])
                .toArray();
    }

    /**
     * Returns Spearman's rank correlation of the true values and the estimates of one parameter.
     *
     * @param parameter its place in {@link ChoiceModel#parameters()}
     * @return in [−1, 1]
     */
    public double correlation(int parameter) {
        double[] x = ranks(truth(parameter));
        double[] y = ranks(found(parameter));
        double mean = (x.length - 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mean) * (y[i] - mean);
            xx += (x[i] - mean) * (x[i] - mean);
            yy += (y[i] - mean) * (y[i] - mean);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** Returns mid-ranks: the number of smaller values plus half of the ties. */
    private static double[] ranks(double[] numbers) {
        double[] ranks = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; j < numbers.length; j++) {
                ranks[i] += numbers[j] < numbers[i] ? 1 : numbers[j] == numbers[i] && j != i ? 0.5 : 0;
            }
        }
        return ranks;
    }
}
