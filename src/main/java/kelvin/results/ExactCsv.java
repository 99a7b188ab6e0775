package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.contract.Stability;
import kelvin.exact.BernoulliProblem;
import kelvin.exact.Expectation;
import kelvin.experiment.Experiment;
import kelvin.file.IoMessage;
import kelvin.yaml.BadInput;
import org.apache.commons.csv.CSVPrinter;

/** From an experiment to the problem that is solved exactly, and from its solution to a CSV file. */
@Stability(MAY_CHANGE)
public final class ExactCsv {
    private ExactCsv() {}

    /**
     * The problem of an experiment.
     *
     * @param file where it was read from, for errors
     * @param experiment the experiment
     * @return its arms and horizon
     * @throws BadInput if its testbed is not of fixed Bernoulli arms, or there are too few or too many steps
     */
    public static BernoulliProblem problem(Path file, Experiment experiment) {
        boolean fits = experiment.testbed() instanceof FixedTestbed fixed
                && fixed.arms().stream().allMatch(Bernoulli.class::isInstance);
        if (!fits) {
            throw new BadInput(file + ": testbed: found "
                    + experiment.testbed().getClass().getSimpleName()
                    + ", must be a FixedTestbed of Bernoulli arms to be solved exactly");
        }
        double[] means = ((FixedTestbed) experiment.testbed())
                .arms().stream().mapToDouble(arm -> ((Bernoulli) arm).p()).toArray();
        try {
            return new BernoulliProblem(means, (int) Math.min(experiment.horizon(), Integer.MAX_VALUE));
        } catch (IllegalArgumentException e) {
            throw new BadInput(file + ": testbed: " + e.getMessage());
        }
    }

    /**
     * Writes a row per learner and step: expected regret, its standard deviation, and the probability of each arm.
     *
     * @param csv the file, replaced if it is there
     * @param found what was computed, by the label of the learner
     * @throws BadInput if it cannot be written
     */
    public static void write(Path csv, Map<String, Expectation> found) {
        int arms = found.values().iterator().next().choices()[0].length;
        List<String> header = new ArrayList<>(List.of("learner", "step", "regret", "standard_deviation"));
        for (int arm = 0; arm < arms; arm++) {
            header.add("probability_arm_" + arm);
        }
        try (CSVPrinter printer =
                new CSVPrinter(Files.newBufferedWriter(csv, StandardCharsets.UTF_8), ResultsWriter.FORMAT)) {
            printer.printRecord(header);
            for (Map.Entry<String, Expectation> entry : found.entrySet()) {
                rows(printer, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new BadInput("--csv: " + csv + " cannot be written: " + IoMessage.of(e));
        }
    }

    private static void rows(CSVPrinter printer, String label, Expectation expectation) throws IOException {
        for (int i = 0; i < expectation.regret().length; i++) {
            List<Object> row = new ArrayList<>(
                    List.of(label, i + 1, expectation.regret()[i], expectation.spread()[i]));
            for (double probability : expectation.choices()[i]) {
                row.add(probability);
            }
            printer.printRecord(row);
        }
    }
}
