package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kelvin.chart.Charts;
import kelvin.chart.EstimateIntervals;
import kelvin.cli.text.HumanUnits;
import kelvin.cli.text.Table;
import kelvin.evaluation.Estimate;
import kelvin.evaluation.Estimator;
import kelvin.evaluation.Evaluation;
import kelvin.evaluation.Interval;
import kelvin.evaluation.OptimisticShrinkageDr;
import kelvin.evaluation.SubGaussianIps;
import kelvin.evaluation.Support;
import kelvin.evaluation.Target;
import kelvin.experiment.DecisionLog;
import kelvin.file.IoMessage;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin evaluate}: off-policy evaluation of a policy on a log of decisions. */
@Command(
        name = "evaluate",
        description =
                "Off-policy evaluation: estimates from a log of decisions with propensities what another policy would"
                        + " have earned, by eleven estimators, and warns where the log cannot support an estimate.",
        footer = {
            "",
            "Examples:",
            "  kelvin evaluate experiments/data/obd_bts_men_small.csv --policy '{Softmax: {temperature: 0.1}}'",
            "  kelvin evaluate decisions/ --policy '{Greedy: {}}' --missing 0",
            "  kelvin evaluate log.csv --policy '{Softmax: {temperature: 0.1}}' --values 0.2,0.5,0.1",
            "",
            "LOG is a CSV file, a journal (.jsonl) or the folder of a decision maker. Without --values the policy uses, at",
            "each decision, the mean rewards of the other half of the log (cross-fitting).",
            "",
            "Intervals are 95 %% confidence intervals for the policy's true mean reward. Bootstrap intervals are approximate and",
            "need many decisions; guaranteed ones hold for any number, if the range of rewards is known: exact (Clopper-Pearson)",
            "where rewards are 0 or 1 and weights equal, else empirical Bernstein bounds. Both include the bias; – means that",
            "no interval is known."
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final int MAX_RESAMPLES = 1_000_000;
    private static final int MAX_ACTIONS = 1_000_000;
    private static final int MAX_IDS = 8;
    private static final Interval NO_BIAS = new Interval(0, 0);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Parameters(paramLabel = "LOG", description = "Logged decisions with their rewards and propensities.")
    private Path log;

    @Option(
            names = "--policy",
            paramLabel = "YAML",
            required = true,
            description = "The policy to evaluate, as an experiment file names it.")
    private String policy;

    @Option(
            names = "--values",
            paramLabel = "V,…",
            split = ",",
            description = "The action values that the policy uses. Default: learned from the log")
    private List<Double> values = List.of();

    @Option(
            names = "--columns",
            paramLabel = "A,R,P",
            split = ",",
            description =
                    "A CSV's columns of actions (from 0), rewards and propensities. Default: action,reward,propensity"
                            + " or item_id,click,propensity_score")
    private List<String> columns = List.of();

    @Option(
            names = "--actions",
            paramLabel = "K",
            description = "The number of actions, including those never logged. Default: as many as --values has, or as"
                    + " occur in a CSV, or as a journal has arms")
    private @Nullable Integer actions;

    @Option(
            names = "--reward-range",
            paramLabel = "LOW,HIGH",
            split = ",",
            description =
                    "The least and the largest reward possible. Default: 0,1 if there are no others; else unknown")
    private List<Double> range = List.of();

    @Option(
            names = "--missing",
            paramLabel = "R",
            description = "The reward assumed for journal decisions without one. Default: they are left out")
    private @Nullable Double missing;

    @Option(
            names = "--limit",
            paramLabel = "W",
            defaultValue = "10",
            description = "The largest weight: clipped IPS clips there, Switch-DR switches. Default: ${DEFAULT-VALUE}")
    private double limit;

    @Option(
            names = "--shrinkage",
            paramLabel = "L",
            description =
                    "DRos: weights w become Lw/(w² + L), at most √L/2. Default: 4W², which keeps them within --limit W")
    private @Nullable Double shrinkage;

    @Option(
            names = "--smoothing",
            paramLabel = "L",
            description =
                    "Sub-Gaussian IPS: weights w become w/(1 − L + Lw), at most 1/L. Default: 1/W, or 1 where that is less,"
                            + " for --limit W")
    private @Nullable Double smoothing;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Number of bootstrap resamples. Default: ${DEFAULT-VALUE}")
    private int resamples;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the bootstrap and of the actions of replay. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description =
                    "Output folder; the chart goes into a subfolder named after the log. Default: ${DEFAULT-VALUE}")
    private Path results;

    @Option(names = "--no-charts", description = "Prints without drawing.")
    private boolean noCharts;

    @Override
    public Integer call() {
        PolicySchedule wanted = classpath.catalog().policy("--policy", policy);
        check();
        DecisionLog read =
                DecisionLog.read(log, columns, missing, values.isEmpty() ? actions : (Integer) values.size());
        try {
            evaluate(wanted, read);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private void check() {
        if (!columns.isEmpty() && columns.size() != 3) {
            throw new BadInput("--columns: found " + columns.size() + ", must be three: action, reward and propensity");
        } else if (resamples < 1 || resamples > MAX_RESAMPLES) {
            throw new BadInput("--resamples: found " + resamples + ", must be in [1, " + MAX_RESAMPLES + "]");
        } else if (actions != null && (actions < 1 || actions > MAX_ACTIONS)) {
            throw new BadInput("--actions: found " + actions + ", must be in [1, " + MAX_ACTIONS + "]");
        } else if (actions != null && !values.isEmpty() && actions != values.size()) {
            throw new BadInput("--actions: found " + actions + ", must be " + values.size() + ", as --values has");
        } else if (!range.isEmpty()
                && (range.size() != 2
                        || !Double.isFinite(range.get(1) - range.get(0))
                        || range.get(0) >= range.get(1))) {
            throw new BadInput("--reward-range: found " + range
                    + ", must be two finite numbers, the least reward possible and a larger one");
        }
    }

    private void evaluate(PolicySchedule wanted, DecisionLog read) {
        double[] fixed = values.stream().mapToDouble(value -> value).toArray();
        Target target =
                values.isEmpty() ? Target.learned(wanted, read.decisions(), read.actions()) : Target.of(wanted, fixed);
        Interval rewards = range.isEmpty() ? null : new Interval(range.get(0), range.get(1));
        Evaluation evaluation = Evaluation.of(read.decisions(), read.actions(), target, rewards, Seed.of(seed));
        List<Estimate> estimates = evaluation.estimates(estimators(), resamples);
        PrintWriter out = spec.commandLine().getOut();
        out.println(log + ": " + HumanUnits.count(read.decisions().size()) + " decisions among " + read.actions()
                + " actions, mean reward " + Table.number(evaluation.loggedMean()));
        out.println(wanted + ", by values " + (values.isEmpty() ? "learned from the other half of the log" : "given"));
        out.println();
        out.println(table(estimates));
        out.println();
        print(evaluation, read, out);
        evaluation.warnings(estimates).forEach(warning -> out.println("warning: " + warning));
        if (!noCharts) {
            draw(wanted, estimates, evaluation.loggedMean());
        }
    }

    private List<Estimator> estimators() {
        return Evaluation.estimators(
                limit,
                smoothing == null ? SubGaussianIps.within(limit) : new SubGaussianIps(smoothing),
                shrinkage == null ? OptimisticShrinkageDr.within(limit) : new OptimisticShrinkageDr(shrinkage));
    }

    private static Table table(List<Estimate> estimates) {
        Table table = new Table(List.of("estimator", "mean reward", "bias", "95 % bootstrap", "95 % guaranteed"));
        for (Estimate estimate : estimates) {
            Interval bias = estimate.bias();
            table.row(List.of(
                    estimate.estimator().label(),
                    Double.isNaN(estimate.value()) ? "–" : Table.number(estimate.value()),
                    bias == null ? "unknown" : bias.equals(NO_BIAS) ? "0" : interval(bias),
                    interval(estimate.bootstrap()),
                    interval(estimate.guaranteed())));
        }
        return table;
    }

    private static String interval(Interval bounds) {
        return bounds.known() ? Table.number(bounds.low()) + " … " + Table.number(bounds.high()) : "–";
    }

    private static void print(Evaluation evaluation, DecisionLog read, PrintWriter out) {
        Interval rewards = evaluation.range();
        Support support = evaluation.support();
        out.println("guaranteed: "
                + (rewards == null
                        ? "only with the range of rewards, which is unknown (--reward-range LOW,HIGH)"
                        : "if no reward is outside of " + interval(rewards) + " and no weight above "
                                + Table.number(support.largestWeight())));
        out.println("effective sample size " + Table.number(support.effectiveSampleSize()) + ", mean weight "
                + Table.number(support.meanWeight()) + ", largest " + Table.number(support.largestWeight()) + ", "
                + HumanUnits.count(support.matches()) + " matches in replay");
        if (!read.ids().isEmpty()) {
            String ids = read.ids().stream().limit(MAX_IDS).map(String::valueOf).collect(Collectors.joining(", "));
            out.println("actions are those in the log: " + ids + (read.ids().size() > MAX_IDS ? ", …" : "")
                    + "; --actions K takes them as 0 to K − 1");
        }
        if (read.unrewarded() > 0) {
            out.println("warning: " + HumanUnits.count(read.unrewarded())
                    + " decisions without a reward are left out; --missing 0 counts them as 0");
        }
    }

    private void draw(PolicySchedule wanted, List<Estimate> estimates, double loggedMean) {
        String name = log.toAbsolutePath().normalize().getFileName().toString().replaceFirst("\\.[^.]*$", "");
        List<EstimateIntervals.Row> rows =
                estimates.stream().map(EvaluateCommand::row).toList();
        EstimateIntervals intervals = new EstimateIntervals(
                "What would " + wanted + " have earned?",
                "Log: " + log.getFileName()
                        + ". Thick lines: 95 % bootstrap intervals; thin lines: 95 % intervals valid for any number of"
                        + " decisions, clipped at the edge. Dashed: the mean reward of the log.",
                "mean reward per decision",
                loggedMean,
                rows);
        Path folder = results.resolve(name);
        try {
            spec.commandLine()
                    .getOut()
                    .println(Charts.draw(intervals, folder, "evaluation").get(0) + ": drawn");
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the chart cannot be written: " + IoMessage.of(e), e);
        }
    }

    private static EstimateIntervals.Row row(Estimate estimate) {
        Interval certain = estimate.guaranteed();
        Interval likely = estimate.bootstrap();
        return new EstimateIntervals.Row(
                estimate.estimator().label(),
                estimate.value(),
                likely.low(),
                likely.high(),
                certain.low(),
                certain.high());
    }
}
