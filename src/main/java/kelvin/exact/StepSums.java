package kelvin.exact;

import java.util.Arrays;

/** Sums over the states of each step, weighted by their probabilities. */
final class StepSums {
    private final double[] gaps;
    private final double[] regret;
    private final double[] mass;
    private final double[] means;
    private final double[] squares;
    private final double[][] choices;

    StepSums(double[] means, int horizon) {
        double best = Arrays.stream(means).max().orElseThrow();
        this.gaps = Arrays.stream(means).map(mean -> best - mean).toArray();
        this.regret = new double[horizon];
        this.mass = new double[horizon];
        this.means = new double[horizon];
        this.squares = new double[horizon];
        this.choices = new double[horizon][means.length];
    }

    /**
     * Adds a state before a step: its probability, the plays of each arm so far, and the probabilities of the next
     * choice.
     */
    void add(int step, double weight, int[] plays, double[] probabilities) {
        double past = 0;
        for (int arm = 0; arm < gaps.length; arm++) {
            past += plays[arm] * gaps[arm];
        }
        for (int arm = 0; arm < gaps.length; arm++) {
            double share = weight * probabilities[arm];
            if (share > 0) {
                choices[step - 1][arm] += share;
                regret[step - 1] += share * (past + gaps[arm]);
                spread(step - 1, share, past + gaps[arm]);
            }
        }
    }

    /** Updates the variance by squares of distances from the mean so far, so that a spread of 0 comes out as 0. */
    private void spread(int place, double share, double sum) {
        mass[place] += share;
        double distance = sum - means[place];
        means[place] += distance * (share / mass[place]);
        squares[place] += share * distance * (sum - means[place]);
    }

    Expectation expectation() {
        double[] spread = new double[regret.length];
        Arrays.setAll(spread, i -> Math.sqrt(squares[i] / mass[i]));
        return new Expectation(regret, spread, choices);
    }
}
