package kelvin.learner.contextual;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.StateFields;
import kelvin.learner.BanditTask;
import kelvin.learner.InitialPulls;
import kelvin.learner.Learner;
import kelvin.model.Context;
import kelvin.model.Model;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Workspace;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/** The player of {@link ContextualLearner}. Allocates nothing per decision where rewards come at once and the policy is constant. */
final class ContextualPlayer implements Learner {
    private final PolicySchedule policy;
    private final ContextualLearner spec;
    private final BanditTask task;
    private final InitialPulls untried;
    private final Workspace work = new Workspace();
    private final UniformRandomProvider random;
    private final double[] probabilities;

    /** The shares of the actions at the last forced decision. */
    private final double[] shares;

    private Seed seed;
    private Model model;
    private ShownViews views;

    private long forced;

    ContextualPlayer(ContextualLearner spec, BanditTask task, Seed seed, UniformRandomProvider random) {
        int actions = task.actions();
        this.spec = spec;
        this.task = task;
        this.policy = spec.policy();
        this.seed = seed;
        this.model = model();
        this.views = views();
        this.untried = new InitialPulls(spec.tryEachArmFirst() ? actions : 0, random);
        this.random = random;
        this.probabilities = new double[actions];
        this.shares = new double[actions];
    }

    private Model model() {
        return spec.model().create(task.actions(), task.features(), seed.child("model"));
    }

    private ShownViews views() {
        return new ShownViews(spec.outlook().on(model, seed.child("outlook")), task, 0);
    }

    @Override
    public void see(long step, Context now) {
        views.see(step, now);
    }

    @Override
    public int select(long step) {
        if (untried.any()) {
            views.decide(step);
            forced = step;
            untried.shares(shares);
            return untried.draw();
        }
        return work.select(policy.at(step), views.decide(step, random), random);
    }

    /** Writes the probabilities of a decision to come, or, after it has been made and until the next context is seen, those it had. */
    @Override
    public boolean probabilities(long step, double[] out) {
        if (forced(step)) {
            if (!views.decided(step)) {
                untried.shares(shares);
            }
            System.arraycopy(shares, 0, out, 0, out.length);
            return true;
        }
        if (views.tellsProbabilities()) {
            mix(views.at(step), policy.at(step), out);
        }
        return views.tellsProbabilities();
    }

    private boolean forced(long step) {
        return views.decided(step) ? forced == step : untried.any();
    }

    /** Writes the mean over the views of the policy's probabilities. */
    private void mix(double[][] shown, Policy now, double[] out) {
        Arrays.fill(out, 0);
        for (double[] view : shown) {
            work.probabilities(now, view, probabilities);
            for (int a = 0; a < out.length; a++) {
                out[a] += probabilities[a];
            }
        }
        for (int a = 0; a < out.length; a++) {
            out[a] /= shown.length;
        }
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

    /** Returns the temperature in force where there is one view, and it is no draw. */
    @Override
    public double temperature(long step) {
        if (forced(step) || !views.tellsProbabilities()) {
            return Double.NaN;
        }
        double[][] shown = views.at(step);
        return shown.length == 1 ? policy.at(step).temperatureAt(shown[0]) : Double.NaN;
    }

    @Override
    public void forget(long step) {
        views.pending.forget(step);
    }

    @Override
    public void observe(long step, int action, double reward) {
        untried.tried(action);
        int place = views.pending.find(step);
        if (place >= 0) {
            model.learn(step, views.pending.context(place), action, reward, 1);
            views.pending.remove(place);
            views.changed();
        }
    }

    @Override
    public void open(BitSet actions) {
        untried.open(actions);
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
        fields.part("untried", untried);
        forced = fields.whole("forced", forced);
        fields.reals("shares", shares);
    }
}
