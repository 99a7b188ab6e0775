package kelvin.bandit;

/** One realised problem, played by one learner on one thread. */
public interface Bandit {
    /**
     * The number of arms.
     *
     * @return the number of arms, at least 1
     */
    int arms();

    /**
     * An arm's true expected reward.
     *
     * @param arm the arm, in [0, arms)
     * @return μ of that arm
     */
    double mean(int arm);

    /**
     * Pulls an arm.
     *
     * @param arm the arm, in [0, arms)
     * @return the arm's next reward: the n-th call for one arm gives its n-th reward, whatever happened to the others
     */
    double pull(int arm);
}
