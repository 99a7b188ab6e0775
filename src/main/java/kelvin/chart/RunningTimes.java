package kelvin.chart;

import java.util.List;
import kelvin.chart.EstimateIntervals.Row;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.metric.Results;

/** Data of a bar chart of running times: one bar per learner, from 0. */
final class RunningTimes {
    private RunningTimes() {}

    static Figure of(ChartTheme theme, Results results) {
        List<Row> rows = results.seconds().entrySet().stream()
                .map(each -> new Row(each.getKey(), Double.NaN, 0, each.getValue(), Double.NaN, Double.NaN))
                .toList();
        String caption =
                "Sum over threads and sessions, environment and learner together; it varies between runs and between"
                        + " machines.";
        return new IntervalFigure(
                theme, new EstimateIntervals(results.question(), caption, "running time (s)", 0, rows));
    }
}
