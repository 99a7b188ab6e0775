package kelvin.chart.style;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Locale;
import kelvin.contract.Stability;

/** The format of a file that holds a chart. */
@Stability(MAY_CHANGE)
public enum FileFormat {
    /** Dots. */
    PNG,
    /** Vectors for web pages. */
    SVG,
    /** Vectors for print. */
    PDF,
    /** An axis of pgfplots for LaTeX; of curves only. */
    TIKZ,
    /** A wide table with a column per curve; of curves only. */
    CSV;

    /** Returns whether only figures of curves have this format. */
    public boolean ofCurves() {
        return this == TIKZ || this == CSV;
    }

    /** Returns the word that stands for the format. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
