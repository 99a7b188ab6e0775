package kelvin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.chart.Charts;
import kelvin.chart.EstimateIntervals;
import kelvin.cli.console.UsageError;
import kelvin.cli.text.EvaluationText;
import kelvin.cli.text.HumanUnits;
import kelvin.contract.Rewards;
import kelvin.evaluation.Estimate;
import kelvin.evaluation.Evaluation;
import kelvin.evaluation.Interval;
import kelvin.evaluation.LogRegression;
import kelvin.evaluation.Target;
import kelvin.evaluation.Weighting;
import kelvin.experiment.Catalog;
import kelvin.experiment.DecisionLog;
import kelvin.experiment.LearntPolicy;
import kelvin.file.IoMessage;
import kelvin.model.ModelSpec;
import kelvin.policy.PolicySchedule;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  kelvin evaluate log.csv --policy '{Greedy: {}}' --context age,country --model '{Ridge: {}}'",
            "  kelvin evaluate decisions/ --policy '{Greedy: {}}' --context x0,x1 --model '{Ridge: {}}'",
            "  kelvin evaluate log.csv --target policy.json",
            "  kelvin evaluate monday.csv tuesday.csv week/ --policy '{Greedy: {}}'",
            "",
            "LOG is a CSV file, a folder of CSV files, a journal (.jsonl), the folder of a decision maker or a file of Vowpal "
                    + "Wabbit's dsjson (.dsjson, reward = -cost); several of a kind are read one after the other, and need "
                    + "not fit in memory. Without --values the "
                    + "policy uses, at each decision, the mean rewards of the other half of the log (cross-fitting), or "
                    + "what --model predicts from it.",
            "",
            "Intervals are 95 %% confidence intervals for the policy's true mean reward. Bootstrap intervals are approximate and "
                    + "need many decisions; guaranteed ones hold for any number, if the range of rewards is known: exact (Clopper-Pearson) "
                    + "where rewards are 0 or 1 and weights equal, else empirical Bernstein bounds. Both include the bias; – means that "
                    + "no interval is known."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Mixin
    private LogOptions logs;

    @Mixin
    private EstimateOptions options;

    @Option(
            names = "--policy",
            paramLabel = "YAML",
            description = "The policy to evaluate, as an experiment file names it. Default: the one that --target has")
    private @Nullable String policy;

    @Option(
            names = "--target",
            paramLabel = "FILE",
            description = "A policy that kelvin learn has written: its model decides by the contexts of the log.")
    private @Nullable Path target;

    @Option(
            names = "--model",
            paramLabel = "YAML",
            description =
                    "The model of rewards and, without --values and --target, of the values that the policy uses; fitted to"
                            + " each half of the log for the other. Default: that of --target, or mean rewards by action")
    private @Nullable String model;

    @Option(
            names = "--values",
            paramLabel = "V,…",
            split = ",",
            description = "The action values that the policy uses. Default: learnt from the log")
    private List<Double> values = List.of();

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
        Catalog catalog = classpath.catalog();
        PolicySchedule named = policy == null ? null : catalog.policy("--policy", policy);
        ModelSpec rewards = model == null ? null : catalog.model("--model", model);
        check();
        try {
            if (target != null) {
                LearntPolicy learnt = LearntPolicy.read(target, catalog);
                evaluate(learnt, named, rewards == null ? learnt.description().model() : rewards);
            } else if (named != null) {
                evaluate(named, rewards, catalog);
            }
        } catch (IllegalArgumentException e) {
            throw UsageError.refused(spec, e);
        }
        return 0;
    }

    private void check() {
        if (policy == null && target == null) {
            throw new BadInput("--policy: missing, must be the policy to evaluate, unless --target has one");
        } else if (target != null && !values.isEmpty()) {
            throw new BadInput("--values: found " + values + ", must be absent: --target has a model of values");
        }
        logs.check();
        options.check();
        if (target != null) {
            logs.leaveContext("must be absent: --target says what its model sees");
        } else if (model == null) {
            logs.leaveContext("but no --model that would see it");
        }
        if (!values.isEmpty()) {
            logs.leave("--values", values.size());
        }
    }

    private static Rewards kind(@Nullable ModelSpec rewards) {
        return rewards == null ? Rewards.REAL : rewards.rewards();
    }

    private void evaluate(LearntPolicy learnt, @Nullable PolicySchedule named, ModelSpec rewards) {
        LearntPolicy.Description described = learnt.description();
        PolicySchedule wanted = named == null ? described.policy() : named;
        logs.leave("--target", described.actions());
        DecisionLog read = logs.read(described, kind(rewards));
        Target decided = Target.of(wanted, learnt.fitted(), read.decisions().contexts());
        String words = wanted + ", by " + described.model() + " learnt from " + HumanUnits.count(described.decisions())
                + " decisions (" + target + ")";
        if (learnt.isFrom(read)) {
            words +=
                    "\nwarning: the policy was learnt from these very decisions, which flatter it: kelvin learn says what it earns"
                            + " on others";
        }
        int unknown = read.unknown();
        if (unknown > 0) {
            words += "\nwarning: " + HumanUnits.count(unknown) + " of "
                    + HumanUnits.count(read.decisions().size())
                    + " decisions saw a category that the policy has never seen, taken as none of the known ones";
        }
        evaluate(wanted, decided, words, read, rewards);
    }

    private void evaluate(PolicySchedule wanted, @Nullable ModelSpec rewards, Catalog catalog) {
        DecisionLog read = logs.read(values.isEmpty() ? null : (Integer) values.size(), kind(rewards), catalog);
        double[] fixed = values.stream().mapToDouble(value -> value).toArray();
        if (!values.isEmpty()) {
            evaluate(wanted, Target.of(wanted, fixed), wanted + ", by values given", read, rewards);
        } else if (rewards == null) {
            Target learned = Target.learned(wanted, read.decisions(), read.actions());
            evaluate(wanted, learned, wanted + ", by values learnt from the other half of the log", read, null);
        } else {
            Target learned = new LogRegression(rewards, Weighting.NONE, options.seed())
                    .heldOut(wanted, read.decisions(), read.actions());
            String words = wanted + ", by " + rewards + " learnt from the other half of the log";
            evaluate(wanted, learned, words, read, rewards);
        }
    }

    private void evaluate(
            PolicySchedule wanted, Target decided, String words, DecisionLog read, @Nullable ModelSpec rewards) {
        Evaluation evaluation =
                Evaluation.of(read.decisions(), read.actions(), decided, logs.range(), rewards, options.seed());
        List<Estimate> estimates = options.of(evaluation);
        new EvaluationText(evaluation, read, rewards)
                .print(logs.name(), words, estimates, spec.commandLine().getOut());
        if (!noCharts) {
            draw(wanted, estimates, evaluation.loggedMean());
        }
    }

    private void draw(PolicySchedule wanted, List<Estimate> estimates, double loggedMean) {
        Path log = logs.first();
        String name = log.toAbsolutePath().normalize().getFileName().toString().replaceFirst("\\.[^.]*$", "");
        List<EstimateIntervals.Row> rows =
                estimates.stream().map(EvaluateCommand::row).toList();
        EstimateIntervals intervals = new EstimateIntervals(
                "What would " + wanted + " have earned?",
                "Log: " + log.getFileName() + (logs.count() > 1 ? " and others" : "")
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
