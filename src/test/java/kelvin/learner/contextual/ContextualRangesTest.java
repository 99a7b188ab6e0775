package kelvin.learner.contextual;

import static kelvin.learner.Ranges.NOT_NEGATIVE;
import static kelvin.learner.Ranges.POSITIVE;
import static kelvin.learner.Ranges.refused;
import static org.assertj.core.api.Assertions.assertThat;

import kelvin.learner.gradient.Baseline;
import kelvin.model.Layout;
import kelvin.model.LinearScorer;
import kelvin.model.Ridge;
import kelvin.policy.Greedy;
import org.junit.jupiter.api.Test;

/** Parameters at the nearest value that is not allowed, and the message each gets. */
class ContextualRangesTest {
    @Test
    void parametersOutOfRangeAreRefused() {
        refused("members", "0", ">= 1", () -> new Bagging(new Ridge(1), 0, 0, true));
        refused("epsilon", "1.1", "in [0, 1]", () -> new Bagging(new Ridge(1), 1, 1.1, true));
        refused(
                "stepSize",
                "0.0",
                POSITIVE,
                () -> new ContextualGates(new LinearScorer(Layout.DISJOINT), 0, Baseline.NONE));
        refused(
                "bonus",
                "-1.0",
                NOT_NEGATIVE,
                () -> new Optimistic(-1),
                () -> new Plausible(-1),
                () -> new LinUcb(1, -1, Layout.DISJOINT, 1));
        refused(
                "scale",
                "-1.0",
                NOT_NEGATIVE,
                () -> new Draws(-1, 1),
                () -> new Sampled(-1),
                () -> new LinTs(1, -1, Layout.DISJOINT, 1),
                () -> new LogisticTs(1, -1, Layout.DISJOINT));
        refused(
                "regularisation",
                "-1.0",
                NOT_NEGATIVE,
                () -> new ClassPosterior(ClassPosterior.Covariance.POOLED, new Greedy(), -1, 1));
        refused(
                "smoothing",
                "0.0",
                POSITIVE,
                () -> new ClassPosterior(ClassPosterior.Covariance.POOLED, new Greedy(), 1, 0));
        refused("draws", "0", ">= 1", () -> new Draws(1, 0));
        refused(
                "regularisation",
                "0.0",
                POSITIVE,
                () -> new LinUcb(0, 1, Layout.DISJOINT, 1),
                () -> new LinTs(0, 1, Layout.DISJOINT, 1),
                () -> new LogisticTs(0, 1, Layout.DISJOINT));
        refused("sharpness", "-1.0", "in [0, 1e298]", () -> new SquareCb(new Ridge(1), -1));
        refused("sharpness", "2.0E298", "in [0, 1e298]", () -> new SquareCb(new Ridge(1), 2e298));
    }

    @Test
    void theEndsOfARangeAreAllowed() {
        assertThat(new SquareCb(new Ridge(1), 0).sharpness()).isZero();
        assertThat(new SquareCb(new Ridge(1), 1e298).sharpness()).isEqualTo(1e298);
    }
}
