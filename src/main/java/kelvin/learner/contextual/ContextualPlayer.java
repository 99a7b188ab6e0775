package kelvin.learner.contextual;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.learner.BanditTask;
import kelvin.learner.InitialPulls;
import kelvin.learner.Learner;
import kelvin.learner.OpenActions;
import kelvin.learner.PendingContexts;
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
    private final Model model;
    private final Views views;
    private final InitialPulls untried;
    private final OpenActions open;
    private final PendingContexts pending;
    private final Workspace work = new Workspace();
    private final UniformRandomProvider random;
    private final double[] view;
    private final double[] probabilities;
    private Context context;

    ContextualPlayer(ContextualLearner spec, BanditTask task, Seed seed, UniformRandomProvider random) {
        int actions = task.actions();
        this.policy = spec.policy();
        this.model = spec.model().create(actions, task.features(), seed.child("model"));
        this.views = spec.outlook().on(model, seed.child("outlook"));
        this.untried = new InitialPulls(spec.tryEachArmFirst() ? actions : 0, random);
        this.open = new OpenActions(actions);
        this.pending = new PendingContexts(actions, task.features());
        this.random = random;
        this.view = new double[actions];
        this.probabilities = new double[actions];
        this.context = new Context(actions, task.features());
    }

    @Override
    public void see(long step, Context now) {
        context = pending.add(step, now);
    }

    @Override
    public int select(long step) {
        if (untried.any()) {
            return untried.draw();
        }
        look(views.count() == 1 ? 0 : random.nextInt(views.count()), step);
        return work.select(policy.at(step), view, random);
    }

    private void look(int number, long step) {
        views.write(number, step, context, view);
        open.close(view);
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        if (untried.any()) {
            untried.shares(out);
        } else if (views.repeatable()) {
            mixture(step, out);
        }
        return untried.any() || views.repeatable();
    }

    /** Writes the mean over the views of the policy's probabilities. */
    private void mixture(long step, double[] out) {
        Policy now = policy.at(step);
        int count = views.count();
        Arrays.fill(out, 0);
        for (int number = 0; number < count; number++) {
            look(number, step);
            work.probabilities(now, view, probabilities);
            for (int a = 0; a < out.length; a++) {
                out[a] += probabilities[a];
            }
        }
        for (int a = 0; a < out.length; a++) {
            out[a] /= count;
        }
    }

    @Override
    public boolean values(long step, double[] out) {
        model.values(context, out);
        return true;
    }

    @Override
    public boolean coefficients(int action, double[] out) {
        return model.coefficients(action, out);
    }

    /** Returns the temperature in force for the first view, where views are no draws. */
    @Override
    public double temperature(long step) {
        if (untried.any() || !views.repeatable() || views.count() > 1) {
            return Double.NaN;
        }
        look(0, step);
        return policy.at(step).temperatureAt(view);
    }

    @Override
    public void observe(long step, int action, double reward) {
        untried.tried(action);
        int place = pending.find(step);
        if (place >= 0) {
            model.learn(step, pending.context(place), action, reward, 1);
            pending.remove(place);
        }
    }

    @Override
    public void open(BitSet actions) {
        untried.open(actions);
        open.set(actions);
    }
}
