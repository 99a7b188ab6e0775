package kelvin.bandit.slate;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.bandit.Bandit;
import kelvin.contract.Slate;
import kelvin.contract.Stability;

/**
 * A bandit that takes several actions at a step. To a player of one action it is an ordinary bandit: its action is a slate of
 * one.
 *
 * <p>{@link #benchmark()} is the expected payoff of the best slate of an allowed size, also for players of one action: all are
 * measured against the same.
 */
@Stability(MAY_CHANGE)
public interface SlateBandit extends Bandit {
    /**
     * Returns a slate's true expected payoff, now.
     *
     * @param slate its actions and their order
     * @return μ of that slate
     */
    double mean(Slate slate);

    /**
     * Shows a slate, and writes into it which rewards are seen and what it pays.
     *
     * @param slate its actions and their order
     */
    void show(Slate slate);

    /**
     * Returns whether no slate is better, up to rounding.
     *
     * @param slate its actions and their order
     * @return true if its mean is the benchmark, ± 1e-12 of it
     */
    default boolean optimal(Slate slate) {
        double best = benchmark();
        return best - mean(slate) <= 1e-12 * Math.abs(best);
    }

    /**
     * Returns any bandit as one for players of slates.
     *
     * @param bandit a bandit
     * @return itself if it takes slates, else one that takes slates of one
     */
    static SlateBandit of(Bandit bandit) {
        return bandit instanceof SlateBandit slates ? slates : new SlatesOfOne(bandit);
    }

    /**
     * Returns false whatever the arms: regret is not against the best arm but against the best slate, the benchmark.
     *
     * @return false
     */
    @Override
    default boolean stationary() {
        return false;
    }
}
