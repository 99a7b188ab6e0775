package kelvin.chart;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.CurveTable;
import kelvin.metric.Decimals;
import kelvin.report.CurveData;

/**
 * A curve with its label, colour and dashes.
 *
 * @param curve what is drawn
 * @param look the learner whose colour and dashes it has, or {@link ChartTheme#REFERENCE}
 */
record StyledCurve(Curve curve, int look) {
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
