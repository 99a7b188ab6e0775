package kelvin.simulation;

/** Sums over some steps of a run. */
final class StepTotals {
    private double gaps;
    private double rewards;
    private long optimal;
    private long steps;

    void count(double gap, boolean best, double reward) {
        gaps += gap;
        rewards += reward;
        optimal += best ? 1 : 0;
        steps++;
    }

    void add(StepTotals more) {
        gaps += more.gaps;
        rewards += more.rewards;
        optimal += more.optimal;
        steps += more.steps;
    }

    void clear() {
        gaps = 0;
        rewards = 0;
        optimal = 0;
        steps = 0;
    }

    /** The sum of gaps. */
    double regret() {
        return gaps;
    }

    /** Writes the sum of gaps, the mean reward and the fraction of optimal actions. */
    void write(double[] out) {
        out[0] = gaps;
        out[1] = rewards / steps;
        out[2] = (double) optimal / steps;
    }
}
