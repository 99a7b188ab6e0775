package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.util.List;
import kelvin.contract.Stability;
import kelvin.metric.Results;

/** The frame of a figure: its title above, its caption below; neither is painted in a page, which shows them itself. */
@Stability(MAY_CHANGE)
public final class Frame {
    private final ChartTheme theme;
    private final TextBlock title;
    private final TextBlock caption;
    private final String words;

    /** Creates a frame. */
    public Frame(ChartTheme theme, String question, String caption) {
        this.theme = theme;
        double width = theme.width() - 2.0 * ChartTheme.MARGIN;
        title = TextBlock.wrap(question, theme.title(), width, 4);
        words = caption;
        this.caption = TextBlock.wrap(caption, theme.caption(), width, 3);
    }

    /** Returns the frame of a figure of results, which is for a page if their question is empty. */
    public static Frame of(ChartTheme theme, Results results, String caption) {
        return new Frame(theme, results.question(), caption);
    }

    /** Returns the theme of the figure. */
    public ChartTheme theme() {
        return theme;
    }

    /** Returns the caption. */
    public String caption() {
        return words;
    }

    /** Returns the vertical position at which the body begins. */
    public int top() {
        return inPage() ? ChartTheme.MARGIN : (int) Math.ceil(ChartTheme.MARGIN + title.height() + 10);
    }

    private boolean inPage() {
        return title.lines().equals(List.of(""));
    }

    /** Returns the height of a figure whose body has that height. */
    public int height(int body) {
        return (int) Math.ceil(top() + body + (inPage() ? 0 : 8 + caption.height()) + ChartTheme.MARGIN * 0.7);
    }

    /** Paints title and caption. */
    public void paint(Graphics2D g, int height) {
        if (inPage()) {
            return;
        }
        g.setColor(ChartTheme.INK);
        title.paint(g, ChartTheme.MARGIN, ChartTheme.MARGIN);
        g.setColor(ChartTheme.FAINT);
        caption.paint(g, ChartTheme.MARGIN, height - caption.height() - ChartTheme.MARGIN * 0.7);
    }
}
