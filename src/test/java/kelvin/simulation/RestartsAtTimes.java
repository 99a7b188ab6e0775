package kelvin.simulation;

import kelvin.contract.Rewards;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The doubling trick as SMPyBandits programs it: afresh after the steps T + 1 for T = first, 2·first, 4·first, …, and told the time of the
 * next restart as its horizon. That is about twice the length of its stage, which {@link kelvin.learner.meta.DoublingTrick} would tell it.
 */
record RestartsAtTimes(LearnerSpec learner, long first) implements LearnerSpec {
    @Override
    public Rewards rewards() {
        return learner.rewards();
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new Learner() {
            private long time = first;
            private long before;
            private Learner player = learner.create(new BanditTask(problem.actions(), first), random);

            @Override
            public int select(long step) {
                return player.select(step - before);
            }

            @Override
            public void observe(long step, int action, double reward) {
                player.observe(step - before, action, reward);
                if (step > time) {
                    before = step;
                    time *= 2;
                    player = learner.create(new BanditTask(problem.actions(), time), random);
                }
            }
        };
    }
}
