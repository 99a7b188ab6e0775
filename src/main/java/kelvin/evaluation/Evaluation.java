package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.model.ModelSpec;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/**
 * Off-policy evaluation: a target's mean reward on a log by several estimators, and diagnostics of the log's support.
 *
 * <pre>
 *   Evaluation evaluation = Evaluation.of(log, 34, Target.of(new Softmax(0.1), values), Seed.of(1));
 *   evaluation.estimate(new DoublyRobust());
 * </pre>
 *
 * <p>Decisions are taken as independent: a propensity may depend on anything, the target on the decision's place, open actions and
 * context. An evaluation is not safe for use by several threads at once.
 */
@Stability(MAY_CHANGE)
public final class Evaluation {
    private static final Interval BINARY = new Interval(0, 1);

    private final WeightedLog log;
    private final Support support;
    private final double loggedMean;
    private final Interval rewards;
    private final @Nullable Interval range;
    private final Seed seed;

    private Evaluation(WeightedLog log, Support support, LoggedRewards logged, @Nullable Interval given, Seed seed) {
        this.log = log;
        this.support = support;
        this.seed = seed;
        loggedMean = logged.mean();
        range = given != null || !logged.binary() ? given : BINARY;
        rewards = range != null ? range : logged.range();
    }

    /**
     * Evaluates a target on a log whose range of rewards is unknown, unless all of them are 0 or 1.
     *
     * @param log the decisions, at least one; their actions are in [0, actions)
     * @param actions how many actions there are; at least 1
     * @param target the policy under evaluation
     * @param seed decides the actions drawn for replay and the resamples of the bootstrap
     * @return what the estimators need
     */
    public static Evaluation of(List<LoggedDecision> log, int actions, Target target, Seed seed) {
        return of(log, actions, target, null, seed);
    }

    /**
     * Evaluates a target on a log.
     *
     * @param decisions the log, at least one; their actions are in [0, actions)
     * @param actions how many actions there are; at least 1
     * @param target the policy under evaluation
     * @param range the least and largest reward possible; null if not known
     * @param seed decides the actions drawn for replay and the resamples of the bootstrap
     * @return what the estimators need
     */
    public static Evaluation of(
            List<LoggedDecision> decisions, int actions, Target target, @Nullable Interval range, Seed seed) {
        return of(decisions, actions, target, range, null, seed);
    }

    /**
     * Evaluates a target on a log with a reward model of one's choice, which is fitted to each half of the log to predict the other.
     *
     * @param decisions the log, at least one, with contexts if it is of {@link LoggedDecisions}
     * @param actions how many actions there are; at least 1
     * @param target the policy under evaluation
     * @param range the least and largest reward possible; null if not known
     * @param model the reward model, whose predictions are clipped to the range of rewards; null for mean rewards by action
     * @param seed decides the actions drawn for replay, the resamples of the bootstrap, and what is random in the model
     * @return what the estimators need
     */
    public static Evaluation of(
            List<LoggedDecision> decisions,
            int actions,
            Target target,
            @Nullable Interval range,
            @Nullable ModelSpec model,
            Seed seed) {
        return of(DecisionStream.of(decisions), actions, target, range, model, seed);
    }

    /**
     * Evaluates a target on a log that need not fit in memory. It is read twice, and once more where there is a model. Takes O(decisions ×
     * actions) time and O(actions) memory, whatever the number of decisions.
     *
     * @param decisions the log, at least one
     * @param actions how many actions there are; at least 1
     * @param target the policy under evaluation
     * @param range the least and largest reward possible; null if not known
     * @param model the reward model, whose predictions are clipped to the range of rewards; null for mean rewards by action
     * @param seed decides the actions drawn for replay, the resamples of the bootstrap, and what is random in the model
     * @return what the estimators need
     */
    public static Evaluation of(
            DecisionStream decisions,
            int actions,
            Target target,
            @Nullable Interval range,
            @Nullable ModelSpec model,
            Seed seed) {
        Require.that(decisions.size() > 0, "log", "no decisions", "at least one");
        LoggedRewards logged = new LoggedRewards();
        ActionMeans means = new ActionMeans(decisions, actions);
        decisions.forEach((index, decision) -> {
            Require.that(decision.action() < actions, "action", decision.action(), "in [0, " + (actions - 1) + "]");
            logged.add(decision.reward());
            means.add(index, decision, 1);
        });
        means.end();
        logged.requireWithin(range);
        Interval clip = range == null ? logged.range() : range;
        RewardModel rewardModel = model == null
                ? means
                : new ContextRewards(
                        new LogRegression(model, Weighting.NONE, seed.child("model")),
                        decisions,
                        actions,
                        clip,
                        LogRegression.EQUAL);
        Support support =
                new Support(actions, decisions.size(), target.learned(), model != null || target.contextual(), means);
        WeightedLog log = new WeightedLog(decisions, target, support, rewardModel, seed.child("replay"));
        log.forEach(support::add);
        return new Evaluation(log, support, logged, range, seed);
    }

    /**
     * Returns the default estimators, none of whose shrunk weights exceeds the limit.
     *
     * @param limit where {@link ClippedIps} cuts weights off and {@link SwitchDr} stops trusting them; finite and &gt; 0
     * @return those of the other method
     */
    public static List<Estimator> estimators(double limit) {
        return estimators(limit, SubGaussianIps.within(limit), OptimisticShrinkageDr.within(limit));
    }

    /**
     * Returns the eleven default estimators.
     *
     * @param limit where {@link ClippedIps} cuts weights off and {@link SwitchDr} stops trusting them; finite and &gt; 0
     * @param smoothed sub-Gaussian weights
     * @param shrunk DRos
     * @return replay, IPS, self-normalised, clipped, direct method, doubly robust, Switch-DR, sub-Gaussian, DRos, MRDR, SNDR
     */
    public static List<Estimator> estimators(double limit, SubGaussianIps smoothed, OptimisticShrinkageDr shrunk) {
        return List.of(
                new ReplayMatches(),
                new Ips(),
                new SelfNormalisedIps(),
                new ClippedIps(limit),
                new DirectMethod(),
                new DoublyRobust(),
                new SwitchDr(limit),
                smoothed,
                shrunk,
                new MoreRobustDr(),
                new SelfNormalisedDr());
    }

    private void fit(List<Estimator> estimators) {
        if (estimators.stream().anyMatch(Estimator::fittedForVariance)) {
            log.fitForVariance();
        }
    }

    /**
     * Returns one estimate without its intervals, after one more reading of the log.
     *
     * @param estimator which
     * @return the estimate, in reward units; {@code NaN} where the log has nothing to say
     */
    public double estimate(Estimator estimator) {
        EstimateSums sums = new EstimateSums(estimator, rewards);
        fit(List.of(estimator));
        log.forEach(sums::add);
        return sums.value();
    }

    /**
     * Returns estimates with their intervals. Intervals for every sample size take no weight to exceed the largest and
     * need the range of rewards; the bounds of biases go by the least and largest reward logged where the range is not
     * known.
     *
     * <p>Reads the log twice, once or twice more for {@link MoreRobustDr}, and twice again for every 4 million resamples × actions × 8. Takes
     * O(resamples × decisions × estimators) time, on all processors, and O(resamples × (actions + estimators)) memory.
     *
     * @param estimators which
     * @param resamples how many resamples the bootstrap draws; at least 1
     * @return one each
     */
    public List<Estimate> estimates(List<Estimator> estimators, int resamples) {
        Require.atLeast("resamples", 1, resamples);
        fit(estimators);
        List<EstimateSums> sums =
                estimators.stream().map(each -> new EstimateSums(each, rewards)).toList();
        List<IntervalRules> rules = new ArrayList<>();
        PoissonBootstrap bootstrap =
                new PoissonBootstrap(log, support, sums, rewards, resamples, seed.child("bootstrap"));
        bootstrap.draw(row -> sums.forEach(each -> each.add(row)), () -> {
            sums.forEach(each -> rules.add(new IntervalRules(each, support, rewards, range)));
            return row -> rules.forEach(each -> each.add(row));
        });
        return IntStream.range(0, rules.size())
                .mapToObj(e -> rules.get(e).estimate(bootstrap.interval(e)))
                .toList();
    }

    /**
     * Returns the mean reward of the log, which the logging policy earned.
     *
     * @return in reward units
     */
    public double loggedMean() {
        return loggedMean;
    }

    /**
     * Returns the fit of the reward model.
     *
     * @return its squared error, cross-fitted, beside that of mean rewards by action
     */
    public ModelFit modelFit() {
        return support.modelFit();
    }

    /**
     * Returns the range of rewards, where it is known.
     *
     * @return the range that was given, or 0 to 1 if these are the rewards of the log and there are no others, or null
     */
    public @Nullable Interval range() {
        return range;
    }

    /**
     * Returns diagnostics of the overlap between the log and the target.
     *
     * @return sizes, weights and warnings
     */
    public Support support() {
        return support;
    }

    /**
     * Returns warnings about the log and about single estimates.
     *
     * @param estimates estimates of this evaluation
     * @return a sentence each; empty if nothing speaks against them
     */
    public List<String> warnings(List<Estimate> estimates) {
        return EstimateWarnings.of(support, rewards, estimates);
    }
}
