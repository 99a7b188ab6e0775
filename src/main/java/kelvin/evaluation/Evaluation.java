package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.model.ModelSpec;
import kelvin.numeric.NeumaierSum;
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

    private final Fit fit;
    private final List<WeightedDecision> decisions;
    private final Support support;
    private final Interval rewards;
    private final @Nullable Interval range;
    private final Seed seed;

    private @Nullable Fit fitForVariance;

    private Evaluation(Fit fit, Support support, Interval logged, @Nullable Interval given, Seed seed) {
        this.fit = fit;
        this.decisions = fit.decisions();
        this.support = support;
        this.range = given != null ? given : binary(decisions, logged);
        this.rewards = range != null ? range : logged;
        this.seed = seed;
    }

    private static @Nullable Interval binary(List<WeightedDecision> decisions, Interval logged) {
        boolean binary =
                logged.equals(BINARY) && decisions.stream().allMatch(each -> each.reward() == 0 || each.reward() == 1);
        return binary ? logged : null;
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
     * Evaluates a target on a log. Takes O(decisions × actions) time and O(decisions + actions) memory: 2 to 16 bytes per
     * decision, up to 8 more once {@link MoreRobustDr} is asked for, up to 16 more where the target takes actions that a half of the log
     * never took, and 3 to 24 more for a copy of the log unless it is of {@link LoggedDecisions}; a column takes 1 byte per decision where at
     * most 256 of 4096 numbers differ.
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
     * Takes two such fits beside the time and memory said above, and 8 bytes more per decision.
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
        LoggedDecisions log = LoggedDecisions.of(decisions);
        Require.that(!log.isEmpty(), "log", "no decisions", "at least one");
        DoubleSummaryStatistics rewards = new DoubleSummaryStatistics();
        for (LoggedDecision decision : log) {
            Require.that(decision.action() < actions, "action", decision.action(), "in [0, " + (actions - 1) + "]");
            rewards.accept(decision.reward());
        }
        Interval logged = Interval.between(rewards.getMin(), rewards.getMax());
        Require.that(
                range == null || (range.low() <= logged.low() && logged.high() <= range.high()),
                "range of rewards",
                range == null ? "none" : range.low() + " … " + range.high(),
                "from " + logged.low() + " or less to " + logged.high() + " or more, which were logged");
        ActionMeans means = new ActionMeans(log, actions);
        RewardModel rewardModel = model == null
                ? means
                : new ContextRewards(
                        new LogRegression(model, Weighting.NONE, seed.child("model")),
                        log,
                        actions,
                        range == null ? logged : range,
                        i -> 1);
        Support support =
                new Support(actions, log.size(), target.learned(), model != null || target.contextual(), means);
        Fit fit = Fit.weigh(
                log, target, rewardModel, support, seed.child("replay").generator());
        return new Evaluation(fit, support, logged, range, seed);
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

    private Fit fit(Estimator estimator) {
        if (!estimator.fittedForVariance()) {
            return fit;
        }
        if (fitForVariance == null) {
            fitForVariance = fit.forVariance(support);
        }
        return fitForVariance;
    }

    /**
     * Returns one estimate without its intervals.
     *
     * @param estimator which
     * @return the estimate, in reward units; {@code NaN} where the log has nothing to say
     */
    public double estimate(Estimator estimator) {
        List<WeightedDecision> weighted = fit(estimator).decisions();
        return sum(weighted, estimator::numerator) / sum(weighted, estimator::denominator)
                + sum(weighted, estimator::offset) / weighted.size();
    }

    private static double sum(List<WeightedDecision> decisions, ToDoubleFunction<WeightedDecision> term) {
        NeumaierSum sum = new NeumaierSum();
        decisions.forEach(each -> sum.add(term.applyAsDouble(each)));
        return sum.value();
    }

    /**
     * Returns estimates with their intervals. Intervals for every sample size take no weight to exceed the largest and
     * need the range of rewards; the bounds of biases go by the least and largest reward logged where the range is not
     * known.
     *
     * <p>Takes O(resamples × (decisions × estimators + actions)) time, the fits of the reward model included.
     *
     * @param estimators which
     * @param resamples how many resamples the bootstrap draws; at least 1
     * @return one each
     */
    public List<Estimate> estimates(List<Estimator> estimators, int resamples) {
        Require.atLeast("resamples", 1, resamples);
        Estimate[] all = new Estimate[estimators.size()];
        for (boolean forVariance : new boolean[] {false, true}) {
            int[] mine = IntStream.range(0, all.length)
                    .filter(e -> estimators.get(e).fittedForVariance() == forVariance)
                    .toArray();
            List<Estimator> alike = IntStream.of(mine).mapToObj(estimators::get).toList();
            List<Estimate> theirs = alike.isEmpty() ? List.of() : estimates(fit(alike.get(0)), alike, resamples);
            IntStream.range(0, mine.length).forEach(i -> all[mine[i]] = theirs.get(i));
        }
        return List.of(all);
    }

    /** Returns estimates that share a fit of the reward model; whichever they are, the resamples are the same. */
    private List<Estimate> estimates(Fit shared, List<Estimator> estimators, int resamples) {
        Interval[] percentiles = new PercentileInterval(shared.decisions(), shared.model(), support.wanted())
                .intervals(
                        estimators, rewards, resamples, seed.child("bootstrap").generator());
        IntervalRules intervals = new IntervalRules(shared.decisions(), support, rewards, range);
        return IntStream.range(0, percentiles.length)
                .mapToObj(e -> intervals.estimate(estimators.get(e), estimate(estimators.get(e)), percentiles[e]))
                .toList();
    }

    /**
     * Returns the mean reward of the log, which the logging policy earned.
     *
     * @return in reward units
     */
    public double loggedMean() {
        return decisions.stream().mapToDouble(WeightedDecision::reward).sum() / decisions.size();
    }

    /**
     * Returns the fit of the reward model.
     *
     * @return its squared error, cross-fitted, beside that of mean rewards by action
     */
    public ModelFit modelFit() {
        ActionMeans means = support.means();
        double error = 0;
        double errorOfMeans = 0;
        for (int i = 0; i < decisions.size(); i++) {
            WeightedDecision decision = decisions.get(i);
            double miss = decision.reward() - decision.predicted();
            double missOfMeans = decision.reward() - means.predictions(i)[means.chosen(i)];
            error += miss * miss / decisions.size();
            errorOfMeans += missOfMeans * missOfMeans / decisions.size();
        }
        return new ModelFit(error, errorOfMeans);
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
