package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Rewards;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.slate.SlateLearner;
import kelvin.learner.slate.SlateSpec;
import kelvin.model.Context;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.policy.subset.SubsetSelector;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Predicts from the context what each action pays, and shows the sets that a subset policy draws: {@link ContextualLearner} for several
 * answers.
 *
 * <pre>
 *   P(set) = Σ π(set | views[j])/m over the m views;   model ← (context, a, r[a]) for every action whose reward was seen
 * </pre>
 *
 * <p>Actions are shown in the order in which {@link kelvin.policy.subset.PlackettLuce} drew them, from other policies the larger value
 * first, ties in random order. Inclusion probabilities, and what becomes of late rewards, are as in {@code ContextualLearner}. Cost per
 * step: the outlook's, the policy's, and one update of the model per reward seen.
 *
 * @param model what predicts
 * @param policy the rule from values to sets
 * @param outlook what the policy is shown of the predictions and their uncertainty
 */
@Summary("predicts from what is seen what each arm pays, and shows several by a subset policy")
@Stability(MAY_CHANGE)
public record ContextualSubset(
        ModelSpec model,
        SubsetPolicy policy,
        @Default("{Mean: {}}") Outlook outlook) implements SlateSpec {
    public ContextualSubset {
        outlook.check(model);
    }

    @Override
    public boolean contextual() {
        return true;
    }

    @Override
    public Rewards rewards() {
        return model.rewards();
    }

    @Override
    public SlateSizes slates(int actions) {
        return policy.sizes(actions);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the policy needs more actions than there are
     */
    @Override
    public SlateLearner create(BanditTask task, UniformRandomProvider random) {
        policy.select(new double[task.actions()], () -> 0);
        Seed seed = new Seed(random.nextLong(), random.nextLong());
        return new Player(this, task, seed, random);
    }

    private static final class Player implements SlateLearner {
        private final SubsetPolicy policy;
        private final ContextualSubset spec;
        private final BanditTask task;
        private final SubsetSelector selector;
        private final UniformRandomProvider random;
        private final int[] order;
        private final double[] included;
        private Seed seed;
        private Model model;
        private ShownViews views;

        Player(ContextualSubset spec, BanditTask task, Seed seed, UniformRandomProvider random) {
            int actions = task.actions();
            this.spec = spec;
            this.task = task;
            this.policy = spec.policy;
            this.seed = seed;
            this.model = model();
            this.views = views();
            this.selector = new SubsetSelector(policy, new double[actions], random);
            this.random = random;
            this.order = new int[actions];
            this.included = new double[actions];
        }

        private Model model() {
            return spec.model.create(task.actions(), task.features(), seed.child("model"));
        }

        private ShownViews views() {
            return new ShownViews(spec.outlook.on(model, seed.child("outlook")), task, 0);
        }

        @Override
        public void see(long step, Context context) {
            views.see(step, context);
        }

        @Override
        public void select(long step, Slate slate) {
            double[] view = views.decide(step, random);
            for (int a = 0; a < view.length; a++) {
                selector.set(a, view[a]);
            }
            int size = selector.select(order);
            for (int place = 0; place < size; place++) {
                slate.add(order[place]);
            }
        }

        @Override
        public boolean inclusion(long step, double[] out) {
            if (!views.tellsProbabilities()) {
                return false;
            }
            double[][] shown = views.at(step);
            Arrays.fill(out, 0);
            for (double[] view : shown) {
                policy.inclusion(view, included);
                for (int a = 0; a < out.length; a++) {
                    out[a] += included[a];
                }
            }
            for (int a = 0; a < out.length; a++) {
                out[a] /= shown.length;
            }
            return true;
        }

        @Override
        public boolean values(long step, double[] out) {
            model.values(views.context(step), out);
            return true;
        }

        @Override
        public boolean coefficients(int action, double[] out) {
            return model.coefficients(action, out);
        }

        @Override
        public double temperature(long step) {
            return selector.temperature();
        }

        @Override
        public void forget(long step) {
            views.pending.forget(step);
        }

        @Override
        public void observe(long step, Slate slate) {
            int found = views.pending.find(step);
            if (found >= 0) {
                for (int place = 0; place < slate.seen(); place++) {
                    model.learn(step, views.pending.context(found), slate.action(place), slate.reward(place), 1);
                }
                views.pending.remove(found);
                views.changed();
            }
        }

        @Override
        public void open(BitSet actions) {
            views.open(actions);
        }

        @Override
        public void state(StateFields fields) {
            seed = seed.state("seed", fields);
            if (fields.loading()) {
                model = model();
                views = views();
            }
            fields.part("model", model);
            fields.part("views", views);
        }
    }
}
