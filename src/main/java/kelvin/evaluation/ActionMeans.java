package kelvin.evaluation;

/**
 * A reward model of mean rewards by action, without contexts.
 *
 * <pre>
 *   q̂[a] = Σ v·r / Σ v over the rewards r of a,   the same over all rewards of the half where it has none of a
 * </pre>
 *
 * <p>The weights v are 1 unless they are given. A fit takes O(decisions + actions) time and O(actions) memory.
 */
final class ActionMeans implements RewardModel {
    private final DecisionStream log;
    private final double[][] sums;
    private final double[][] counts;
    private final double[] totals = new double[2];
    private final double[] sizes = new double[2];
    private final double[] means = new double[2];
    private double[][] predictions = new double[2][];

    /** Begins a fit to the decisions of a log, which are added one by one. */
    ActionMeans(DecisionStream log, int actions) {
        this.log = log;
        sums = new double[2][actions];
        counts = new double[2][actions];
    }

    /** Fits the model to a log. */
    static ActionMeans of(DecisionStream log, int actions) {
        return of(log, actions, LogRegression.EQUAL);
    }

    private static ActionMeans of(DecisionStream log, int actions, LogRegression.Weights weights) {
        ActionMeans fitted = new ActionMeans(log, actions);
        log.forEach((index, decision) -> fitted.add(index, decision, weights.of(index, decision)));
        return fitted.end();
    }

    void add(int index, LoggedDecision decision, double weight) {
        int half = index & 1;
        double reward = weight * decision.reward();
        sums[half][decision.action()] += reward;
        counts[half][decision.action()] += weight;
        totals[half] += reward;
        sizes[half] += weight;
    }

    /** Ends the fit. */
    ActionMeans end() {
        double all = (totals[0] + totals[1]) / (sizes[0] + sizes[1]);
        for (int half = 0; half < 2; half++) {
            means[half] = sizes[half] == 0 ? all : totals[half] / sizes[half];
        }
        predictions = new double[][] {values(0), values(1)};
        return this;
    }

    @Override
    public double[] predictions(int decision) {
        return predictions[decision & 1];
    }

    @Override
    public ActionMeans weighted(LogRegression.Weights weights) {
        return of(log, sums[0].length, weights);
    }

    /** Returns the values that predict the decisions of one half, from the rewards of the other half. */
    private double[] values(int half) {
        double[] values = new double[sums[0].length];
        for (int a = 0; a < values.length; a++) {
            values[a] = fitted(half, a) ? sums[1 - half][a] / counts[1 - half][a] : means[1 - half];
        }
        return values;
    }

    /**
     * Returns {@link #predictions} shrunk by one more reward that is the mean of its half, so that a single lucky reward
     * counts for little.
     */
    double[] shrunkenValues(int half) {
        double[] values = new double[sums[0].length];
        for (int a = 0; a < values.length; a++) {
            values[a] = (sums[1 - half][a] + means[1 - half]) / (counts[1 - half][a] + 1);
        }
        return values;
    }

    /** Returns true if the value of an action that predicts one half comes from rewards of that action. */
    boolean fitted(int half, int action) {
        return counts[1 - half][action] > 0;
    }
}
