package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.BitSet;
import java.util.Optional;
import kelvin.contract.Stability;
import kelvin.learner.contextual.Views;
import kelvin.model.Context;
import kelvin.policy.Policy;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * One decision of a model, an outlook and a policy in one context, without learning.
 *
 * @param policy the rule from a view to probabilities
 * @param views the views on the model
 * @param context what is seen
 */
@Stability(INTERNAL)
public record ContextualChoice(Policy policy, Views views, Context context) {
    /** The step of the decision, which decides the draws of views. */
    private static final long STEP = 1;

    /**
     * Returns a view.
     *
     * @param number its number, from 0
     * @return the values that the policy is shown
     */
    public double[] view(int number) {
        double[] view = new double[context.actions()];
        BitSet open = new BitSet();
        open.set(0, view.length);
        views.write(number, STEP, context, open, view);
        return view;
    }

    /**
     * Returns the probability of each action, the mean over all views.
     *
     * @return the probabilities; nothing where they have no closed form
     */
    public Optional<double[]> probabilities() {
        if (!views.tellsProbabilities()) {
            return Optional.empty();
        }
        double[] sum = new double[context.actions()];
        for (int number = 0; number < views.count(); number++) {
            double[] p = policy.probabilities(view(number));
            for (int a = 0; a < sum.length; a++) {
                sum[a] += p[a] / views.count();
            }
        }
        return Optional.of(sum);
    }

    /**
     * Draws an action.
     *
     * @param random picks the view, and the action from it
     * @return the action
     */
    public int draw(UniformRandomProvider random) {
        return policy.select(view(views.count() == 1 ? 0 : random.nextInt(views.count())), random);
    }
}
