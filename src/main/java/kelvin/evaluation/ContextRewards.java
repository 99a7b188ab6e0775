package kelvin.evaluation;

import java.util.List;
import kelvin.model.Context;
import kelvin.model.Model;

/** A reward model that predicts from the contexts of the log; predictions are clipped to the range of rewards. */
final class ContextRewards implements RewardModel {
    private final LogRegression regression;
    private final DecisionStream log;
    private final Interval range;
    private final List<Model> models;
    private final Context context;
    private final double[] predictions;

    /** Fits the model to each half of a log, with a weight of each decision. */
    ContextRewards(
            LogRegression regression, DecisionStream log, int actions, Interval range, LogRegression.Weights weights) {
        this.regression = regression;
        this.log = log;
        this.range = range;
        context = new Context(actions, log.contexts().features());
        predictions = new double[actions];
        models = regression.fit(
                log, actions, List.of(LogRegression.Rows.ALL.half(1), LogRegression.Rows.ALL.half(0)), weights);
    }

    @Override
    public double[] predictions(int decision) {
        log.contexts().read(decision, context);
        models.get(decision & 1).values(context, predictions);
        for (int a = 0; a < predictions.length; a++) {
            predictions[a] = Math.max(range.low(), Math.min(range.high(), predictions[a]));
        }
        return predictions;
    }

    @Override
    public RewardModel weighted(LogRegression.Weights weights) {
        return new ContextRewards(regression, log, predictions.length, range, weights);
    }
}
