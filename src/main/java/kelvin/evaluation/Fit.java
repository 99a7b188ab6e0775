package kelvin.evaluation;

import kelvin.contract.Require;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A reward model fitted to a log, and the weighted decisions that it predicts for a target.
 *
 * @param log the log
 * @param target the policy under evaluation
 * @param model the fitted model
 * @param decisions the decisions of the log with their weights and predictions
 */
record Fit(LoggedDecisions log, Target target, RewardModel model, WeightedDecisions decisions) {
    /** Weighs all decisions of a log, and adds them to the diagnostics of its support. */
    static Fit weigh(
            LoggedDecisions log, Target target, RewardModel model, Support support, UniformRandomProvider random) {
        WeightedDecisions decisions = new WeightedDecisions(log, model.byHalves());
        double[] p = new double[support.actions()];
        for (int i = 0; i < log.size(); i++) {
            LoggedDecision decision = log.get(i);
            target.probabilities(i, decision, p);
            double[] predictions = model.predictions(i);
            double unlogged = 0;
            double unfitted = 0;
            for (int a = 0; a < p.length; a++) {
                unlogged += support.logged(a) ? 0 : p[a];
                unfitted += support.fitted(i & 1, a) ? 0 : p[a];
            }
            int action = decision.action();
            double weight = p[action] / decision.propensity();
            Require.that(
                    weight < Double.POSITIVE_INFINITY,
                    "propensity",
                    decision.propensity(),
                    "large enough for a finite weight");
            WeightedDecision weighed = new WeightedDecision(
                    decision.reward(),
                    weight,
                    predictions[action],
                    expected(p, predictions),
                    Weights.draw(p, random) == action,
                    unlogged,
                    unfitted);
            decisions.add(weighed);
            support.add(i, decision, p, weighed);
        }
        return new Fit(log, target, model, decisions);
    }

    private static double expected(double[] p, double[] predictions) {
        double expected = 0;
        for (int a = 0; a < p.length; a++) {
            expected += p[a] * predictions[a];
        }
        return expected;
    }

    /** Fits the model again with the weights of {@link MoreRobustDr}, in one more pass over the log. */
    Fit forVariance(Support support) {
        double largest = support.largestWeight() == 0 ? 1 : support.largestWeight();
        RewardModel again = model.weighted(i -> decisions.varianceWeight(i, largest));
        WeightedDecisions predicted = new WeightedDecisions(decisions, again.byHalves());
        double[] p = new double[support.actions()];
        for (int i = 0; i < log.size(); i++) {
            target.probabilities(i, log.get(i), p);
            double[] predictions = again.predictions(i);
            predicted.predict(predictions[log.action(i)], expected(p, predictions));
        }
        return new Fit(log, target, again, predicted);
    }
}
