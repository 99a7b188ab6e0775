package kelvin.experiment;

import java.util.List;
import kelvin.bandit.arm.Arm;
import kelvin.contract.ContractViolation;
import kelvin.contract.OutsideCheck;
import kelvin.contract.Rewards;
import kelvin.random.Seed;
import kelvin.schedule.Schedule;
import kelvin.yaml.Binder.Bound;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** Tries out arms and schedules of a user's own before anything is played, with random numbers that no run uses. */
final class OutsideTrial {
    /** The number of rewards that all arms together give, where there are many arms. */
    private static final int MOST_DRAWS = 1_000_000;

    private final long[] steps;
    private final int draws;

    /**
     * Prepares to try out components.
     *
     * @param all the components of an experiment: many arms are tried with fewer rewards each
     * @param steps the steps at which a schedule is asked
     */
    OutsideTrial(List<Bound> all, long[] steps) {
        this.steps = steps.clone();
        this.draws = Math.max(1, Math.min(OutsideCheck.DECISIONS, MOST_DRAWS / Math.max(1, all.size())));
    }

    /**
     * Tries out an arm or a schedule; accepts all else, and Kelvin's own.
     *
     * @param component any component of an experiment
     * @throws ContractViolation if a mean or a number at a step is not finite, or a reward not as the arm says
     */
    void require(Object component) {
        if (!OutsideCheck.outside(component)) {
            return;
        } else if (component instanceof Arm arm) {
            finite(arm, "mean", arm.mean(), "");
            rewards(arm);
        } else if (component instanceof Schedule schedule) {
            for (long step : steps) {
                finite(schedule, "at", schedule.at(step), " for step " + step);
            }
        }
    }

    private static void finite(Object culprit, String method, double x, String where) {
        if (!Double.isFinite(x)) {
            throw new ContractViolation(culprit, method, x + where, "be finite");
        }
    }

    private void rewards(Arm arm) {
        Rewards allowed = arm.rewards();
        ContinuousSampler sampler = arm.sampler(Seed.of(0).generator());
        for (int draw = 0; draw < draws; draw++) {
            double reward = sampler.sample();
            if (!allowed.contain(reward)) {
                throw new ContractViolation(
                        arm, "sampler", "a reward of " + reward, "give " + allowed + ", as its rewards() says");
            }
        }
    }
}
