package kelvin.learner.contextual;

import java.util.BitSet;
import kelvin.contract.Resumable;
import kelvin.contract.StateFields;
import kelvin.learner.BanditTask;
import kelvin.learner.OpenActions;
import kelvin.learner.PendingContexts;
import kelvin.model.Context;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The views that are shown at a decision, and the contexts of the decisions whose rewards are still to come.
 *
 * <p>Views are written once per decision and then kept until the next context, whatever is learnt in between: what is asked about a
 * decision after it was made is answered as it was when it was made.
 */
final class ShownViews implements Resumable {
    /** The contexts of decisions without a reward. */
    final PendingContexts pending;

    private final Views views;
    private final OpenActions open;
    private final double[][] shown;
    private Context context;
    private long seen;
    private long written;
    private long decided;

    /** Makes the views of a task, with room for so many notes beside each pending context. */
    ShownViews(Views views, BanditTask task, int notes) {
        this.views = views;
        this.open = new OpenActions(task.actions());
        this.pending = new PendingContexts(task.actions(), task.features(), notes);
        this.shown = new double[views.count()][task.actions()];
        this.context = new Context(task.actions(), task.features());
    }

    /**
     * Takes the context of the decision to come; copied. The one before is forgotten if no decision was made on it: of players that are
     * asked in turn, those that are passed over wait for no reward.
     */
    void see(long step, Context now) {
        int passed = decided == seen ? -1 : pending.find(seen);
        if (passed >= 0) {
            pending.remove(passed);
        }
        context = pending.add(step, now);
        seen = step;
        written = 0;
    }

    boolean tellsProbabilities() {
        return views.tellsProbabilities();
    }

    /**
     * Returns the context of the present decision.
     *
     * @throws IllegalStateException if none was shown at this step
     */
    Context context(long step) {
        if (seen != step) {
            throw new IllegalStateException("no context was shown at step " + step
                    + (seen == 0 ? "" : ", the last one at step " + seen)
                    + ": see(step, context) comes before each decision");
        }
        return context;
    }

    /**
     * Returns the views at a step, closed actions at −∞.
     *
     * @throws IllegalStateException if no context was shown at this step
     */
    double[][] at(long step) {
        Context now = context(step);
        if (written != step) {
            for (int number = 0; number < shown.length; number++) {
                views.write(number, step, now, open.bits(), shown[number]);
                open.close(shown[number]);
            }
            written = step;
        }
        return shown;
    }

    /** Returns the views at a step, and keeps them from now on as they are: its decision is made. */
    double[][] decide(long step) {
        double[][] now = at(step);
        decided = step;
        return now;
    }

    /** Returns the view that decides, picked uniformly at random, and keeps all views as they are: the decision is made. */
    double[] decide(long step, UniformRandomProvider random) {
        double[][] now = decide(step);
        return now[now.length == 1 ? 0 : random.nextInt(now.length)];
    }

    /** Returns true if the decision of a step has been made and is the last one. */
    boolean decided(long step) {
        return decided == step;
    }

    /** Notes that something has been learnt or an action has opened or closed. */
    void changed() {
        if (written != decided) {
            written = 0;
        }
    }

    void open(BitSet actions) {
        open.set(actions);
        changed();
    }

    @Override
    public void state(StateFields fields) {
        fields.part("pending", pending);
        fields.part("open", open);
        seen = fields.whole("seen", seen);
        decided = fields.whole("decided", decided);
        written = fields.whole("written", written);
        if (fields.loading()) {
            context = new Context(context.actions(), context.features());
        }
        fields.part("context", context);
        if (written != 0) {
            fields.rows("shown", shown);
        }
    }
}
