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
import kelvin.learner.LearnerSpec;
import kelvin.learner.gradient.Advantage;
import kelvin.learner.gradient.Baseline;
import kelvin.model.Context;
import kelvin.model.Scorer;
import kelvin.model.ScorerSpec;
import kelvin.policy.DifferentiablePolicy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Workspace;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Learns from the context which actions to prefer, by stochastic gradient ascent on the expected reward: contextual REINFORCE under any
 * policy with exact derivatives.
 *
 * <pre>
 *   H = scores(context; w),   p = π(H),   w ← w + α·(r − b)·∇_w ln π(a | H)
 * </pre>
 *
 * <p>With {@code Softmax} and a {@link kelvin.model.LinearScorer} this is softmax regression by REINFORCE, {@link
 * kelvin.learner.gradient.GradientBandit} for contexts. The baseline b changes the variance, not the expected step. A late reward moves
 * the weights by the gradient at its own decision: that of the context, the scores and the open actions then. Cost per step: the scores
 * of one context, the policy's probabilities and derivatives, and one update of the weights.
 *
 * <p>Standardise the features: a step moves the scores of another context x′ in proportion to x·x′, so what all contexts have in common
 * makes one lucky guess a habit everywhere. With a linear scorer and a softmax at τ, (τ, α) is the same learner as (1, α/τ²).
 *
 * @see <a href="https://doi.org/10.1007/BF00992696">Williams (1992), Simple statistical gradient-following algorithms for
 *     connectionist reinforcement learning</a>
 * @param scorer what gives each action its preference
 * @param policy the rule from preferences to probabilities, one with exact derivatives, constant or annealed
 * @param stepSize α, per reward unit; finite and &gt; 0
 * @param baseline b: the average reward including or excluding the current one, or none
 */
@Summary("preferences by a function of what is seen, learnt by gradient ascent on the reward")
@Stability(MAY_CHANGE)
public record ContextualGradient(
        @Default("{LinearScorer: {}}") ScorerSpec scorer,
        @Default("{Softmax: {temperature: 1}}") PolicySchedule policy,
        double stepSize,
        @Default("excluding") Baseline baseline)
        implements LearnerSpec {
    public ContextualGradient {
        differentiable(policy, 1);
        Require.positive("stepSize", stepSize);
    }

    private static DifferentiablePolicy differentiable(PolicySchedule policy, long step) {
        if (policy.at(step) instanceof DifferentiablePolicy differentiable) {
            return differentiable;
        }
        throw new InvalidValue("policy", policy, "one with exact derivatives, such as Softmax or SigmoidGate");
    }

    @Override
    public boolean contextual() {
        return true;
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public Learner create(BanditTask task, UniformRandomProvider random) {
        Seed seed = new Seed(random.nextLong(), random.nextLong());
        return new Player(this, scorer.create(task.actions(), task.features(), seed), task, random);
    }

    /** The player; beside each pending context it notes ∇_H ln π(a | H), and then 1 + a, or 0 where it has not chosen. */
    private static final class Player implements Learner {
        private final ContextualGradient spec;
        private final Scorer scorer;
        private final ShownViews views;
        private final Advantage advantage;
        private final UniformRandomProvider random;
        private final Workspace work = new Workspace();
        private final double[] scores;
        private final double[] gradient;

        Player(ContextualGradient spec, Scorer scorer, BanditTask task, UniformRandomProvider random) {
            this.spec = spec;
            this.scorer = scorer;
            this.views = new ShownViews(new Scores(scorer), task, task.actions() + 1);
            this.advantage = new Advantage(spec.baseline);
            this.random = random;
            this.scores = new double[task.actions()];
            this.gradient = new double[task.actions()];
        }

        @Override
        public void see(long step, Context context) {
            views.see(step, context);
        }

        @Override
        public int select(long step) {
            double[] preferences = views.decide(step)[0];
            DifferentiablePolicy policy = differentiable(spec.policy, step);
            int action = work.select(policy, preferences, random);
            work.logGradient(policy, preferences, action, gradient);
            double[] notes = views.pending.notes(views.pending.find(step));
            System.arraycopy(gradient, 0, notes, 0, gradient.length);
            notes[gradient.length] = 1 + action;
            return action;
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            work.probabilities(spec.policy.at(step), views.at(step)[0], out);
            return true;
        }

        @Override
        public void forget(long step) {
            views.pending.forget(step);
        }

        @Override
        public void observe(long step, int action, double reward) {
            int place = views.pending.find(step);
            if (place >= 0) {
                Context context = views.pending.context(place);
                double[] notes = views.pending.notes(place);
                if (notes[gradient.length] == 1 + action) {
                    System.arraycopy(notes, 0, gradient, 0, gradient.length);
                } else {
                    scorer.scores(context, scores);
                    work.logGradient(differentiable(spec.policy, step), scores, action, gradient);
                }
                scorer.learn(context, gradient, spec.stepSize * advantage.of(reward));
                views.pending.remove(place);
                views.changed();
            }
        }

        @Override
        public boolean coefficients(int action, double[] out) {
            return scorer.coefficients(action, out);
        }

        @Override
        public void open(BitSet actions) {
            views.open(actions);
        }

        @Override
        public void state(StateFields fields) {
            fields.part("scorer", scorer);
            fields.part("views", views);
            fields.part("baseline", advantage);
        }
    }
}
