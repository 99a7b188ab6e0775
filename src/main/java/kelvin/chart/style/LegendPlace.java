package kelvin.chart.style;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The place of the names of lines. */
@Stability(MAY_CHANGE)
public enum LegendPlace {
    /** At the end of each line; beside the panels of a figure of several. */
    ENDS,
    /** In the corner of the plot with the fewest data; beside the panels of a figure of several. */
    INSIDE,
    /** In rows below the plot. */
    BELOW
}
