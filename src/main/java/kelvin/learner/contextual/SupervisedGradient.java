package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

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
import kelvin.model.Scorer;
import kelvin.model.ScorerSpec;
import kelvin.numeric.CrossEntropy;
import kelvin.numeric.LogLoss;
import kelvin.numeric.Sigmoid;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Stochastic gradient descent on the loss of a classifier that is told after each decision which actions were right: cross-entropy under a
 * softmax where one is, a log-loss per sigmoid gate where several may be. A policy chooses by its probabilities.
 *
 * <pre>
 *   z = scores(x; w),   softmax: value = softmax(z), loss = −Σ r[a]·ln p[a],   sigmoid: value[a] = σ(z[a]), loss = Σ logloss(z[a], r[a])
 *   w ← w − α·∂loss/∂w,   ∂loss/∂z[a] = p[a]·Σ r[b] − r[a]   or   σ(z[a]) − r[a]
 * </pre>
 *
 * <p>The reward r of each action, in [0, 1], is the weight with which it is right: all of them have to be told. With a {@link
 * kelvin.model.LinearScorer} this is online softmax or logistic regression, without a penalty; with a network its training by
 * backpropagation. {@link ContextualGradient} follows the gradient of the expected reward from the chosen action's alone, {@link
 * FittedClassifier} goes to the minimum. Cost per step: the scores of one context twice and one update of the weights.
 *
 * @see <a href="https://www.deeplearningbook.org/contents/mlp.html">Goodfellow, Bengio and Courville (2016), Deep learning, section
 *     6.2</a>
 * @param scorer what gives each action its logit
 * @param output softmax or sigmoid
 * @param stepSize α, per nat; finite and &gt; 0
 * @param policy the rule from probabilities to choices; {@code Greedy} takes the likeliest action
 */
@Summary("gradient steps on cross-entropy or log-losses, and a policy over the probabilities; needs all rewards")
@Stability(MAY_CHANGE)
public record SupervisedGradient(
        @Default("{LinearScorer: {}}") ScorerSpec scorer,
        @Default("softmax") Output output,
        double stepSize,
        @Default("{Greedy: {}}") PolicySchedule policy)
        implements Supervised {
    /** The functions from logits to probabilities, with the loss that belongs to each. */
    @Stability(MAY_CHANGE)
    public enum Output {
        /** One answer is right: probabilities sum to 1, and the loss is their cross-entropy. */
        SOFTMAX,
        /** Several may be right: each has a gate of its own, and the loss is the sum of their log-losses. */
        SIGMOID
    }

    public SupervisedGradient {
        Require.positive("stepSize", stepSize);
    }

    @Override
    public Learner create(BanditTask task, UniformRandomProvider random) {
        Seed seed = new Seed(random.nextLong(), random.nextLong());
        Scorer made = scorer.create(task.actions(), task.features(), seed);
        return new Student(new Descent(this, made), policy, task, random);
    }

    private static final class Descent implements Student.Subject {
        private final SupervisedGradient spec;
        private final Scorer scorer;
        private final double[] logits;
        private final double[] gradient;

        Descent(SupervisedGradient spec, Scorer scorer) {
            this.spec = spec;
            this.scorer = scorer;
            this.logits = new double[scorer.actions()];
            this.gradient = new double[scorer.actions()];
        }

        @Override
        public void write(int view, long step, Context context, BitSet open, double[] out) {
            scorer.scores(context, logits);
            for (int a = 0; a < logits.length; a++) {
                if (!Double.isFinite(logits[a])) {
                    throw new InvalidValue("score of action " + a, logits[a], "finite");
                }
            }
            if (spec.output == Output.SOFTMAX) {
                CrossEntropy.softmax(logits, out);
            } else {
                for (int a = 0; a < out.length; a++) {
                    out[a] = Sigmoid.of(logits[a]);
                }
            }
        }

        @Override
        public void learn(Context context, double[] rewards) {
            scorer.scores(context, logits);
            if (spec.output == Output.SOFTMAX) {
                CrossEntropy.gradient(logits, rewards, gradient);
            } else {
                for (int a = 0; a < gradient.length; a++) {
                    gradient[a] = LogLoss.derivative(logits[a], rewards[a]);
                }
            }
            scorer.learn(context, gradient, -spec.stepSize);
        }

        @Override
        public boolean coefficients(int action, double[] out) {
            return scorer.coefficients(action, out);
        }

        @Override
        public void state(StateFields fields) {
            scorer.state(fields);
        }
    }
}
