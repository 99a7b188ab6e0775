package kelvin.chart;

import java.awt.Graphics2D;
import java.util.List;
import kelvin.metric.Results;

/** What surrounds every figure: the question as its title above, a caption below. */
final class Frame {
    private final TextBlock title;
    private final TextBlock caption;

    Frame(String question, String caption) {
        double width = House.WIDTH - 2.0 * House.MARGIN;
        title = TextBlock.wrap(question, House.TITLE, width, 4);
        this.caption = TextBlock.wrap(caption, House.CAPTION, width, 3);
    }

    /** The frame of a figure of results. */
    static Frame of(Results results, String caption) {
        return new Frame(results.question(), caption);
    }

    /** Where the body begins. */
    int top() {
        return untitled() ? House.MARGIN : (int) Math.ceil(House.MARGIN + title.height() + 10);
    }

    /** A page that shows the question itself wants it in no figure. */
    private boolean untitled() {
        return title.lines().equals(List.of(""));
    }

    /** The height of a figure whose body has that height. */
    int height(int body) {
        return (int) Math.ceil(top() + body + 8 + caption.height() + House.MARGIN * 0.7);
    }

    void paint(Graphics2D g, int height) {
        g.setColor(House.INK);
        title.paint(g, House.MARGIN, House.MARGIN);
        g.setColor(House.FAINT);
        caption.paint(g, House.MARGIN, height - caption.height() - House.MARGIN * 0.7);
    }
}
