package kelvin.choice;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How well fitting finds parameters again: choosers of known parameters are simulated and fitted.
 *
 * <p>True temperatures are drawn evenly on the scale of their logarithm, between a quarter and four times a fitted one; learning
 * rates evenly in [0.1, 0.9], stickiness in [−1, 1], lapses in [0.01, 0.3]. Rewards are drawn from those that each action gave.
 *
 * @param model which parameters are free
 * @param truths the true parameters
 * @param fits what fitting found, in the same order
 */
public record Recovery(ChoiceModel model, List<ChoiceParameters> truths, List<ChoiceFit> fits) {
    private static final double SPAN = 4;

    /**
     * Simulates choosers like one that was fitted and fits them.
     *
     * @param fit the model, and about which temperature
     * @param sequence the rewards and the number of choices
     * @param choosers how many
     * @param seed decides parameters and choices
     * @return what was simulated and what was found
     */
    public static Recovery of(ChoiceFit fit, ChoiceSequence sequence, int choosers, Seed seed) {
        List<ChoiceParameters> truths = IntStream.range(0, choosers)
                .mapToObj(i -> truth(fit, seed.child("parameters").child(i).generator()))
                .toList();
        double[][] rewards = sequence.rewardsByAction();
        int length = sequence.choices().size();
        List<ChoiceFit> fits = IntStream.range(0, choosers)
                .parallel()
                .mapToObj(i -> fit.model()
                        .fit(truths.get(i)
                                .simulate(
                                        rewards,
                                        length,
                                        seed.child("choices").child(i).generator())))
                .toList();
        return new Recovery(fit.model(), truths, fits);
    }

    private static ChoiceParameters truth(ChoiceFit fit, UniformRandomProvider random) {
        double temperature = fit.parameters().temperature() * StrictMath.pow(SPAN, 2 * random.nextDouble() - 1);
        double rate = 0.1 + 0.8 * random.nextDouble();
        double stickiness = 2 * random.nextDouble() - 1;
        double lapse = 0.01 + 0.29 * random.nextDouble();
        ChoiceModel model = fit.model();
        return new ChoiceParameters(temperature, rate, model.stickiness() ? stickiness : 0, model.lapse() ? lapse : 0);
    }

    /**
     * The true values of one parameter.
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
     * What was found for one parameter.
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
     * Spearman's correlation of the true and the found values of one parameter: Pearson's of their ranks.
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

    /** How many are smaller, and half of those equal. */
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
