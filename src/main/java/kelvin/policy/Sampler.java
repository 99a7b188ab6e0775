package kelvin.policy;

import kelvin.contract.Resumable;
import kelvin.contract.StateFields;
import kelvin.schedule.Constant;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A sampling algorithm of an {@link ActionSelector}: it is told of every changed value and may keep work from one
 * decision to the next.
 */
interface Sampler extends Resumable {
    /** Notes that the value of an action has changed, in the array that was shared at the start. */
    void changed(int action);

    /** Draws an action at a step. */
    int draw(long step, UniformRandomProvider random);

    /** Saves or loads what has been kept and does not follow from the values, which are loaded already. */
    @Override
    default void state(StateFields fields) {}

    /**
     * Creates the fastest sampler that is exact for a policy; it reads the values given, and the selector writes them.
     */
    static Sampler of(PolicySchedule policy, double[] values) {
        if (policy instanceof ScoredPolicy constant) {
            return new IncrementalSampler(constant, values);
        } else if (policy instanceof EpsilonGreedy constant) {
            return new EpsilonGreedy.ClosedForm(new Constant(constant.epsilon()), values);
        } else if (policy instanceof Greedy) {
            return new EpsilonGreedy.ClosedForm(new Constant(0), values);
        } else if (policy instanceof Uniform) {
            return new EpsilonGreedy.ClosedForm(new Constant(1), values);
        } else if (policy instanceof Annealed annealed) {
            return annealed(annealed, values);
        }
        return new RecomputingSampler(policy, values);
    }

    private static Sampler annealed(Annealed annealed, double[] values) {
        boolean cooling = annealed.parameter().equals("temperature");
        if (cooling && annealed.policy() instanceof Softmax) {
            return new RejectionSampler(new RejectionSampler.Exponentials(), annealed.schedule(), values);
        } else if (cooling && annealed.policy() instanceof SigmoidGate gates) {
            return new RejectionSampler(new RejectionSampler.Gates(gates.threshold()), annealed.schedule(), values);
        } else if (annealed.policy() instanceof EpsilonGreedy
                && annealed.parameter().equals("epsilon")) {
            return new EpsilonGreedy.ClosedForm(annealed.schedule(), values);
        }
        return new RecomputingSampler(annealed, values);
    }
}
