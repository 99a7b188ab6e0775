package djl;

import ai.djl.modality.rl.agent.RlAgent;
import ai.djl.modality.rl.env.RlEnv;
import kelvin.policy.Softmax;
import kelvin.random.Seed;

/** Trains an agent of DJL's, in an environment of DJL's, under a softmax: it learns the shortest way. */
public final class Explores {
    private Explores() {}

    /**
     * Fails if the shortest way was not learnt.
     *
     * @param args none
     */
    public static void main(String[] args) {
        RlAgent agent = new PolicyAgent(new Softmax(1), 0.5, Seed.of(1).generator());
        try (RlEnv corridor = new Corridor()) {
            float first = corridor.runEnvironment(agent, true);
            agent.trainBatch(corridor.getBatch());
            for (int episode = 1; episode < 200; episode++) {
                corridor.runEnvironment(agent, true);
                agent.trainBatch(corridor.getBatch());
            }
            float learnt = corridor.runEnvironment(agent, false);
            System.out.println("first episode " + first + ", after 200 " + learnt);
            if (learnt != -8 || first >= -8) {
                throw new AssertionError("the shortest way, 8 steps, was not learnt");
            }
        }
    }
}
