package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;

/**
 * The results of one player by itself, without those that compare it with others.
 *
 * @param curves its curves, in the order of {@link Metric}
 * @param selections the shares of the arms in its choices
 * @param traces the traced quantities, each as the mean over all repetitions and then of single ones; none if nothing is traced
 */
@Stability(MAY_CHANGE)
public record PlayerResults(List<MetricCurve> curves, SelectionShares selections, List<Trace> traces) {
    public PlayerResults {
        curves = List.copyOf(curves);
        traces = List.copyOf(traces);
    }
}
