package kelvin.evaluation;

import java.util.function.IntToDoubleFunction;
import kelvin.model.Context;
import kelvin.model.Model;
import org.jspecify.annotations.Nullable;

/** A reward model that predicts from the contexts of the log; predictions are clipped to the range of rewards. */
final class ContextRewards implements RewardModel {
    private final LogRegression regression;
    private final LoggedDecisions log;
    private final Interval range;
    private final Model[] models = new Model[2];
    private final Context context;
    private final double[] predictions;

    /** Fits the model to each half of a log, with a weight of each decision. */
    ContextRewards(
            LogRegression regression, LoggedDecisions log, int actions, Interval range, IntToDoubleFunction weights) {
        this.regression = regression;
        this.log = log;
        this.range = range;
        context = new Context(actions, log.contexts().features());
        predictions = new double[actions];
        for (int half = 0; half < 2; half++) {
            models[half] = regression.fit(log, actions, new Rows(1 - half, 2, log.size()), weights);
        }
    }

    @Override
    public double[] predictions(int decision) {
        log.contexts().read(decision, context);
        models[decision & 1].values(context, predictions);
        for (int a = 0; a < predictions.length; a++) {
            predictions[a] = Math.max(range.low(), Math.min(range.high(), predictions[a]));
        }
        return predictions;
    }

    @Override
    public double @Nullable [][] byHalves() {
        return null;
    }

    @Override
    public RewardModel weighted(IntToDoubleFunction weights) {
        return new ContextRewards(regression, log, predictions.length, range, weights);
    }
}
