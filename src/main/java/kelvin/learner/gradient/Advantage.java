package kelvin.learner.gradient;

/** The advantage of a reward: its difference from a baseline. */
final class Advantage {
    private final Baseline baseline;
    private double rewards;
    private long count;

    Advantage(Baseline baseline) {
        this.baseline = baseline;
    }

    /** Returns r − b, for a reward that from now on counts into the average. */
    double of(double reward) {
        double before = rewards;
        rewards += reward;
        count++;
        return switch (baseline) {
            case INCLUDING -> reward - rewards / count;
            case EXCLUDING -> count == 1 ? reward : reward - before / (count - 1);
            case NONE -> reward;
        };
    }
}
