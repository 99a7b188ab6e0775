package kelvin.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kelvin.cli.console.UsageError;
import kelvin.cli.text.EvaluationText;
import kelvin.evaluation.Evaluation;
import kelvin.evaluation.LogRegression;
import kelvin.evaluation.Target;
import kelvin.evaluation.Weighting;
import kelvin.experiment.Catalog;
import kelvin.experiment.DecisionLog;
import kelvin.experiment.LearntPolicy;
import kelvin.model.ModelSpec;
import kelvin.policy.PolicySchedule;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kelvin learn}: learns a policy from a log of decisions. */
@Command(
        name = "learn",
        description =
                "Learns a policy from a log of decisions: fits a model to the logged rewards, writes it to a file, and"
                        + " estimates on held-out decisions what it earns.",
        footer = {
            "",
            "Examples:",
            "  kelvin learn log.csv --context age,country --model '{Ridge: {}}' --out policy.json",
            "  kelvin learn log.csv --context age --model '{Logistic: {}}' --policy '{Softmax: {temperature: 0.1}}'",
            "  kelvin evaluate newer.csv --target policy.json",
            "",
            "LOG is what kelvin evaluate reads. Weights correct for the choices of the log: none trusts the "
                    + "model; ips counts a reward 1/propensity times; dr (doubly robust) completes the rewards of all "
                    + "actions by the model's predictions and their errors, weighted by 1/propensity. The policy in the "
                    + "file has learnt from all decisions; the estimates are of one that has learnt from each half of the "
                    + "log and decides on the other, so no reward judges what was learnt from it."
        })
final class LearnCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Mixin
    private LogOptions logs;

    @Mixin
    private EstimateOptions options;

    @Option(
            names = "--model",
            paramLabel = "YAML",
            required = true,
            description = "The model to fit, as an experiment file names it.")
    private String model;

    @Option(
            names = "--weights",
            paramLabel = "W",
            defaultValue = "none",
            description = "The correction for the choices of the log: none, ips or dr. Default: ${DEFAULT-VALUE}")
    private String weights;

    @Option(
            names = "--policy",
            paramLabel = "YAML",
            defaultValue = "{Greedy: {}}",
            description = "The policy that decides by the model's predictions. Default: ${DEFAULT-VALUE}")
    private String policy;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The JSON file to write, replaced if it exists. Default: nothing is written")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Catalog catalog = classpath.catalog();
        ModelSpec wanted = catalog.model("--model", model);
        PolicySchedule decides = catalog.policy("--policy", policy);
        Weighting weighting = weighting();
        logs.check();
        options.check();
        Path folder = out == null ? null : out.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new BadInput("--out: there is no folder " + folder);
        }
        try {
            LogRegression regression = new LogRegression(wanted, weighting, options.seed());
            DecisionLog read = logs.read((Integer) null, wanted.rewards(), catalog);
            evaluate(regression, decides, read);
            if (out != null) {
                LearntPolicy.of(wanted, weighting, options.number(), decides, read)
                        .write(out);
                spec.commandLine().getOut().println(out + ": written");
            }
        } catch (IllegalArgumentException e) {
            throw UsageError.refused(spec, e);
        }
        return 0;
    }

    private Weighting weighting() {
        return switch (weights) {
            case "none" -> Weighting.NONE;
            case "ips" -> Weighting.IPS;
            case "dr" -> Weighting.DR;
            default -> throw new BadInput("--weights: found '" + weights + "', must be none, ips or dr");
        };
    }

    private void evaluate(LogRegression regression, PolicySchedule decides, DecisionLog read) {
        Target target = regression.heldOut(decides, read.decisions(), read.actions());
        Evaluation evaluation = Evaluation.of(
                read.decisions(), read.actions(), target, logs.range(), regression.model(), options.seed());
        String words = decides + ", by " + regression.model() + " learnt from the other half of the log"
                + (regression.weighting() == Weighting.NONE ? "" : ", weights " + weights);
        PrintWriter answers = spec.commandLine().getOut();
        new EvaluationText(evaluation, read, regression.model())
                .print(logs.name(), words, options.of(evaluation), answers);
    }
}
