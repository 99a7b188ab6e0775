package kelvin.learner.adversarial;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.learner.Learner;
import kelvin.learner.OpenActions;
import kelvin.learner.PendingChoices;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of adversarial learners: draws from a distribution, and learns from each reward together with the
 * probability with which its action had been chosen.
 *
 * <p>That probability is remembered until the reward comes ({@link PendingChoices}). A reward whose decision is not remembered is weighted
 * by the action's present probability, and left aside where that is 0.
 */
@Stability(STABLE)
public final class ImportanceWeighted implements Learner {
    /** The rule that distinguishes one adversarial learner from another. */
    public interface Rule extends Resumable {
        /**
         * Writes the distribution at a step over the open actions; changes nothing.
         *
         * @param step decisions made so far + 1
         * @param open the open actions
         * @param out receives the probabilities, length n; 0 for closed actions
         */
        void probabilities(long step, BitSet open, double[] out);

        /**
         * Learns from a reward.
         *
         * @param step the step of the decision
         * @param action the action taken then
         * @param reward what it gave, in [0, 1]
         * @param probability the probability with which the action had been chosen, &gt; 0: reward/probability is an unbiased
         *     estimate of the action's reward
         */
        void learn(long step, int action, double reward, double probability);

        /**
         * Saves or loads what was learnt.
         *
         * @param fields where it is saved, or loaded from
         * @throws UnsupportedOperationException unless overridden: the learner that uses it can then not be saved
         */
        @Override
        default void state(StateFields fields) {
            throw new UnsupportedOperationException("cannot be saved: does not say what its state is");
        }
    }

    private final Rule rule;
    private final UniformRandomProvider random;
    private final double[] current;
    private final BitSet open = new BitSet();
    private final PendingChoices decisions = new PendingChoices();

    /**
     * Creates a player.
     *
     * @param rule the rule; not shared with other players
     * @param actions n, the number of actions
     * @param random the source of the choices
     */
    public ImportanceWeighted(Rule rule, int actions, UniformRandomProvider random) {
        this.rule = rule;
        this.random = random;
        this.current = new double[actions];
        this.open.set(0, actions);
    }

    @Override
    public int select(long step) {
        rule.probabilities(step, open, current);
        int action = Weights.draw(current, random);
        decisions.add(step, action, current[action]);
        return action;
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        rule.probabilities(step, open, out);
        return true;
    }

    @Override
    public void forget(long step) {
        decisions.forget(step);
    }

    @Override
    public void observe(long step, int action, double reward) {
        double probability = probability(step, action);
        if (probability > 0) {
            rule.learn(step, action, reward, probability);
        }
    }

    private double probability(long step, int action) {
        int place = decisions.find(step);
        if (place >= 0 && decisions.choice(place) == action) {
            decisions.remove(place);
            return decisions.probability(place);
        }
        rule.probabilities(step, open, current);
        return current[action];
    }

    @Override
    public void open(BitSet actions) {
        open.clear();
        open.or(actions);
    }

    @Override
    public void state(StateFields fields) {
        fields.part("rule", rule);
        OpenActions.state(fields, open, current.length);
        fields.part("pending", decisions);
    }
}
