package kelvin.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kelvin.cli.text.Table;
import kelvin.contract.InvalidValue;
import kelvin.exact.BernoulliProblem;
import kelvin.exact.Expectation;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.learner.LearnerSpec;
import kelvin.results.ExactCsv;
import kelvin.simulation.BanditScenario;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin exact}: computes expected regret exactly, without simulation. */
@Command(
        name = "exact",
        description =
                "Computes what learners do on average on a few Bernoulli arms, exactly and without simulation: expected regret,"
                        + " its standard deviation between runs, and the probability of each arm.",
        footer = {
            "",
            "Examples:",
            "  kelvin exact --arms 0.9,0.6 --horizon 50 --learner '{Ucb1: {}}' --learner '{ThompsonBeta: {}}'",
            "  kelvin exact my-two-coins.yaml --horizon 100 --csv exact.csv",
            "",
            "For learners that depend on counts and sums of rewards: two arms up to step 122, three up to 41. For"
                    + " those that depend on their order: two arms up to step 12, three up to 9. Others are refused."
        })
final class ExactCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "An experiment: its Bernoulli arms, its learners and its horizon.")
    private @Nullable Path file;

    @Option(names = "--arms", paramLabel = "P", split = ",", description = "The mean of each arm, instead of a file.")
    private @Nullable List<Double> arms;

    @Option(
            names = "--learner",
            paramLabel = "YAML",
            description = "A learner as an experiment file names it; repeatable.")
    private List<String> learners = List.of();

    @Option(names = "--horizon", paramLabel = "N", description = "The last step; replaces the file's.")
    private @Nullable Integer horizon;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Writes every step of every learner to this file; fails if the file exists.")
    private @Nullable Path csv;

    @Option(names = "--force", description = "Replaces the CSV file if it exists.")
    private boolean force;

    @Override
    public Integer call() {
        if (csv != null && Files.exists(csv) && !force) {
            throw new BadInput("--csv: " + csv + " already exists; --force replaces it");
        }
        Map<String, LearnerSpec> players = new LinkedHashMap<>();
        BernoulliProblem problem = file == null ? fromOptions(players) : fromFile(file, players);
        players.forEach((label, learner) -> {
            Optional<String> obstacle = problem.obstacle(learner);
            if (obstacle.isPresent()) {
                throw new BadInput("learner '" + label + "': " + obstacle.get());
            }
        });
        Map<String, Expectation> found = new LinkedHashMap<>();
        players.forEach((label, learner) -> found.put(label, problem.expectation(learner)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(title(problem) + "\n\n" + table(problem, found));
        if (csv != null) {
            ExactCsv.write(csv, found);
            out.println("\n" + csv + ": written");
        }
        return 0;
    }

    private BernoulliProblem fromOptions(Map<String, LearnerSpec> players) {
        if (arms == null || learners.isEmpty() || horizon == null) {
            throw new ParameterException(
                    spec.commandLine(), "found no experiment, must be a FILE, or --arms, --learner and --horizon");
        }
        for (String yaml : learners) {
            players.put(yaml, classpath.catalog().learner("--learner", yaml));
        }
        double[] means = arms.stream().mapToDouble(Double::doubleValue).toArray();
        try {
            return new BernoulliProblem(means, horizon);
        } catch (InvalidValue e) {
            throw new BadInput((e.name().equals("means") ? "--arms" : "--" + e.name()) + ": " + e.problem());
        }
    }

    private BernoulliProblem fromFile(Path path, Map<String, LearnerSpec> players) {
        if (arms != null && path.toString().matches("[0-9.]+")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--arms: found a blank before " + path + ", must be numbers with commas between them");
        } else if (arms != null || !learners.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "found a file and --arms or --learner, must be one or the other");
        }
        Overrides overrides = new Overrides(null, null, horizon == null ? null : (long) horizon);
        Experiment experiment =
                ExperimentFile.read(path, classpath.catalog(), overrides).experiment();
        BernoulliProblem problem = ExactCsv.problem(path, experiment);
        if (experiment.scenario() instanceof BanditScenario bandits) {
            players.putAll(bandits.learners());
        }
        return problem;
    }

    private static String title(BernoulliProblem problem) {
        List<String> means = new ArrayList<>();
        for (double mean : problem.means()) {
            means.add(String.valueOf(mean));
        }
        return "Bernoulli arms " + String.join(", ", means) + ", after " + problem.horizon() + " steps";
    }

    private static Table table(BernoulliProblem problem, Map<String, Expectation> found) {
        List<String> header = new ArrayList<>(List.of("learner", "regret", "standard deviation"));
        for (int arm = 0; arm < problem.means().length; arm++) {
            header.add("P(arm " + arm + ")");
        }
        Table table = new Table(header);
        int last = problem.horizon() - 1;
        found.forEach((label, expectation) -> {
            List<String> row = new ArrayList<>(List.of(
                    label,
                    Table.number(expectation.regret()[last]),
                    Table.number(expectation.spread()[last])));
            for (double probability : expectation.choices()[last]) {
                row.add(Table.number(probability));
            }
            table.row(row);
        });
        return table;
    }
}
