package kelvin.learner.adversarial;

import java.util.BitSet;
import kelvin.learner.Learner;
import kelvin.learner.PendingChoices;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of adversarial learners: draws from a distribution, and learns from a reward together with the probability with which
 * its action had been chosen.
 *
 * <p>That probability is remembered until the reward comes ({@link PendingChoices}). A reward whose decision is not remembered is weighted
 * by the action's present probability, and left aside where that is 0.
 */
final class ImportanceWeighted implements Learner {
    /** What distinguishes one adversarial learner from another. */
    interface Rule {
        /** Writes the distribution at a step over the open actions; changes nothing. */
        void probabilities(long step, BitSet open, double[] out);

        /** Learns from a reward in [0, 1]; the probability is above 0. */
        void learn(long step, int action, double reward, double probability);
    }

    private final Rule rule;
    private final UniformRandomProvider random;
    private final double[] current;
    private final BitSet open = new BitSet();
    private final PendingChoices decisions = new PendingChoices();

    ImportanceWeighted(Rule rule, int actions, UniformRandomProvider random) {
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
}
