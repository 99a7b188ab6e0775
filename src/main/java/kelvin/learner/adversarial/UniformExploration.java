package kelvin.learner.adversarial;

import java.util.BitSet;
import kelvin.contract.StateFields;
import kelvin.learner.adversarial.ImportanceWeighted.Rule;

/** Uniform exploration: a rule that chooses among the open actions uniformly for a share of the time. */
record UniformExploration(Rule rule, double exploration) implements Rule {
    @Override
    public void probabilities(long step, BitSet open, double[] out) {
        rule.probabilities(step, open, out);
        double uniform = exploration / open.cardinality();
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            out[i] = (1 - exploration) * out[i] + uniform;
        }
    }

    @Override
    public void learn(long step, int action, double reward, double probability) {
        rule.learn(step, action, reward, probability);
    }

    @Override
    public void state(StateFields fields) {
        rule.state(fields);
    }
}
