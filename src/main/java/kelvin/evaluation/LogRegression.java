package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.model.Context;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;

/**
 * Learning from a log: a regression of logged rewards on contexts and actions, for any model.
 *
 * <pre>
 *   LogRegression regression = new LogRegression(model, Weighting.DR, Seed.of(1));
 *   Model learnt = regression.fit(log, actions);                        // from all decisions
 *   Target target = regression.heldOut(new Greedy(), log, actions);     // what it is worth: evaluate this
 * </pre>
 *
 * <p>Weights are divided by their mean, so that a model's regularisation means the same with and without. A decision's number in the
 * log, from 1, is its number for {@link Model#learn}. One fit takes as long as the model takes to learn each decision once; {@link
 * Weighting#DR} fits three times and lets the last one learn every open action of each decision.
 *
 * @see <a href="https://arxiv.org/abs/1103.4601">Dudík, Langford and Li (2011), Doubly robust policy evaluation and learning</a>
 * @param model what is fitted
 * @param weighting the correction for the choices of the log
 * @param seed decides everything random about the model
 */
@Stability(MAY_CHANGE)
public record LogRegression(ModelSpec model, Weighting weighting, Seed seed) {
    public LogRegression {
        Require.that(
                weighting != Weighting.DR || model.rewards() == Rewards.REAL,
                "weights",
                "DR",
                "NONE or IPS for a model of " + model.rewards() + ", which DR's completed rewards are not");
    }

    /**
     * Fits the model to all decisions of a log.
     *
     * @param log the decisions, with their contexts if they are {@link LoggedDecisions}
     * @param actions how many actions there are; at least 1
     * @return the fitted model
     * @throws IllegalArgumentException if a reward is not one that the model learns from, or a weight is not finite
     */
    public Model fit(List<LoggedDecision> log, int actions) {
        LoggedDecisions decisions = LoggedDecisions.of(log);
        return fit(decisions, actions, new Rows(0, 1, decisions.size()));
    }

    /**
     * Returns a target whose values are those of the model fitted to the other half of the log: decisions at even indices use the
     * rewards at odd ones and vice versa, so that no reward is used to judge itself.
     *
     * @param policy the rule from values to probabilities; a schedule counts the decisions of the log from 1
     * @param log the decisions, with their contexts if they are {@link LoggedDecisions}
     * @param actions how many actions there are; at least 1
     * @return the target, for one thread
     */
    public Target heldOut(PolicySchedule policy, List<LoggedDecision> log, int actions) {
        LoggedDecisions decisions = LoggedDecisions.of(log);
        Rows all = new Rows(0, 1, decisions.size());
        Model even = fit(decisions, actions, all.half(1));
        Model odd = fit(decisions, actions, all.half(0));
        return new ModelTarget(policy, decisions.contexts(), even, odd, true);
    }

    private Model fit(LoggedDecisions log, int actions, Rows rows) {
        return switch (weighting) {
            case NONE -> fit(log, actions, rows, i -> 1);
            case IPS -> fit(log, actions, rows, i -> inverse(log.propensity(i)));
            case DR -> completed(log, actions, rows);
        };
    }

    /** Fits the model to some decisions, with a weight of each. */
    Model fit(LoggedDecisions log, int actions, Rows rows, IntToDoubleFunction weights) {
        Model fitted = model.create(actions, log.contexts().features(), seed);
        Context context = new Context(actions, log.contexts().features());
        double mean = mean(rows, weights);
        for (int i = rows.first(); i < rows.end(); i += rows.step()) {
            double reward = log.reward(i);
            Require.that(
                    model.rewards().contain(reward), "reward", reward, "of the kind of the model: " + model.rewards());
            log.contexts().read(i, context);
            fitted.learn(i + 1L, context, log.action(i), reward, weights.applyAsDouble(i) / mean);
        }
        return fitted;
    }

    private static double mean(Rows rows, IntToDoubleFunction weights) {
        double mean = 0;
        int count = 0;
        for (int i = rows.first(); i < rows.end(); i += rows.step()) {
            mean += (weights.applyAsDouble(i) - mean) / ++count;
        }
        return mean;
    }

    private static double inverse(double propensity) {
        Require.that(
                1 / propensity < Double.POSITIVE_INFINITY,
                "propensity",
                propensity,
                "large enough for a finite weight");
        return 1 / propensity;
    }

    private Model completed(LoggedDecisions log, int actions, Rows rows) {
        Model[] others = {fit(log, actions, rows.half(1), i -> 1), fit(log, actions, rows.half(0), i -> 1)};
        Model fitted = model.create(actions, log.contexts().features(), seed);
        Context context = new Context(actions, log.contexts().features());
        double[] values = new double[actions];
        for (int i = rows.first(); i < rows.end(); i += rows.step()) {
            LoggedDecision decision = log.get(i);
            log.contexts().read(i, context);
            others[rows.halfOf(i)].values(context, values);
            values[decision.action()] +=
                    (decision.reward() - values[decision.action()]) * inverse(decision.propensity());
            for (int a = 0; a < actions; a++) {
                if (decision.open() == null || decision.open().get(a)) {
                    fitted.learn(i + 1L, context, a, values[a], 1);
                }
            }
        }
        return fitted;
    }
}
