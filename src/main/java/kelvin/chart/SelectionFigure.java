package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChangeMarks;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.Legend;
import kelvin.chart.layout.PanelFigure;
import kelvin.metric.ContextResults;
import kelvin.metric.Results;
import kelvin.metric.SelectionShares;
import kelvin.metric.StepUnit;
import kelvin.report.Remarks;

/**
 * A figure of the selection shares of ranks over time: a panel of stacked areas per learner, one legend of ranks for
 * all.
 */
final class SelectionFigure {
    private SelectionFigure() {}

    static Figure of(ShownLearners shown) {
        Results results = shown.results();
        StepUnit unit = results.unit();
        List<SelectionPanel> panels = SelectionPanel.of(shown.theme(), results.selections());
        StepAxis axis = StepAxis.of(shown.theme(), results.selections().get(0).steps());
        ChangeMarks changes = ChangeMarks.of(shown.theme(), axis.range(), results.changes());
        return new PanelFigure(
                Frame.of(
                        shown.theme(),
                        results,
                        caption(panels, results) + axis.remark(unit) + changes.remark() + shown.remark()),
                panels,
                legend(shown.theme(), panels.get(0).groups(), panels.get(0).selections(), results.contexts()),
                unit.singular(),
                several(panels) ? "arms shown, in % of " + unit.plural() : "share of selections (%)",
                changes);
    }

    /** Returns true if more than one arm was selected at some step. */
    static boolean several(List<SelectionPanel> panels) {
        return panels.get(0).top() > 100;
    }

    private static String caption(List<SelectionPanel> panels, Results results) {
        StepUnit unit = results.unit();
        boolean rest = panels.stream().anyMatch(panel -> panel.total() < 99.9);
        String note = several(panels)
                ? "; 200 % means two arms at a " + unit.singular()
                : rest ? "; white: ranks below those named" : "";
        return "Ranks by " + Remarks.ranking(results, "") + note
                + ". Mean over repetitions; each point averages the latest " + unit.plural() + ", at least "
                + Math.round(100 * SelectionPanel.BIN_SHARE) + " % of those so far.";
    }

    /** Returns the legend in the order of the areas: the best rank at the bottom. */
    static Legend legend(ChartTheme theme, RankGroups groups, SelectionShares first, ContextResults contexts) {
        List<String> labels = IntStream.range(0, groups.count())
                .mapToObj(i -> groups.label(i, first, contexts))
                .toList();
        return Legend.of(theme, "rank", labels, (g, label, x, y) -> square(theme, g, label, groups.count(), x, y))
                .stacked();
    }

    private static void square(ChartTheme theme, Graphics2D g, int group, int groups, double x, double y) {
        g.setColor(theme.shade(group, groups));
        g.fill(new Rectangle2D.Double(x + Legend.SWATCH - 16, y, 16, 16));
    }
}
