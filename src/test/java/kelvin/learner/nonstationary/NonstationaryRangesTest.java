package kelvin.learner.nonstationary;

import static kelvin.learner.Ranges.NOT_NEGATIVE;
import static kelvin.learner.Ranges.POSITIVE;
import static kelvin.learner.Ranges.refused;

import kelvin.policy.Greedy;
import org.junit.jupiter.api.Test;

/** Parameters at the nearest value that is not allowed, and the message each gets. */
class NonstationaryRangesTest {
    @Test
    void parametersOutOfRangeAreRefused() {
        refused("samples", "0", ">= 1", () -> new CusumUcb(0, 0, 1, 0, 1));
        refused("tolerance", "-1.0", NOT_NEGATIVE, () -> new CusumUcb(1, -1, 1, 0, 1));
        refused("threshold", "0.0", POSITIVE, () -> new CusumUcb(1, 0, 0, 0, 1));
        refused("exploration", "1.1", "in [0, 1]", () -> new CusumUcb(1, 0, 1, 1.1, 1));
        refused("width", "-1.0", NOT_NEGATIVE, () -> new CusumUcb(1, 0, 1, 0, -1));
        refused(
                "discount",
                "0.0",
                "in (0, 1]",
                () -> new DiscountedLearner(new Greedy(), 0, 0),
                () -> new ThompsonDsw(0, 1, Aggregate.MEAN));
        refused(
                "discount",
                "1.1",
                "in (0, 1]",
                () -> new DiscountedLearner(new Greedy(), 1.1, 0),
                () -> new ThompsonDsw(1.1, 1, Aggregate.MEAN));
        refused("discount", "0.0", "in (0, 1)", () -> new DiscountedUcb(0, 1, 1));
        refused("discount", "1.0", "in (0, 1)", () -> new DiscountedUcb(1, 1, 1));
        refused(
                "initialValue",
                "NaN",
                "finite",
                () -> new DiscountedLearner(new Greedy(), 1, Double.NaN),
                () -> new WindowLearner(new Greedy(), 1, Double.NaN));
        refused(
                "exploration",
                "0.0",
                POSITIVE,
                () -> new DiscountedUcb(0.9, 0, 1),
                () -> new SlidingWindowUcb(1, 0, 1));
        refused("bound", "0.0", POSITIVE, () -> new DiscountedUcb(0.9, 1, 0), () -> new SlidingWindowUcb(1, 1, 0));
        refused("errorProbability", "0.0", "in (0, 1)", () -> new GlrKlUcb(0, 0, true, 1));
        refused("errorProbability", "1.0", "in (0, 1)", () -> new GlrKlUcb(1, 0, true, 1));
        refused("exploration", "1.0", "in [0, 1)", () -> new GlrKlUcb(0.1, 1, true, 1));
        refused("exploration", "-0.1", "in [0, 1)", () -> new GlrKlUcb(0.1, -0.1, true, 1));
        refused("every", "0", ">= 1", () -> new GlrKlUcb(0.1, 0, true, 0));
        refused(
                "window",
                "0",
                ">= 1",
                () -> new SlidingWindowUcb(0, 1, 1),
                () -> new ThompsonWindow(0),
                () -> new WindowLearner(new Greedy(), 0, 0),
                () -> new ThompsonDsw(0.9, 0, Aggregate.MEAN));
    }
}
