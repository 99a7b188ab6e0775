package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kelvin.contract.Stability;
import kelvin.evaluation.Estimate;
import kelvin.evaluation.Evaluation;
import kelvin.evaluation.Interval;
import kelvin.evaluation.ModelFit;
import kelvin.evaluation.Support;
import kelvin.experiment.DecisionLog;
import kelvin.model.ModelSpec;
import org.jspecify.annotations.Nullable;

/** Prints an off-policy evaluation: the estimates with their intervals, what these rest on, and warnings. */
@Stability(INTERNAL)
public final class EvaluationText {
    private static final int MAX_IDS = 8;
    private static final Interval NO_BIAS = new Interval(0, 0);

    private final Evaluation evaluation;
    private final DecisionLog log;
    private final @Nullable ModelSpec model;

    /**
     * Creates the text of an evaluation.
     *
     * @param evaluation the evaluation
     * @param log the log
     * @param model the reward model; null for mean rewards by action
     */
    public EvaluationText(Evaluation evaluation, DecisionLog log, @Nullable ModelSpec model) {
        this.evaluation = evaluation;
        this.log = log;
        this.model = model;
    }

    /**
     * Prints everything.
     *
     * @param name the log's name
     * @param target the target in words
     * @param estimates the estimates
     * @param out where to
     */
    public void print(Object name, String target, List<Estimate> estimates, PrintWriter out) {
        out.println(name + ": " + HumanUnits.count(log.decisions().size(), "decision") + " among "
                + HumanUnits.count(log.actions(), "action") + ", mean reward " + Table.number(evaluation.loggedMean()));
        out.println(target);
        out.println();
        out.println(table(estimates));
        out.println();
        print(out);
        evaluation.warnings(estimates).forEach(warning -> out.println("warning: " + warning));
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

    private void print(PrintWriter out) {
        Interval rewards = evaluation.range();
        Support support = evaluation.support();
        out.println("guaranteed: "
                + (rewards == null
                        ? "only with the range of rewards, which is unknown (--reward-range LOW,HIGH)"
                        : "if no reward is outside of " + interval(rewards) + " and no weight above "
                                + Table.number(support.largestWeight())));
        out.println("effective sample size " + Table.number(support.effectiveSampleSize()) + ", mean weight "
                + Table.number(support.meanWeight()) + ", largest " + Table.number(support.largestWeight()) + ", "
                + HumanUnits.count(support.matches()) + (support.matches() == 1 ? " match" : " matches")
                + " in replay");
        if (model != null) {
            ModelFit fit = evaluation.modelFit();
            out.println("reward model " + model + ": mean squared error " + Table.number(fit.squaredError())
                    + " on held-out decisions, that of mean rewards by action "
                    + Table.number(fit.squaredErrorOfMeans()));
            if (fit.explained() < 0) {
                out.println(String.format(
                        Locale.ROOT,
                        "warning: the reward model predicts worse than mean rewards by action, by %.2g %% of their error",
                        -100 * fit.explained()));
            }
        }
        if (!log.ids().isEmpty()) {
            String ids = log.ids().stream().limit(MAX_IDS).map(String::valueOf).collect(Collectors.joining(", "));
            out.println("actions are those in the log: " + ids + (log.ids().size() > MAX_IDS ? ", …" : "")
                    + "; --actions K takes them as 0 to K − 1");
        }
        if (log.unrewarded() > 0) {
            out.println("warning: " + HumanUnits.count(log.unrewarded())
                    + " decisions without a reward are left out; --missing 0 counts them as 0");
        }
    }
}
