package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        List<SelectionPanel> panels = SelectionPanel.of(shown.theme(), results.selections(), results.changes());
        StepAxis axis = StepAxis.of(shown.theme(), results.selections().get(0).steps());
        ChangeMarks changes = ChangeMarks.of(shown.theme(), axis.range(), results.changes());
        return new PanelFigure(
                Frame.of(
                        shown.theme(),
                        results,
                        caption(panels, results) + axis.remark(unit) + changes.remark() + shown.remark()),
                panels,
                legend(shown.theme(), panels, results.contexts()),
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
        String note = several(panels)
                ? "; 200 % means two arms at a " + unit.singular()
                : hatched(panels) ? "; hatched: an arm of lower rank, or none" : "";
        return "Ranks by " + Remarks.ranking(results, "") + note
                + ". Mean over repetitions; each point averages the latest " + unit.plural() + ", at least "
                + Math.round(100 * SelectionPanel.BIN_SHARE) + " % of those so far.";
    }

    private static boolean hatched(List<SelectionPanel> panels) {
        return panels.stream().anyMatch(SelectionPanel::hatched);
    }

    /** Returns the legend in the order of the areas: the best rank at the bottom. */
    static Legend legend(ChartTheme theme, List<SelectionPanel> panels, ContextResults contexts) {
        RankGroups groups = panels.get(0).groups();
        SelectionShares first = panels.get(0).selections();
        Stream<String> labels = IntStream.range(0, groups.count()).mapToObj(i -> groups.label(i, first, contexts));
        return Legend.of(
                        theme,
                        "rank",
                        Stream.concat(labels, hatched(panels) ? Stream.of("none of these") : Stream.of())
                                .toList(),
                        (g, label, x, y) -> square(theme, g, label, groups.count(), x, y))
                .stacked();
    }

    private static void square(ChartTheme theme, Graphics2D g, int group, int groups, double x, double y) {
        Rectangle2D square = new Rectangle2D.Double(x + Legend.SWATCH - 16, y, 16, 16);
        if (group == groups) {
            SelectionPanel.hatch(g, square, square);
            return;
        }
        g.setColor(theme.shade(group, groups));
        g.fill(square);
    }
}
