package kelvin.evaluation;

import java.util.DoubleSummaryStatistics;
import kelvin.contract.Require;
import org.jspecify.annotations.Nullable;

/** The mean, the least and the largest reward of a log. */
final class LoggedRewards {
    private final DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    private boolean unit = true;

    void add(double reward) {
        all.accept(reward);
        unit &= reward == 0 || reward == 1;
    }

    double mean() {
        return all.getAverage();
    }

    Interval range() {
        return Interval.between(all.getMin(), all.getMax());
    }

    /** Returns true if there are rewards of 0 and of 1 and no others. */
    boolean binary() {
        return unit && all.getMin() < all.getMax();
    }

    /** Refuses a range of rewards in which not all of them are. */
    void requireWithin(@Nullable Interval range) {
        Require.that(
                range == null || (range.low() <= all.getMin() && all.getMax() <= range.high()),
                "range of rewards",
                range == null ? "none" : range.low() + " … " + range.high(),
                "from " + range().low() + " or less to " + range().high() + " or more, which were logged");
    }
}
