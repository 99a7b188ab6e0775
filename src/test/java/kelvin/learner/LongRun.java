package kelvin.learner;

import org.apache.commons.rng.UniformRandomProvider;

/** Long runs of two actions that pay 1 or nothing. */
public final class LongRun {
    private LongRun() {}

    /** The share of action 0 in the last tenth of ten million steps, in the first half of which both actions pay alike. */
    public static double optimalAfterALongIndifference(LearnerSpec spec) {
        long horizon = 10_000_000;
        Learner player = spec.create(new BanditTask(2, horizon), Players.random(1));
        UniformRandomProvider rewards = Players.random(2);
        double optimal = 0;
        for (long step = 1; step <= horizon; step++) {
            int action = player.select(step);
            double p = step <= horizon / 2 ? 0.5 : action == 0 ? 0.9 : 0.1;
            player.observe(step, action, rewards.nextDouble() < p ? 1 : 0);
            optimal += step > horizon / 10 * 9 && action == 0 ? 10.0 / horizon : 0;
        }
        return optimal;
    }

    /** The share of the better action in the last tenth of each half; it pays with probability 0.9, the other 0.1, and they swap. */
    public static double[] optimalBeforeAndAfterASwap(LearnerSpec spec, long horizon) {
        Learner player = spec.create(new BanditTask(2, horizon), Players.random(1));
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
