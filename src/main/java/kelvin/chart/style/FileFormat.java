package kelvin.chart.style;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The format of a file that holds a chart. */
@Stability(MAY_CHANGE)
public enum FileFormat {
    /** Dots. */
    PNG,
    /** Vectors for web pages. */
    SVG,
    /** Vectors for print. */
    PDF
}
