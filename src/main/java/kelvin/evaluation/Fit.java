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
        double[][] values = {model.values(0), model.values(1)};
        WeightedDecisions decisions = new WeightedDecisions(log, values);
        double[] p = new double[values[0].length];
        for (int i = 0; i < log.size(); i++) {
            LoggedDecision decision = log.get(i);
            target.probabilities(i, decision, p);
            double expected = 0;
            double unlogged = 0;
            double unfitted = 0;
            for (int a = 0; a < p.length; a++) {
                expected += p[a] * values[i & 1][a];
                unlogged += model.logged(a) ? 0 : p[a];
                unfitted += model.fitted(i & 1, a) ? 0 : p[a];
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
                    values[i & 1][action],
                    expected,
                    Weights.draw(p, random) == action,
                    unlogged,
                    unfitted);
            decisions.add(weighed);
            support.add(i, decision, p, weighed);
        }
        return new Fit(log, target, model, decisions);
    }

    /** Fits the model again with the weights of {@link MoreRobustDr}, in one more pass over the log. */
    Fit forVariance(double largestWeight) {
        int actions = model.values(0).length;
        double largest = largestWeight == 0 ? 1 : largestWeight;
        RewardModel again = new RewardModel(log, actions, i -> decisions.varianceWeight(i, largest));
        double[][] values = {again.values(0), again.values(1)};
        double[] p = new double[actions];
        return new Fit(log, target, again, decisions.predictedBy(values, i -> {
            target.probabilities(i, log.get(i), p);
            double expected = 0;
            for (int a = 0; a < actions; a++) {
                expected += p[a] * values[i & 1][a];
            }
            return expected;
        }));
    }
}
