package kelvin.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kelvin.metric.Metric;
import kelvin.metric.RunValues;
import kelvin.metric.SweepPoint;
import org.junit.jupiter.api.Test;

class SweepTableTest {
    private static SweepPoint point(String learner, double value, double regret) {
        double[] values = {regret - 1, regret + 1};
        return SweepPoint.of(
                "temperature",
                value,
                "",
                Double.NaN,
                learner.equals("a"),
                new RunValues(learner, Metric.REGRET, values));
    }

    @Test
    void theBestValueIsShownInAsManyDigitsAsItsErrorAllows() {
        String table = SweepTable.of(List.of(
                point("a", 0.1, 7),
                point("a", 0.2, 5).marked(),
                point("b", 0.1, 6).marked(),
                point("b", 0.2, 6)));
        assertThat(table.lines())
                .anyMatch(line -> line.matches("a\\s+0\\.2\\s+5\\.0\\s+−7\\.7 … 17\\.7"))
                .anyMatch(line -> line.matches("b\\s+any\\s+6\\.0.*"));
    }
}
