package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.contract.Stability;
import kelvin.exact.BernoulliProblem;
import kelvin.exact.Expectation;
import kelvin.experiment.Experiment;
import kelvin.file.IoMessage;
import kelvin.yaml.BadInput;

/** The CSV file of {@code kelvin exact}, and the problem of an experiment that it solves. */
@Stability(MAY_CHANGE)
public final class ExactCsv {
    private ExactCsv() {}

    /**
     * Returns the problem of an experiment.
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
        CsvFile<Row> file = new CsvFile<>(Stream.concat(
                        Stream.of(
                                Column.<Row>text("learner", Row::learner),
                                Column.<Row>whole("step", row -> row.point + 1),
                                raw("regret", row -> row.of.regret()[row.point]),
                                raw("standard_deviation", row -> row.of.spread()[row.point])),
                        IntStream.range(0, arms)
                                .mapToObj(arm -> raw(
                                        "probability_arm_" + arm, row -> row.of.choices()[row.point][arm])))
                .toList());
        try {
            file.write(csv, found.entrySet().stream().flatMap(Row::of));
        } catch (IOException e) {
            throw new BadInput("--csv: " + csv + " cannot be written: " + IoMessage.of(e));
        }
    }

    /** A column of numbers as Java writes them. */
    private static Column<Row, ?> raw(String name, ToDoubleFunction<Row> value) {
        return new Column<>(name, value::applyAsDouble, Double::parseDouble, "a number");
    }

    private record Row(String learner, Expectation of, int point) {
        static Stream<Row> of(Map.Entry<String, Expectation> found) {
            return IntStream.range(0, found.getValue().regret().length)
                    .mapToObj(point -> new Row(found.getKey(), found.getValue(), point));
        }
    }
}
