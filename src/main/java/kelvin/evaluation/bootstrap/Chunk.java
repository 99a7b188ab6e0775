package kelvin.evaluation.bootstrap;

import static kelvin.contract.Stability.Level.INTERNAL;

import kelvin.contract.Stability;

/** Some successive decisions of a log, and what the fit of a reward model needs of them. */
@Stability(INTERNAL)
public final class Chunk {
    /** The largest number of decisions. */
    public static final int SIZE = 256;

    private final int[] decisions = new int[SIZE];
    private final int[] actions = new int[SIZE];
    private final double[] rewards = new double[SIZE];
    private final double[] varianceWeights = new double[SIZE];
    private int size;

    /** Creates a chunk of no decision. */
    public Chunk() {}

    /**
     * Adds a decision.
     *
     * @param decision its number
     * @param action what was taken
     * @param reward what it gave
     * @param varianceWeight its weight in the second fit of the reward model; in the first one it is 1
     * @return true if there is no room for another
     */
    public boolean add(int decision, int action, double reward, double varianceWeight) {
        decisions[size] = decision;
        actions[size] = action;
        rewards[size] = reward;
        varianceWeights[size] = varianceWeight;
        size++;
        return size == SIZE;
    }

    /** Removes all decisions. */
    public void clear() {
        size = 0;
    }

    /**
     * Returns the number of decisions.
     *
     * @return in [0, {@link #SIZE}]
     */
    public int size() {
        return size;
    }

    int decision(int place) {
        return decisions[place];
    }

    int action(int place) {
        return actions[place];
    }

    double reward(int place) {
        return rewards[place];
    }

    double varianceWeight(int place) {
        return varianceWeights[place];
    }
}
