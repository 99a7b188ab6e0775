package kelvin.evaluation;

import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A cross-fitted reward model: decisions at even indices of the log are predicted from those at odd ones and vice versa, so no reward
 * predicts itself.
 */
interface RewardModel {
    /** Returns the predicted reward of each action at a decision; not to be changed, and valid until the next call. */
    double[] predictions(int decision);

    /** Returns the predictions for even and odd decisions where nothing else has an influence on them; else null. */
    double @Nullable [][] byHalves();

    /** Fits the model again to the same log, with a weight &gt; 0 of each decision. */
    RewardModel weighted(IntToDoubleFunction weights);
}
