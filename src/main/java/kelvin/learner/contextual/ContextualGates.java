package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.gradient.Advantage;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.slate.SlateLearner;
import kelvin.learner.slate.SlateSpec;
import kelvin.model.Context;
import kelvin.model.Scorer;
import kelvin.model.ScorerSpec;
import kelvin.policy.subset.IndependentGates;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Bernoulli-logistic units of REINFORCE on what is seen, one per action: {@link kelvin.learner.gradient.BernoulliLogistic} for contexts,
 * where several answers are right.
 *
 * <pre>
 *   H = scores(context; w),   p[i] = σ(H[i]),   action i is shown with probability p[i], whatever happens to the others
 *   w ← w + α·(r − b)·Σ (y[i] − p[i])·∂H[i]/∂w,   y[i] = 1 where shown, else 0,   r = payoff of the whole slate
 * </pre>
 *
 * <p>Stochastic gradient ascent on the expected payoff, of which it needs to see the total alone. Where each action shown has a reward of
 * its own, {@link ContextualSubset} learns more from it. A late payoff moves the weights by the gradient at its own decision. It may show
 * nothing. Slates are shown in the order of the actions. Cost per step: the scores of one context, one sigmoid and one uniform number per
 * action, and one update of the weights.
 *
 * @see <a href="https://doi.org/10.1007/BF00992696">Williams (1992), Simple statistical gradient-following algorithms for
 *     connectionist reinforcement learning</a>
 * @param scorer what gives each action its logit
 * @param stepSize α, per reward unit; finite and &gt; 0
 * @param baseline b: the average payoff including or excluding the current one, or none
 */
@Summary("each arm shown by a sigmoid of a function of what is seen, learnt by gradient ascent on the slate's payoff")
@Stability(MAY_CHANGE)
public record ContextualGates(
        @Default("{LinearScorer: {}}") ScorerSpec scorer,
        double stepSize,
        @Default("excluding") Baseline baseline) implements SlateSpec {
    public ContextualGates {
        Require.positive("stepSize", stepSize);
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
    public SlateSizes slates(int actions) {
        return new SlateSizes(0, actions);
    }

    @Override
    public SlateLearner create(BanditTask task, UniformRandomProvider random) {
        Seed seed = new Seed(random.nextLong(), random.nextLong());
        return new Player(this, scorer.create(task.actions(), task.features(), seed), task, random);
    }

    /** The player; beside each pending context it notes p, and then 1, or 0 where it has not chosen. */
    private static final class Player implements SlateLearner {
        private static final IndependentGates GATES = new IndependentGates(0, 1);

        private final double stepSize;
        private final Scorer scorer;
        private final ShownViews views;
        private final Advantage advantage;
        private final UniformRandomProvider random;
        private final double[] gradient;

        Player(ContextualGates spec, Scorer scorer, BanditTask task, UniformRandomProvider random) {
            this.stepSize = spec.stepSize;
            this.scorer = scorer;
            this.views = new ShownViews(new Scores(scorer), task, task.actions() + 1);
            this.advantage = new Advantage(spec.baseline);
            this.random = random;
            this.gradient = new double[task.actions()];
        }

        @Override
        public void see(long step, Context context) {
            views.see(step, context);
        }

        @Override
        public void select(long step, Slate slate) {
            GATES.inclusion(views.decide(step)[0], gradient);
            double[] notes = views.pending.notes(views.pending.find(step));
            System.arraycopy(gradient, 0, notes, 0, gradient.length);
            notes[gradient.length] = 1;
            for (int i = 0; i < gradient.length; i++) {
                if (random.nextDouble() < gradient[i]) {
                    slate.add(i);
                }
            }
        }

        @Override
        public boolean inclusion(long step, double[] out) {
            GATES.inclusion(views.at(step)[0], out);
            return true;
        }

        @Override
        public boolean coefficients(int action, double[] out) {
            return scorer.coefficients(action, out);
        }

        @Override
        public void forget(long step) {
            views.pending.forget(step);
        }

        @Override
        public void observe(long step, Slate slate) {
            int place = views.pending.find(step);
            if (place >= 0) {
                Context context = views.pending.context(place);
                double[] notes = views.pending.notes(place);
                if (notes[gradient.length] == 1) {
                    System.arraycopy(notes, 0, gradient, 0, gradient.length);
                } else {
                    scorer.scores(context, gradient);
                    GATES.inclusion(gradient, gradient);
                }
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] = (slate.contains(i) ? 1 : 0) - gradient[i];
                }
                scorer.learn(context, gradient, stepSize * advantage.of(slate.payoff()));
                views.pending.remove(place);
                views.changed();
            }
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
