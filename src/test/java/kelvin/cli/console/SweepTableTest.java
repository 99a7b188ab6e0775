package kelvin.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;
import kelvin.report.SweepAnswer;
import org.junit.jupiter.api.Test;

class SweepTableTest {
    private static String table(boolean condition, SweepPoint... points) {
        SweptAxis axis = new SweptAxis("temperature", condition, Set.of("a"), Map.of(0.2, "0.20"));
        return SweepTable.of(SweepAnswer.of(Results.builder("?")
                        .swept(List.of(axis), List.of(points))
                        .build())
                .orElseThrow());
    }

    private static SweepPoint point(String learner, double value, double regret) {
        double[] values = {regret - 1, regret + 1};
        return SweepPoint.of("temperature", value, "", Double.NaN, new RunValues(learner, Metric.REGRET, values));
    }

    private static final SweepPoint[] POINTS = {
        point("a", 0.1, 7), point("a", 0.2, 5), point("b", 0.1, 6), point("b", 0.2, 6)
    };

    @Test
    void theBestValueIsShownInAsManyDigitsAsItsErrorAllows() {
        assertThat(table(false, POINTS).lines())
                .hasSize(3)
                .anyMatch(line -> line.matches("a\\s+0\\.20\\s+5\\.0\\s+−7\\.7 … 17\\.7"))
                .anyMatch(line -> line.matches("b\\s+any\\s+6\\.0.*"));
    }

    @Test
    void conditionsHaveTheirBestLearnersAndTheSentenceOfTheReport() {
        assertThat(table(true, POINTS).lines())
                .map(line -> line.replaceAll("\\s+", " "))
                .containsExactly(
                        "temperature best regret 95 % interval",
                        "0.1 b 6.0 −6.7 … 18.7",
                        "0.20 a 5.0 −7.7 … 17.7",
                        "",
                        "b has the least mean regret for temperature = 0.1; a for temperature = 0.20.",
                        "Values of temperature are conditions, not choices: compare what is played at the same value.");
    }

    @Test
    void oneLearnerUnderConditionsIsNotCompared() {
        assertThat(table(true, Stream.of(POINTS).limit(2).toArray(SweepPoint[]::new))
                        .lines())
                .hasSize(5)
                .last()
                .asString()
                .startsWith("Values of temperature are conditions");
    }
}
