package kelvin.choice;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.numeric.Log;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A hierarchical fit of a model to several choosers by empirical Bayes: their parameters have a normal prior whose mean
 * and standard deviation are estimated too, and shrink towards its mean, the more the less informative their own
 * choices are.
 *
 * <p>Parameters are independent and normal on a free scale: the logarithm of the temperature, the log-odds of numbers in [0, 1],
 * stickiness as it is, and the initial value in spreads of the rewards from their mean. Expectation–maximisation with Laplace's
 * approximation: each chooser's posterior is taken as normal about its mode, and the population as the mean and variance of these.
 *
 * @see <a href="https://doi.org/10.1371/journal.pcbi.1002028">Huys et al. (2011), PLoS Computational Biology 7</a>
 * @param model which parameters are free
 * @param low the parameters one standard deviation below the population's median, each by itself
 * @param median the population's medians
 * @param high the parameters one standard deviation above them
 * @param subjects the mode of each chooser's posterior, with the posterior's standard deviations as standard errors and ln L there
 * @param logEvidence the logarithm of the likelihood of all choices, parameters of choosers integrated out by Laplace's
 *     approximation
 * @param converged whether the population had come to rest after at most 500 iterations
 */
@Stability(MAY_CHANGE)
public record HierarchicalFit(
        ChoiceModel model,
        ChoiceParameters low,
        ChoiceParameters median,
        ChoiceParameters high,
        List<ChoiceFit> subjects,
        double logEvidence,
        boolean converged) {
    /**
     * Fits a model to several choosers.
     *
     * @param fits what maximum likelihood found for each of them, all with the model wanted; the search starts there
     * @param sequences what each of them did, in the same order; at least two
     * @return the population, and each chooser's parameters under it
     */
    public static HierarchicalFit of(List<ChoiceFit> fits, List<ChoiceSequence> sequences) {
        Require.atLeast("sequences", 2, sequences.size());
        Require.that(fits.size() == sequences.size(), "fits", fits.size(), "as many as sequences");
        return new ExpectationMaximisation(fits.get(0).model(), sequences).run(fits);
    }

    /**
     * Computes the integrated BIC, which counts the parameters of the population.
     *
     * @return −2 ln evidence + 2k ln n for k free parameters, each with a mean and a standard deviation, and n choices in all
     *     (the integrated BIC): smaller is better
     */
    public double integratedBic() {
        int choices = subjects.stream().mapToInt(ChoiceFit::choices).sum();
        return 2 * model.parameters().size() * Log.of(choices) - 2 * logEvidence;
    }

    /**
     * Simulates groups of choosers from the population, with the trials and rewards of those that were fitted, and fits
     * each group.
     *
     * @param sequences what was fitted, in the order of the subjects
     * @param groups how many; at least 1
     * @param seed decides parameters and choices
     * @return what was simulated and what was found
     */
    public Recovery recover(List<ChoiceSequence> sequences, int groups, Seed seed) {
        Require.atLeast("groups", 1, groups);
        List<Recovery> all = IntStream.range(0, groups)
                .mapToObj(group -> recoverOne(sequences, seed.child(group)))
                .toList();
        return new Recovery(
                model,
                all.stream().flatMap(each -> each.truths().stream()).toList(),
                all.stream().flatMap(each -> each.fits().stream()).toList());
    }

    private Recovery recoverOne(List<ChoiceSequence> sequences, Seed seed) {
        FreeScale scale = FreeScale.of(model, sequences);
        double[] mean = scale.inside(median, Double.MAX_VALUE);
        double[] above = scale.inside(high, Double.MAX_VALUE);
        List<ChoiceParameters> truths = new ArrayList<>();
        List<ChoiceSequence> simulated = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            ChoiceSequence sequence = sequences.get(i);
            UniformRandomProvider random = seed.child(i).generator();
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
            double[] x = new double[mean.length];
            Arrays.setAll(x, j -> mean[j] + (above[j] - mean[j]) * normal.sample());
            ChoiceParameters truth = scale.of(sequence).natural(x);
            truths.add(truth);
            simulated.add(truth.simulate(sequence.rewardsByAction(), sequence, random));
        }
        List<ChoiceFit> likeliest = simulated.parallelStream().map(model::fit).toList();
        return new Recovery(model, Collections.unmodifiableList(truths), of(likeliest, simulated).subjects);
    }
}
