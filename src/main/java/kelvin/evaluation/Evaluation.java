package kelvin.evaluation;

import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Require;
import kelvin.policy.Weights;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What a target would have earned on a log, by several estimators, and how far the log can tell.
 *
 * <pre>
 *   Evaluation evaluation = Evaluation.of(log, 34, Target.of(new Softmax(0.1), values), Seed.of(1));
 *   evaluation.estimate(new DoublyRobust());
 * </pre>
 *
 * <p>Decisions are taken as independent and without context: a propensity may depend on anything, the target on the decision's
 * place and open actions alone.
 */
public final class Evaluation {
    private final List<Weighed> decisions;
    private final Support support;
    private final Bounds rewards;
    private final Seed seed;

    private Evaluation(List<Weighed> decisions, Support support, Bounds rewards, Seed seed) {
        this.decisions = decisions;
        this.support = support;
        this.rewards = rewards;
        this.seed = seed;
    }

    /**
     * Weighs a log for a target.
     *
     * @param log the decisions, at least one; their actions are in [0, actions)
     * @param actions how many actions there are; at least 1
     * @param target what is asked about
     * @param seed decides the actions drawn for replay and the resamples of the bootstrap
     * @return what the estimators need
     */
    public static Evaluation of(List<LoggedDecision> log, int actions, Target target, Seed seed) {
        Require.that(!log.isEmpty(), "log", "no decisions", "at least one");
        RewardModel model = new RewardModel(log, actions);
        UniformRandomProvider random = seed.child("replay").generator();
        Support support = new Support(actions, log.size());
        List<Weighed> decisions = new ArrayList<>();
        double[] p = new double[actions];
        for (int i = 0; i < log.size(); i++) {
            LoggedDecision decision = log.get(i);
            int action = decision.action();
            Require.that(action < actions, "action", action, "in [0, " + (actions - 1) + "]");
            target.probabilities(i, decision, p);
            double[] values = model.values(i);
            double expected = 0;
            for (int a = 0; a < actions; a++) {
                expected += p[a] * values[a];
            }
            Weighed weighed = new Weighed(
                    decision.reward(),
                    p[action] / decision.propensity(),
                    values[action],
                    expected,
                    Weights.draw(p, random) == action);
            decisions.add(weighed);
            support.add(decision, p, weighed);
        }
        Bounds rewards = new Bounds(
                log.stream().mapToDouble(LoggedDecision::reward).min().orElseThrow(),
                log.stream().mapToDouble(LoggedDecision::reward).max().orElseThrow());
        return new Evaluation(decisions, support, rewards, seed);
    }

    /**
     * The seven usual estimators.
     *
     * @param limit where {@link ClippedIps} cuts weights off and {@link SwitchDr} stops trusting them; finite and &gt; 0
     * @return replay, IPS, self-normalised, clipped, direct method, doubly robust, Switch-DR
     */
    public static List<Estimator> estimators(double limit) {
        return List.of(
                new ReplayMatches(),
                new Ips(),
                new SelfNormalisedIps(),
                new ClippedIps(limit),
                new DirectMethod(),
                new DoublyRobust(),
                new SwitchDr(limit));
    }

    /**
     * One estimate without its intervals.
     *
     * @param estimator which
     * @return the estimate, in reward units; {@code NaN} where the log has nothing to say
     */
    public double estimate(Estimator estimator) {
        return Weights.sum(numerators(estimator)) / Weights.sum(denominators(estimator));
    }

    /**
     * Estimates with their intervals. Rewards are taken to lie between the least and the largest logged, and no weight to exceed
     * the largest.
     *
     * @param estimators which
     * @param resamples how many resamples the bootstrap draws; at least 1
     * @return one each
     */
    public List<Estimate> estimates(List<Estimator> estimators, int resamples) {
        Require.atLeast("resamples", 1, resamples);
        double[][] numerators = estimators.stream().map(this::numerators).toArray(double[][]::new);
        double[][] denominators = estimators.stream().map(this::denominators).toArray(double[][]::new);
        Bounds[] bootstrap = Bootstrap.intervals(
                numerators, denominators, resamples, seed.child("bootstrap").generator());
        List<Estimate> all = new ArrayList<>();
        for (int e = 0; e < numerators.length; e++) {
            Estimator estimator = estimators.get(e);
            Bounds bounds = estimator.bounds(rewards, support.largestWeight());
            Bounds bernstein = bounds == null ? null : Bernstein.interval(numerators[e], bounds.width());
            all.add(new Estimate(estimator, estimate(estimator), bootstrap[e], bernstein));
        }
        return all;
    }

    private double[] numerators(Estimator estimator) {
        return decisions.stream().mapToDouble(estimator::numerator).toArray();
    }

    private double[] denominators(Estimator estimator) {
        return decisions.stream().mapToDouble(estimator::denominator).toArray();
    }

    /**
     * The mean reward of the log: what the policy that was in force earned.
     *
     * @return in reward units
     */
    public double loggedMean() {
        return decisions.stream().mapToDouble(Weighed::reward).sum() / decisions.size();
    }

    /**
     * How far the log can tell.
     *
     * @return sizes, weights and warnings
     */
    public Support support() {
        return support;
    }
}
