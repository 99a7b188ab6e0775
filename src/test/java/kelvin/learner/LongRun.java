package kelvin.learner;

import org.apache.commons.rng.UniformRandomProvider;

/** Two actions that pay 1 with probability 0.9 and 0.1, and after half of the time the other way round. */
final class LongRun {
    private LongRun() {}

    static double[] optimalBeforeAndAfterASwap(LearnerSpec spec) {
        return optimalBeforeAndAfterASwap(spec, 20_000_000);
    }

    /** The share of the better action in the last tenth of each half. */
    static double[] optimalBeforeAndAfterASwap(LearnerSpec spec, long horizon) {
        Learner player = spec.create(new Problem(2, horizon), Players.random(1));
        UniformRandomProvider rewards = Players.random(2);
        double[] optimal = new double[2];
        for (long step = 1; step <= horizon; step++) {
            int half = step <= horizon / 2 ? 0 : 1;
            int action = player.select(step);
            player.observe(step, action, rewards.nextDouble() < (action == half ? 0.9 : 0.1) ? 1 : 0);
            boolean last = step > horizon / 2 * (half + 1) - horizon / 20;
            optimal[half] += last && action == half ? 20.0 / horizon : 0;
        }
        return optimal;
    }
}
