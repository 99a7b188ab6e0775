package kelvin.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.StepUnit;
import org.junit.jupiter.api.Test;

class RankingTableTest {
    /** The interval is 11 ± t(0.975; 1)·1 with t = 12.7062, from any table. */
    @Test
    void learnersAreRankedByRegretWithTheStudentInterval() {
        List<String> lines = RankingTable.of(results(new double[] {20, 22}, new double[] {10, 12}), StepUnit.STEP)
                .lines()
                .toList();
        assertThat(lines.get(1)).matches("good +11\\.0 +−1\\.7 … 23\\.7 +50\\.0 % +0\\.250*");
        assertThat(lines.get(2)).startsWith("bad ");
    }

    @Test
    void oneRepetitionHasNoInterval() {
        assertThat(RankingTable.of(results(new double[] {20}, new double[] {10}), StepUnit.STEP))
                .containsPattern("learner +regret +optimal")
                .containsPattern("good +10\\.00 +50\\.0 %")
                .endsWith("One repetition has no interval; --repetitions N plays more.");
    }

    private static Results results(double[] bad, double[] good) {
        List<RunValues> trials = new ArrayList<>();
        for (String learner : List.of("bad", "good")) {
            trials.add(new RunValues(learner, Metric.REGRET, learner.equals("bad") ? bad : good));
            trials.add(new RunValues(learner, Metric.OPTIMAL_ACTION, fill(bad.length, 0.5)));
            trials.add(new RunValues(learner, Metric.REWARD, fill(bad.length, 0.25)));
        }
        return Results.builder("?").trials(trials).build();
    }

    private static double[] fill(int length, double x) {
        double[] all = new double[length];
        Arrays.fill(all, x);
        return all;
    }
}
