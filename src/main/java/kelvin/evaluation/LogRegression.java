package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

    /** Equal weights. */
    static final Weights EQUAL = (index, decision) -> 1;

    /** The weights of decisions in a regression. */
    @FunctionalInterface
    interface Weights {
        double of(int index, LoggedDecision decision);
    }

    /**
     * Every so-and-so-many-th decision of a log.
     *
     * @param first the first, from 0
     * @param step how many further each is than the one before
     */
    record Rows(int first, int step) {
        /** All decisions of a log. */
        static final Rows ALL = new Rows(0, 1);

        boolean contains(int decision) {
            return decision >= first && (decision - first) % step == 0;
        }

        /** Returns every other of these decisions, beginning with the first or the second: both halves together are all. */
        Rows half(int half) {
            return new Rows(first + half * step, 2 * step);
        }

        /** Returns which half a decision of these is in. */
        int halfOf(int decision) {
            return (decision - first) / step & 1;
        }
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
        return fit(DecisionStream.of(log), actions);
    }

    /**
     * Fits the model to all decisions of a log, which is read once without weights, and twice with them.
     *
     * @param log the decisions
     * @param actions how many actions there are; at least 1
     * @return the fitted model
     * @throws IllegalArgumentException if a reward is not one that the model learns from, or a weight is not finite
     */
    public Model fit(DecisionStream log, int actions) {
        return fit(log, actions, List.of(Rows.ALL)).get(0);
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
        return heldOut(policy, DecisionStream.of(log), actions);
    }

    /**
     * Returns the same target for a log that need not fit in memory, which is read once without weights, and twice with them.
     *
     * @param policy the rule from values to probabilities; a schedule counts the decisions of the log from 1
     * @param log the decisions
     * @param actions how many actions there are; at least 1
     * @return the target, for one thread
     */
    public Target heldOut(PolicySchedule policy, DecisionStream log, int actions) {
        List<Model> models = fit(log, actions, List.of(Rows.ALL.half(1), Rows.ALL.half(0)));
        return new ModelTarget(policy, log.contexts(), models.get(0), models.get(1), true);
    }

    private List<Model> fit(DecisionStream log, int actions, List<Rows> parts) {
        return switch (weighting) {
            case NONE -> fit(log, actions, parts, EQUAL);
            case IPS -> fit(log, actions, parts, (index, decision) -> 1 / decision.propensity());
            case DR -> completed(log, actions, parts);
        };
    }

    /** Fits a model to each of some parts of a log, with a weight of each decision. */
    List<Model> fit(DecisionStream log, int actions, List<Rows> parts, Weights weights) {
        double[] means = means(log, parts, weights);
        List<Model> fitted = create(log, actions, parts.size());
        Context context = new Context(actions, log.contexts().features());
        log.forEach((index, decision) -> {
            log.contexts().read(index, context);
            for (int part = 0; part < means.length; part++) {
                if (parts.get(part).contains(index)) {
                    Require.that(
                            model.rewards().contain(decision.reward()),
                            "reward",
                            decision.reward(),
                            "of the kind of the model: " + model.rewards());
                    double weight = weights.of(index, decision) / means[part];
                    fitted.get(part).learn(index + 1L, context, decision.action(), decision.reward(), weight);
                }
            }
        });
        return fitted;
    }

    private List<Model> create(DecisionStream log, int actions, int count) {
        return Stream.generate(() -> model.create(actions, log.contexts().features(), seed))
                .limit(count)
                .toList();
    }

    /** Returns the mean weight of each part. */
    private static double[] means(DecisionStream log, List<Rows> parts, Weights weights) {
        double[] means = new double[parts.size()];
        if (weights == EQUAL) {
            Arrays.fill(means, 1);
            return means;
        }
        int[] counts = new int[means.length];
        log.forEach((index, decision) -> {
            for (int part = 0; part < means.length; part++) {
                if (parts.get(part).contains(index)) {
                    means[part] += (weights.of(index, decision) - means[part]) / ++counts[part];
                }
            }
        });
        return means;
    }

    private List<Model> completed(DecisionStream log, int actions, List<Rows> parts) {
        List<Rows> halves = parts.stream()
                .flatMap(part -> Stream.of(part.half(1), part.half(0)))
                .toList();
        List<Model> others = fit(log, actions, halves, EQUAL);
        List<Model> fitted = create(log, actions, parts.size());
        Context context = new Context(actions, log.contexts().features());
        double[] values = new double[actions];
        log.forEach((index, decision) -> {
            log.contexts().read(index, context);
            for (int part = 0; part < fitted.size(); part++) {
                Rows rows = parts.get(part);
                if (rows.contains(index)) {
                    others.get(2 * part + rows.halfOf(index)).values(context, values);
                    complete(decision, values);
                    learn(fitted.get(part), index, context, decision, values);
                }
            }
        });
        return fitted;
    }

    private static void complete(LoggedDecision decision, double[] values) {
        int action = decision.action();
        values[action] += (decision.reward() - values[action]) * (1 / decision.propensity());
    }

    private static void learn(Model fitted, int index, Context context, LoggedDecision decision, double[] values) {
        for (int a = 0; a < values.length; a++) {
            if (decision.open() == null || decision.open().get(a)) {
                fitted.learn(index + 1L, context, a, values[a], 1);
            }
        }
    }
}
