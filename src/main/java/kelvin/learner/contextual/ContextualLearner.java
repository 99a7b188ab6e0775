package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.model.ModelSpec;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Predicts from the context what each action pays, and chooses by a policy.
 *
 * <pre>
 *   views[j] = outlook(model, context),   p[a] = Σ π(a | views[j])/m over the m views;   model ← (context, a, r)
 * </pre>
 *
 * <p>LinUCB is {@link Optimistic} with {@code Greedy}, linear Thompson sampling {@link Sampled} with {@code Greedy}, SquareCB
 * {@link Mean} with {@code InverseGap}. A late reward teaches the model the context of its own decision; one whose context is no longer
 * remembered, or was answered before, is left aside ({@link kelvin.learner.PendingContexts}). Cost per step: the outlook's, the
 * policy's, and one update of the model.
 *
 * <p>Propensities: players report the probability of each action given what the model has learnt when they decide. They go on
 * reporting it after the decision, until the next context is shown, whatever rewards come in between; a log records it then.
 * {@link Sampled} has none to report.
 *
 * @param model what predicts
 * @param policy the rule from values to probabilities, constant or annealed; its step counts decisions, forced ones included
 * @param outlook what the policy is shown of the predictions and their uncertainty
 * @param tryEachArmFirst whether each action is first chosen once, in random order, before the policy decides
 */
@Summary("predicts from what is seen what each arm pays, and chooses by a policy")
@Stability(MAY_CHANGE)
public record ContextualLearner(
        ModelSpec model,
        PolicySchedule policy,
        @Default("{Mean: {}}") Outlook outlook,
        @Default("false") boolean tryEachArmFirst)
        implements LearnerSpec {
    public ContextualLearner {
        outlook.check(model);
    }

    /**
     * A learner whose policy sees the predictions as they are.
     *
     * @param model what predicts
     * @param policy the rule from values to probabilities
     */
    public ContextualLearner(ModelSpec model, PolicySchedule policy) {
        this(model, policy, new Mean(), false);
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
    public boolean closableArms() {
        return true;
    }

    @Override
    public Learner create(BanditTask task, UniformRandomProvider random) {
        return new ContextualPlayer(this, task, new Seed(random.nextLong(), random.nextLong()), random);
    }
}
