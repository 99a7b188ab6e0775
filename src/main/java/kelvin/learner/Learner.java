package kelvin.learner;

/** The player of one run: mutable, and used by one thread at a time. */
public interface Learner {
    /**
     * Chooses an action.
     *
     * @param step decisions made so far + 1
     * @return the action, in [0, n)
     */
    int select(long step);

    /**
     * Learns from a reward.
     *
     * @param step the step of the decision that this reward answers
     * @param action the action taken then
     * @param reward what it gave, finite
     */
    void observe(long step, int action, double reward);
}
