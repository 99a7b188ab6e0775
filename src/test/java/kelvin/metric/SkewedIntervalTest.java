package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkewedIntervalTest {
    private static final long[] STEPS = {10, 100};

    /** Of 30 repetitions one loses much more than the others, but not before step 10. */
    private static RegretPaths unlucky(String learner, double loss) {
        return new RegretPaths(
                learner,
                STEPS,
                IntStream.range(0, 30)
                        .mapToObj(i -> new double[] {i, i == 7 ? loss : 10 + i % 3})
                        .toArray(double[][]::new));
    }

    private static RunSummary atHorizon(RunValues trials) {
        return RunSummary.of(new RunValues(trials.learner(), trials.metric(), trials.values()));
    }

    @Test
    void atTheHorizonTheIntervalIsThatOfTheTable() {
        RegretPaths paths = unlucky("greedy", 3000);
        RunSummary table = atHorizon(paths.at(1));
        assertThat(SkewedInterval.of("other", List.of(paths), InterimLooks.ONE))
                .containsExactly(new SkewedInterval("greedy", "", 100, table.lower(), table.upper()));
        assertThat(table.upper() - table.mean()).isGreaterThan(2 * (table.mean() - table.lower()));
    }

    @Test
    void theIntervalOfADifferenceIsThatOfItsVerdict() {
        RegretPaths one = unlucky("greedy", 3000);
        RegretPaths other = unlucky("calm", 12);
        RunValues difference = one.at(1).minus(other.at(1));
        RunSummary verdict = atHorizon(difference);
        assertThat(SkewedInterval.of("calm", List.of(one, other), InterimLooks.ONE))
                .contains(new SkewedInterval("greedy", "calm", 100, verdict.lower(), verdict.upper()))
                .noneMatch(interval -> interval.learner().equals("calm"));
    }

    @Test
    void whereStudentsIntervalIsSoundThereIsNone() {
        assertThat(SkewedInterval.of("calm", List.of(unlucky("calm", 12)), InterimLooks.ONE))
                .isEmpty();
    }

    @Test
    void nobodyLosesLessThanNothing() {
        RegretPaths rare = new RegretPaths(
                "rare",
                STEPS,
                IntStream.range(0, 100)
                        .mapToObj(i -> new double[] {i == 3 ? 1 : 0, i == 3 ? 500 : 0})
                        .toArray(double[][]::new));
        RunSummary last = atHorizon(rare.at(1));
        assertThat(last.low()).isNegative();
        assertThat(SkewedInterval.of("", List.of(rare), InterimLooks.ONE))
                .hasSize(2)
                .allMatch(interval -> interval.low() >= 0 && interval.high() > 0);
    }

    @Test
    void severalLooksMakeItWider() {
        List<RegretPaths> paths = List.of(unlucky("greedy", 3000));
        SkewedInterval one = SkewedInterval.of("", paths, InterimLooks.ONE).get(0);
        SkewedInterval twelve =
                SkewedInterval.of("", paths, new InterimLooks(12)).get(0);
        assertThat(twelve.low()).isLessThan(one.low());
        assertThat(twelve.high()).isGreaterThan(one.high());
    }

    @Test
    void differencesArePaired() {
        double[][] differences = unlucky("a", 40).minus(unlucky("b", 12)).regret();
        assertThat(Arrays.stream(differences).mapToDouble(row -> row[1]).sum()).isEqualTo(28);
        assertThat(Arrays.stream(differences).mapToDouble(row -> row[0])).containsOnly(0.0);
    }
}
