package kelvin.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.CurveTable;
import kelvin.contract.LabelList;
import kelvin.metric.Decimals;
import kelvin.report.CurveData;

/**
 * A curve with its label, colour and dashes.
 *
 * @param curve what is drawn
 * @param look the learner whose colour and dashes it has, or {@link ChartTheme#REFERENCE}
 */
record StyledCurve(Curve curve, int look) {
    private static final double MIN_RATIO = 5;
    private static final int MIN_OTHERS = 5;
    private static final int DIGITS = 3;

    /**
     * Returns the curves that end at least five times as high as any other reaches, with its band: where the others are at least five and twice
     * as many, an axis that shows all would have the others in its lowest fifth.
     */
    static List<StyledCurve> outlying(List<StyledCurve> lines) {
        List<StyledCurve> learners = lines.stream()
                .filter(line -> line.look != ChartTheme.REFERENCE)
                .sorted(Comparator.comparingDouble(line -> line.curve.last()))
                .toList();
        double most = 0;
        for (int others = 1; others < learners.size(); others++) {
            most = Math.max(most, learners.get(others - 1).curve.high());
            boolean many = others >= MIN_OTHERS && others >= 2 * (learners.size() - others);
            if (many && most > 0 && learners.get(others).curve.last() >= MIN_RATIO * most) {
                return learners.subList(others, learners.size());
            }
        }
        return List.of();
    }

    /** Returns the caption's sentence about curves above the vertical axis; empty if there are none. */
    static String above(ChartTheme theme, List<StyledCurve> outlying) {
        return outlying.isEmpty()
                ? ""
                : outlying.stream()
                        .map(line -> LabelList.item(line.curve.label()) + ", which ends at " + line.end(theme))
                        .collect(Collectors.joining(", and below ", " The vertical axis is cut below ", "."));
    }

    /** Returns the curve with a label that says where it ends. */
    StyledCurve withEnd(ChartTheme theme) {
        String label = curve.label() + " (ends at " + end(theme) + ")";
        return new StyledCurve(new Curve(label, curve.x(), curve.y(), curve.band()), look);
    }

    private String end(ChartTheme theme) {
        int decimals = Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(curve.last())));
        return theme.style().numbers().format(curve.last(), decimals);
    }

    /** Returns the part of the curve on an axis, above 0 where values have to be; empty if there is none. */
    Optional<StyledCurve> within(StepAxis axis, boolean positive) {
        return curve.within(axis, positive).map(part -> new StyledCurve(part, look));
    }

    /** Returns the curve without points closer than the eye distinguishes on an axis. */
    StyledCurve thinned(StepAxis axis) {
        return new StyledCurve(curve.thinned(axis), look);
    }

    /** Returns the curve at some x in a page's colours; where it has no point there is none. */
    CurveData.Line numbers(ChartTheme theme, double[] x) {
        Band band = curve.band();
        return new CurveData.Line(
                curve.label(),
                ChartTheme.css(theme.colour(look)),
                dashes(theme),
                Curve.values(x, curve.x(), curve.y()),
                Curve.values(x, band.x(), band.low()),
                Curve.values(x, band.x(), band.high()));
    }

    /** Returns the numbers of the curve for a table. */
    CurveTable.Curve column() {
        Band band = curve.band();
        return new CurveTable.Curve(
                curve.label(),
                look,
                new CurveTable.Points(curve.x(), curve.y()),
                new CurveTable.Points(band.x(), band.low()),
                new CurveTable.Points(band.x(), band.high()));
    }

    private String dashes(ChartTheme theme) {
        float[] dashes = theme.stroke(look).getDashArray();
        return dashes == null
                ? ""
                : IntStream.range(0, dashes.length)
                        .mapToObj(i -> Decimals.value(dashes[i]))
                        .collect(Collectors.joining(" "));
    }
}
