package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.List;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.numeric.GammaSampler;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Thompson sampling for rewards that take one of a few known values, with Dirichlet posteriors of their probabilities.
 *
 * <pre>
 *   w ~ Dirichlet(prior + counts[i]),   θ[i] = Σ w[k]·values[k],   choose argmax θ
 * </pre>
 *
 * <p>With values 0 and 1 it is {@link ThompsonBeta}. Any other reward fails the run. Cost per step: one gamma variable per action and
 * value.
 *
 * @see <a href="https://proceedings.mlr.press/v117/riou20a.html">Riou and Honda (2020), Bandit algorithms based on Thompson sampling
 *     for bounded reward distributions, the multinomial case</a>
 * @param values the values a reward may take, in reward units; finite, at least two, strictly increasing
 * @param prior the count of each value believed in beforehand; finite and &gt; 0
 */
@Summary("Thompson sampling for rewards that take one of a few known values, with Dirichlet posteriors")
@Stability(STABLE)
public record ThompsonDirichlet(
        List<Double> values, @Default("1") double prior) implements LearnerSpec {
    public ThompsonDirichlet {
        values = List.copyOf(values);
        Require.that(values.size() > 1, "values", values, "at least two numbers");
        double previous = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            Require.finite("values", value);
            Require.that(value > previous, "values", values, "strictly increasing");
            previous = value;
        }
        Require.positive("prior", prior);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new PosteriorSampling(new Dirichlet(problem.actions()), problem.actions(), random);
    }

    private final class Dirichlet implements PosteriorSampling.Belief {
        private final double[] support =
                values.stream().mapToDouble(Double::doubleValue).toArray();
        private final double[][] counts;

        Dirichlet(int actions) {
            counts = new double[actions][support.length];
            for (double[] each : counts) {
                Arrays.fill(each, prior);
            }
        }

        @Override
        public double draw(int action, GammaSampler gammas) {
            double sum = 0;
            double weights = 0;
            while (weights == 0) { // Gammas of shapes far below 1 may all vanish.
                sum = 0;
                for (int k = 0; k < support.length; k++) {
                    double weight = gammas.gamma(counts[action][k]);
                    weights += weight;
                    sum += weight * support[k];
                }
            }
            return sum / weights;
        }

        @Override
        public double mean(int action) {
            double sum = 0;
            double weights = 0;
            for (int k = 0; k < support.length; k++) {
                weights += counts[action][k];
                sum += counts[action][k] * support[k];
            }
            return sum / weights;
        }

        @Override
        public void learn(long step, int action, double reward) {
            int k = 0;
            while (k < support.length && support[k] != reward) { // 0.0 and −0.0 are equal, not so to a search of Arrays
                k++;
            }
            if (k == support.length) {
                throw new IllegalArgumentException(
                        "action " + action + " paid " + reward + ", must pay one of " + values);
            }
            counts[action][k]++;
        }

        @Override
        public void state(StateFields fields) {
            fields.rows("counts", counts);
            for (int i = 0; fields.loading() && i < counts.length; i++) {
                for (double count : counts[i]) {
                    Require.positive("counts[" + i + "]", count);
                }
            }
        }
    }
}
