package kelvin.chart.style;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.OptionalDouble;
import kelvin.contract.Stability;

/** A style in one word. */
@Stability(MAY_CHANGE)
public enum Preset {
    /** 800 pixels of 1/96 inch, for a screen. */
    SCREEN(600, 9.375, 192, true),
    /** 3.25 inches, a column of ICML, with labels of 8 points; without title and caption, which the paper has itself. */
    PAPER(234, 8, 300, false),
    /** 12 by 6.75 inches with labels of 18 points, for a slide of 13.33 by 7.5 inches; a chart that has no room in it is higher. */
    SLIDE(864, 18, 144, true);

    private static final double SLIDE_HEIGHT = 486;

    private final double width;
    private final double fontSize;
    private final int dpi;
    private final boolean framed;

    Preset(double width, double fontSize, int dpi, boolean framed) {
        this.width = width;
        this.fontSize = fontSize;
        this.dpi = dpi;
        this.framed = framed;
    }

    double width() {
        return width;
    }

    OptionalDouble height() {
        return this == SLIDE ? OptionalDouble.of(SLIDE_HEIGHT) : OptionalDouble.empty();
    }

    double fontSize() {
        return fontSize;
    }

    int dpi() {
        return dpi;
    }

    /** Returns whether a picture has its title and caption. */
    boolean framed() {
        return framed;
    }

    List<FileFormat> formats() {
        return this == PAPER ? List.of(FileFormat.PDF, FileFormat.PNG) : List.of(FileFormat.PNG, FileFormat.SVG);
    }
}
