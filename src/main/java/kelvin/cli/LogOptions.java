package kelvin.cli;

import java.nio.file.Path;
import java.util.List;
import kelvin.contract.Rewards;
import kelvin.evaluation.Interval;
import kelvin.experiment.Catalog;
import kelvin.experiment.ContextColumn;
import kelvin.experiment.DecisionLog;
import kelvin.experiment.LearntPolicy;
import kelvin.experiment.LogFormat;
import kelvin.model.feature.FeatureMap;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say how to read a log of decisions. */
final class LogOptions {
    private static final int MAX_ACTIONS = 1_000_000;

    @Parameters(
            paramLabel = "LOG",
            arity = "1..*",
            description = "Logged decisions with their rewards and propensities: files or folders of files.")
    private List<Path> log = List.of();

    @Option(
            names = "--columns",
            paramLabel = "A,R,P",
            split = ",",
            description =
                    "A CSV's columns of actions (from 0), rewards and propensities. Default: action,reward,propensity"
                            + " or item_id,click,propensity_score")
    private List<String> columns = List.of();

    @Option(
            names = "--context",
            paramLabel = "C,…",
            split = ",",
            description =
                    "The columns that --model sees: numbers, or texts; NAME:text takes numbers as texts. A journal's are the"
                            + " features x0, x1, … of its decisions")
    private List<String> context = List.of();

    @Option(
            names = "--features",
            paramLabel = "YAML",
            description =
                    "The features made of the columns of --context, as an experiment file lists them. Default: numbers"
                            + " standardised, texts one-hot, and the constant 1")
    private @Nullable String features;

    @Option(
            names = "--actions",
            paramLabel = "K",
            description =
                    "The number of actions, including those never logged. Default: as many as --values or --target has, or as"
                            + " occur in a CSV, or as a journal has arms")
    private @Nullable Integer actions;

    @Option(
            names = "--reward-range",
            paramLabel = "LOW,HIGH",
            split = ",",
            description =
                    "The least and the largest reward possible. Default: 0,1 where the log has both and no others; else unknown")
    private List<Double> range = List.of();

    @Option(
            names = "--missing",
            paramLabel = "R",
            description = "The reward assumed for journal decisions without one. Default: they are left out")
    private @Nullable Double missing;

    void check() {
        if (!columns.isEmpty() && columns.size() != 3) {
            throw new BadInput("--columns: found " + columns.size() + ", must be three: action, reward and propensity");
        } else if (actions != null && (actions < 1 || actions > MAX_ACTIONS)) {
            throw new BadInput("--actions: found " + actions + ", must be in [1, " + MAX_ACTIONS + "]");
        } else if (!range.isEmpty()
                && (range.size() != 2
                        || !Double.isFinite(range.get(1) - range.get(0))
                        || range.get(0) >= range.get(1))) {
            throw new BadInput("--reward-range: found " + range
                    + ", must be two finite numbers, the least reward possible and a larger one");
        }
    }

    /** Refuses options that say what something else already says. */
    void leave(String source, @Nullable Integer count) {
        if (actions != null && !actions.equals(count)) {
            throw new BadInput("--actions: found " + actions + ", must be " + count + ", as " + source + " has");
        }
    }

    /** Refuses columns of contexts that nothing would see. */
    void leaveContext(String reason) {
        if (!context.isEmpty()) {
            throw new BadInput("--context: found " + String.join(",", context) + ", " + reason);
        } else if (features != null) {
            throw new BadInput("--features: found " + features + ", " + reason);
        }
    }

    /** Returns the first file or folder, after which results are named. */
    Path first() {
        return log.get(0);
    }

    int count() {
        return log.size();
    }

    /** Returns the name of the log in texts. */
    String name() {
        return log.size() == 1 ? first().toString() : first() + " and " + (log.size() - 1) + " more";
    }

    /** Returns the range of rewards that was given; null if none was. */
    @Nullable
    Interval range() {
        return range.isEmpty() ? null : new Interval(range.get(0), range.get(1));
    }

    /** Reads the log, among so many actions if that is known, with rewards of a kind. */
    DecisionLog read(@Nullable Integer known, Rewards rewards, Catalog catalog) {
        List<ContextColumn> seen = context.stream().map(ContextColumn::named).toList();
        FeatureMap map = features == null ? null : catalog.features("--features", features);
        return DecisionLog.read(
                log, new LogFormat(columns, seen, map, missing, known == null ? actions : known, List.of(), rewards));
    }

    /** Reads the log with the actions and contexts of a learnt policy. */
    DecisionLog read(LearntPolicy.Description policy, Rewards rewards) {
        return DecisionLog.read(
                log,
                new LogFormat(
                        columns,
                        policy.context(),
                        policy.features(),
                        missing,
                        policy.actions(),
                        policy.ids(),
                        rewards));
    }
}
