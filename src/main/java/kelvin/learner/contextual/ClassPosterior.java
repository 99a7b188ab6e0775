package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.model.Context;
import kelvin.model.classifier.GaussianClasses;
import kelvin.numeric.CrossEntropy;
import kelvin.numeric.Log;
import kelvin.policy.PolicySchedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A generative classifier that is told which action was right: one Gaussian class of contexts per action, whose posterior is the
 * softmax of the log joint. A policy chooses by it.
 *
 * <pre>
 *   ℓ[a] = ln((n[a] + λ)/(n + K·λ)) + ln N(x; mean[a], Σ[a]),   value[a] = P(a | x) = exp(ℓ[a]) / Σ exp(ℓ[b])
 * </pre>
 *
 * <p>{@code diagonal} covariances, one per class, are Gaussian naive Bayes; a {@code pooled} one is linear discriminant analysis. The
 * reward of each action, in [0, 1], is the weight with which the context belongs to its class: all of them have to be told. Where
 * only the chosen action's is, use the models {@code NaiveBayes} and {@code Discriminant}. It counts one row after the other and keeps
 * none, unlike {@link FittedClassifier}. Cost per step for d features: O(K·d) with
 * diagonal covariances; O(K·d² + d³/6) with a pooled one.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-84858-7">Hastie, Tibshirani and Friedman (2009), The elements of statistical
 *     learning, sections 4.3 and 6.6.3</a>
 * @param covariance whether each class has a variance for each feature, or all share one covariance matrix
 * @param policy the rule from posterior probabilities to choices; {@code Greedy} takes the likeliest class
 * @param regularisation λ, added to the count of each class; finite and ≥ 0
 * @param smoothing what is added to each variance, in units of the largest variance of a feature over all contexts; finite and &gt; 0
 */
@Summary(
        "the posterior of one Gaussian class of contexts per arm: naive Bayes or discriminant analysis; needs all rewards")
@Stability(MAY_CHANGE)
public record ClassPosterior(
        @Default("diagonal") Covariance covariance,
        PolicySchedule policy,
        @Default("1") double regularisation,
        @Default("1e-9") double smoothing)
        implements Supervised {
    /** The covariances of Gaussian classes. */
    @Stability(MAY_CHANGE)
    public enum Covariance {
        /** A variance for each feature and class: features are taken to be independent within a class. */
        DIAGONAL,
        /** One matrix for all classes. */
        POOLED
    }

    public ClassPosterior {
        Require.notNegative("regularisation", regularisation);
        Require.positive("smoothing", smoothing);
    }

    @Override
    public Learner create(BanditTask task, UniformRandomProvider random) {
        return new Student(new Posterior(this, task), policy, task, random);
    }

    private static final class Posterior implements Student.Subject {
        private final ClassPosterior spec;
        private final boolean pooled;
        private final GaussianClasses classes;
        private final double[] x;
        private boolean stale = true;

        Posterior(ClassPosterior spec, BanditTask task) {
            this.spec = spec;
            this.pooled = spec.covariance == Covariance.POOLED;
            this.classes = new GaussianClasses(task.actions(), task.features(), pooled);
            this.x = new double[task.features().total()];
        }

        @Override
        public void learn(Context context, double[] rewards) {
            for (int a = 0; a < rewards.length; a++) {
                context.describe(a, x);
                classes.add(a, x, rewards[a]);
            }
            stale = true;
        }

        /** Writes P(a | context) of each action. */
        @Override
        public void write(int view, long step, Context context, BitSet open, double[] out) {
            double added = classes.added(spec.smoothing);
            if (pooled && stale && added > 0) {
                classes.factor(classes.total(), added);
                stale = false;
            }
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < out.length; a++) {
                if (a == 0 || context.features().perAction() > 0) {
                    context.describe(a, x);
                }
                out[a] = prior(a) + (added > 0 ? logDensity(a, added) : 0);
                best = Math.max(best, out[a]);
            }
            if (!Double.isFinite(best)) {
                throw new InvalidValue(
                        "context", Arrays.toString(out), "near enough to what was learnt for finite densities");
            }
            CrossEntropy.softmax(out, out);
        }

        private double prior(int action) {
            double count = classes.count(action) + spec.regularisation;
            return count > 0 ? Log.of(count) : classes.total() > 0 ? Double.NEGATIVE_INFINITY : 0;
        }

        private double logDensity(int action, double added) {
            return pooled ? -0.5 * classes.distance(action, x) : classes.logDensity(action, x, added);
        }

        @Override
        public void state(StateFields fields) {
            classes.state(fields);
            stale |= fields.loading();
        }
    }
}
