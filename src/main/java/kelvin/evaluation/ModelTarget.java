package kelvin.evaluation;

import kelvin.model.Context;
import kelvin.model.Model;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Workspace;

/** A target whose policy decides by what models predict from the contexts of a log, one for even and one for odd decisions. */
final class ModelTarget implements Target {
    private final PolicySchedule policy;
    private final LogContexts contexts;
    private final Model even;
    private final Model odd;
    private final boolean learned;
    private final Context context;
    private final double[] values;
    private final Workspace work = new Workspace();

    ModelTarget(PolicySchedule policy, LogContexts contexts, Model even, Model odd, boolean learned) {
        this.policy = policy;
        this.contexts = contexts;
        this.even = even;
        this.odd = odd;
        this.learned = learned;
        context = new Context(even.actions(), contexts.features());
        values = new double[even.actions()];
    }

    @Override
    public void probabilities(int index, LoggedDecision decision, double[] out) {
        contexts.read(index, context);
        ((index & 1) == 0 ? even : odd).values(context, values);
        decision.mask(values, out);
        work.probabilities(policy.at(index + 1L), out, out);
    }

    @Override
    public boolean contextual() {
        return contexts.features().any();
    }

    @Override
    public boolean learned() {
        return learned;
    }
}
