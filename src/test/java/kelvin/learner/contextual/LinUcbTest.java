package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Greedy;
import org.junit.jupiter.api.Test;

class LinUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new LinUcb(1, 0.5, Layout.DISJOINT, 1), new LinUcb(0.1, 2, Layout.HYBRID, 0.99));
    }

    @Test
    void itStandsForOptimismOnARidgeModel() {
        LongForm.assertSame(
                new LinUcb(2, 0.3, Layout.HYBRID, 0.9),
                new ContextualLearner(new Ridge(2, Layout.HYBRID, 0.9), new Greedy(), new Optimistic(0.3), false));
    }

    /** Bounds closer than rounding are left aside. */
    @Test
    void itTakesTheLargestBoundOfTheReference() {
        int traces = DisjointTraces.follow(
                row -> new LinUcb(row.number("lambda"), row.number("alpha"), Layout.DISJOINT, 1), (row, p) -> {
                    double[] bounds = row.numbers("ucb_hex(alpha)");
                    double largest = Arrays.stream(bounds).max().orElseThrow();
                    for (int a = 0; a < p.length; a++) {
                        assertThat(p[a] > 0 ? largest - bounds[a] : 0).isLessThan(1e-9);
                    }
                });
        assertThat(traces).isGreaterThan(3);
    }

    @Test
    void aNegativeBonusIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinUcb(1, -1, Layout.DISJOINT, 1))
                .withMessage("bonus = -1.0, must be finite and >= 0");
    }

    @Test
    void noRegularisationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinUcb(0, 1, Layout.DISJOINT, 1))
                .withMessageContaining("regularisation = 0.0");
    }
}
