package kelvin.chart;

import java.util.List;
import kelvin.chart.EstimateIntervals.Row;
import kelvin.chart.layout.Figure;
import kelvin.metric.Results;

/** Data of a bar chart of running times: one bar per learner, from 0. */
final class RunningTimes {
    private RunningTimes() {}

    static Figure of(Results results) {
        List<Row> rows = results.details().seconds().entrySet().stream()
                .map(each -> new Row(each.getKey(), Double.NaN, 0, each.getValue(), Double.NaN, Double.NaN))
                .toList();
        String caption =
                "Added up over the threads and sessions that played, world and learner together; it differs from run to run and"
                        + " from machine to machine.";
        return new IntervalFigure(new EstimateIntervals(results.question(), caption, "running time (s)", 0, rows));
    }
}
