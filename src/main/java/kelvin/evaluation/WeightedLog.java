package kelvin.evaluation;

import kelvin.numeric.Weights;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of a log with their importance weights for a target and the predictions of a reward model, computed anew whenever they are
 * read, in O(decisions × actions) time and O(actions) memory.
 */
final class WeightedLog {
    private static final double MIN_VARIANCE_WEIGHT = 0x1p-500;

    private final DecisionStream log;
    private final Target target;
    private final Support support;
    private final RewardModel model;
    private final NumberedStreams replay;
    private final double[] p;
    private @Nullable RewardModel forVariance;

    WeightedLog(DecisionStream log, Target target, Support support, RewardModel model, Seed replay) {
        this.log = log;
        this.target = target;
        this.support = support;
        this.model = model;
        this.replay = replay.streams();
        p = new double[support.actions()];
    }

    /**
     * One decision.
     *
     * @param index which of the log, from 0
     * @param logged the decision
     * @param target the target's probabilities, valid until the next decision
     * @param weighted its weight, with the predictions of the model
     * @param varied the same with the predictions of the model fitted for {@link MoreRobustDr}, where there is one
     */
    record Row(int index, LoggedDecision logged, double[] target, WeightedDecision weighted, WeightedDecision varied) {
        /** Returns the decision with the predictions that an estimator uses. */
        WeightedDecision of(Estimator estimator) {
            return estimator.fittedForVariance() ? varied : weighted;
        }

        /** Returns the weight π(a)²·(1 − p)/p², relative to the square of the largest weight; never 0, so that a mean exists. */
        double varianceWeight(double largest) {
            return WeightedLog.varianceWeight(weighted.weight(), logged.propensity(), largest);
        }
    }

    /** The receiver of the decisions. */
    @FunctionalInterface
    interface Visitor {
        void visit(Row row);
    }

    void forEach(Visitor visitor) {
        log.forEach((index, decision) -> {
            double weight = weigh(index, decision);
            double unlogged = 0;
            double unfitted = 0;
            for (int a = 0; a < p.length; a++) {
                unlogged += support.logged(a) ? 0 : p[a];
                unfitted += support.fitted(index & 1, a) ? 0 : p[a];
            }
            replay.place(0, index);
            boolean matched = Weights.draw(p, replay) == decision.action();
            double[] predictions = model.predictions(index);
            WeightedDecision weighted = new WeightedDecision(
                    decision.reward(),
                    weight,
                    predictions[decision.action()],
                    expected(predictions),
                    matched,
                    unlogged,
                    unfitted);
            visitor.visit(new Row(index, decision, p, weighted, varied(index, decision.action(), weighted)));
        });
    }

    private WeightedDecision varied(int index, int action, WeightedDecision weighted) {
        if (forVariance == null) {
            return weighted;
        }
        double[] predictions = forVariance.predictions(index);
        return weighted.refitted(predictions[action], expected(predictions));
    }

    private double weigh(int index, LoggedDecision decision) {
        target.probabilities(index, decision, p);
        return p[decision.action()] / decision.propensity();
    }

    private double expected(double[] predictions) {
        double expected = 0;
        for (int a = 0; a < p.length; a++) {
            expected += p[a] * predictions[a];
        }
        return expected;
    }

    private static double varianceWeight(double weight, double propensity, double largest) {
        double relative = weight / (largest == 0 ? 1 : largest);
        return Math.max(relative * relative * (1 - propensity), MIN_VARIANCE_WEIGHT);
    }

    /** Returns the model, or the one fitted again with the weights of {@link MoreRobustDr}. */
    RewardModel model(boolean varied) {
        return varied && forVariance != null ? forVariance : model;
    }

    /** Fits the model again with the weights of {@link MoreRobustDr}, in another reading of the log. */
    void fitForVariance() {
        if (forVariance == null) {
            forVariance = model.weighted((index, decision) ->
                    varianceWeight(weigh(index, decision), decision.propensity(), support.largestWeight()));
        }
    }
}
