package kelvin.evaluation;

/**
 * A cross-fitted reward model: decisions at even indices of the log are predicted from those at odd ones and vice versa, so no reward
 * predicts itself.
 */
interface RewardModel {
    /** Returns the predicted reward of each action at the decision just visited; not to be changed, and valid until the next call. */
    double[] predictions(int decision);

    /** Fits the model again to the same log, with a weight &gt; 0 of each decision. */
    RewardModel weighted(LogRegression.Weights weights);
}
