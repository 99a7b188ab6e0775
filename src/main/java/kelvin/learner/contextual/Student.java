package kelvin.learner.contextual;

import java.util.BitSet;
import kelvin.contract.Resumable;
import kelvin.contract.StateFields;
import kelvin.learner.BanditTask;
import kelvin.learner.FullInformation;
import kelvin.model.Context;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Workspace;
import org.apache.commons.rng.UniformRandomProvider;

/** A player that learns from the rewards of all actions in the context of their decision, and chooses by a policy over values. */
final class Student implements FullInformation {
    /** The values that a student decides by, and how they change with the rewards of all actions. */
    interface Subject extends Views, Resumable {
        /** Learns from the rewards of all actions in a context; neither is kept. */
        void learn(Context context, double[] rewards);

        /** Writes the coefficients of an action as {@link kelvin.learner.Learner#coefficients} does. */
        default boolean coefficients(int action, double[] out) {
            return false;
        }
    }

    private final Subject subject;
    private final PolicySchedule policy;
    private final ShownViews views;
    private final UniformRandomProvider random;
    private final BitSet all = new BitSet();
    private final Workspace work = new Workspace();

    Student(Subject subject, PolicySchedule policy, BanditTask task, UniformRandomProvider random) {
        this.subject = subject;
        this.policy = policy;
        this.views = new ShownViews(subject, task, 0);
        this.random = random;
        all.set(0, task.actions());
    }

    @Override
    public void see(long step, Context context) {
        views.see(step, context);
    }

    @Override
    public int select(long step) {
        return work.select(policy.at(step), views.decide(step)[0], random);
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        work.probabilities(policy.at(step), views.at(step)[0], out);
        return true;
    }

    @Override
    public boolean values(long step, double[] out) {
        subject.write(0, step, views.context(step), all, out);
        return true;
    }

    @Override
    public double temperature(long step) {
        Policy now = policy.at(step);
        return now.temperatureAt(views.at(step)[0]);
    }

    @Override
    public boolean coefficients(int action, double[] out) {
        return subject.coefficients(action, out);
    }

    @Override
    public void forget(long step) {
        views.pending.forget(step);
    }

    @Override
    public void observeAll(long step, double[] rewards) {
        int place = views.pending.find(step);
        if (place >= 0) {
            subject.learn(views.pending.context(place), rewards);
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
        fields.part("subject", subject);
        fields.part("views", views);
    }
}
