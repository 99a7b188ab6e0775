package kelvin.learner.gradient;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;

/** The advantage of a reward: its difference from a baseline. Mutable, for one thread at a time. */
@Stability(STABLE)
public final class Advantage implements Resumable {
    private final Baseline baseline;
    private double rewards;
    private long count;

    /**
     * Creates an advantage before any reward.
     *
     * @param baseline what rewards are compared with
     */
    public Advantage(Baseline baseline) {
        this.baseline = baseline;
    }

    /**
     * Returns r − b, for a reward that from now on counts into the average.
     *
     * @param reward r
     * @return the advantage, in reward units
     */
    public double of(double reward) {
        double before = rewards;
        rewards += reward;
        count++;
        return switch (baseline) {
            case INCLUDING -> reward - rewards / count;
            case EXCLUDING -> count == 1 ? reward : reward - before / (count - 1);
            case NONE -> reward;
        };
    }

    /**
     * Saves or loads the rewards so far.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        rewards = fields.real("rewards", rewards);
        count = fields.whole("count", count);
    }
}
