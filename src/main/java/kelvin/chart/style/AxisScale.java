package kelvin.chart.style;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The scale of an axis. */
@Stability(MAY_CHANGE)
public enum AxisScale {
    /** Equal differences are equally long. */
    LINEAR,
    /** Equal ratios are equally long. */
    LOG
}
