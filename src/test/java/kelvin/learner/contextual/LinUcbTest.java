package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.model.Context;
import kelvin.model.Features;
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

    /** Features of any size, priors of any strength, and actions between which nothing tells. */
    @Test
    void extremesAreNoTrouble() {
        for (double size : new double[] {1e-150, 1, 1e150}) {
            for (double regularisation : new double[] {1e-2, 1, 1e12}) {
                Learner player = new LinUcb(regularisation, 1, Layout.DISJOINT, 1)
                        .create(new BanditTask(3, 100, new Features(2, 0)), Players.random(1));
                double[] p = new double[3];
                for (int step = 1; step <= 60; step++) {
                    player.see(step, Context.of(3, size, step % 2 == 0 ? size : 0));
                    assertThat(player.probabilities(step, p)).isTrue();
                    assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-12));
                    player.observe(step, player.select(step), 0);
                }
                player.see(61, Context.of(3, 0, 0));
                player.probabilities(61, p);
                assertThat(p).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
            }
        }
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
