package djl;

import ai.djl.modality.rl.agent.RlAgent;
import ai.djl.modality.rl.env.RlEnv;
import ai.djl.ndarray.NDList;
import java.util.HashMap;
import java.util.Map;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A Q-learning agent of DJL's that explores under any policy of Kelvin's, where DJL itself has ε-greedy only.
 *
 * <p>While training, the policy of the schedule decides; else the best action, as {@code RlAgent} asks for.
 */
final class PolicyAgent implements RlAgent {
    private static final Policy BEST = new Greedy();

    private final PolicySchedule exploration;
    private final UniformRandomProvider random;
    private final double stepSize;
    private final Map<Integer, double[]> values = new HashMap<>();
    private long decisions;

    PolicyAgent(PolicySchedule exploration, double stepSize, UniformRandomProvider random) {
        this.exploration = exploration;
        this.stepSize = stepSize;
        this.random = random;
    }

    @Override
    public NDList chooseAction(RlEnv env, boolean training) {
        Policy policy = training ? exploration.at(++decisions) : BEST;
        double[] known = values(Corridor.carried(env.getObservation()), env.getActionSpace().size());
        return env.getActionSpace().get(policy.select(known, random));
    }

    @Override
    public void trainBatch(RlEnv.Step[] steps) {
        for (RlEnv.Step step : steps) {
            double[] known = values(Corridor.carried(step.getPreObservation()), step.getPostActionSpace().size());
            double[] next = values(Corridor.carried(step.getPostObservation()), step.getPostActionSpace().size());
            double worth = step.isDone() ? 0 : Math.max(next[0], next[1]);
            int action = Corridor.carried(step.getAction());
            known[action] += stepSize * (step.getReward().getFloat() + worth - known[action]);
        }
    }

    private double[] values(int cell, int actions) {
        return values.computeIfAbsent(cell, fresh -> new double[actions]);
    }
}
