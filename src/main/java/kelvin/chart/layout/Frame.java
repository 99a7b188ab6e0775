package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;
import kelvin.metric.Results;

/** The frame of a figure: its title above, its caption below; neither is painted in a page, which shows them itself. */
@Stability(MAY_CHANGE)
public final class Frame {
    private static final int MAX_TITLE_LINES = 4;
    private static final int MAX_CAPTION_LINES = 16;
    private static final List<String> NOTHING = List.of("");

    private final ChartTheme theme;
    private final String words;
    private final TextBlock title;
    private final TextBlock caption;

    /** Creates a frame; the style may have a title and a caption of its own, or none. */
    public Frame(ChartTheme theme, String question, String caption) {
        this.theme = theme;
        words = caption;
        double width = theme.width() - 2.0 * theme.margin();
        String heading = theme.style().title().orElse(question);
        title = TextBlock.wrap(question.isEmpty() ? "" : heading, theme.title(), width, MAX_TITLE_LINES);
        this.caption = TextBlock.wrap(
                question.isEmpty() ? "" : theme.style().caption().orElse(caption),
                theme.caption(),
                width,
                MAX_CAPTION_LINES);
    }

    /** Returns the frame of a figure of results, which is for a page if their question is empty. */
    public static Frame of(ChartTheme theme, Results results, String caption) {
        return new Frame(theme, results.question(), caption);
    }

    /** Returns the theme of the figure. */
    public ChartTheme theme() {
        return theme;
    }

    /** Returns the caption, also where the style or a page leaves it out. */
    public String caption() {
        return words;
    }

    /** Returns the vertical position at which the body begins. */
    public int top() {
        return title.lines().equals(NOTHING) ? theme.margin() : (int) Math.ceil(theme.margin() + title.height() + 10);
    }

    /**
     * Returns the height of the body: the usual one, or what title and caption leave of the height that the style asks for.
     *
     * @param usual the usual height
     * @param least the least height at which the body can be read
     * @return logical pixels
     * @throws InvalidValue if less is left and the style does not let a chart grow
     */
    public int body(int usual, int least) {
        if (theme.height().isEmpty()) {
            return usual;
        }
        int asked = theme.height().getAsInt();
        int left = asked - height(0);
        if (left < least && theme.style().mayGrow()) {
            return least;
        }
        if (left < least) {
            throw new InvalidValue(
                    "height",
                    theme.inches(asked),
                    "at least " + theme.inches(height(least))
                            + " for this chart at this width and font size, or title and caption off");
        }
        return left;
    }

    /** Returns the height of a figure whose body has that height. */
    public int height(int body) {
        double below = caption.lines().equals(NOTHING) ? 0 : 8 + caption.height();
        return (int) Math.ceil(top() + body + below + theme.margin() * 0.7);
    }

    /** Paints title and caption. */
    public void paint(Graphics2D g, int height) {
        g.setColor(ChartTheme.INK);
        title.paint(g, theme.margin(), theme.margin());
        g.setColor(ChartTheme.FAINT);
        caption.paint(g, theme.margin(), height - caption.height() - theme.margin() * 0.7);
    }
}
