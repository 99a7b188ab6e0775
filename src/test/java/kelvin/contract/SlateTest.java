package kelvin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SlateTest {
    private static Slate slate(int... actions) {
        Slate slate = new Slate(5);
        for (int action : actions) {
            slate.add(action);
        }
        return slate;
    }

    @Test
    void actionsKeepTheirOrder() {
        Slate slate = slate(3, 0);
        assertThat(slate.size()).isEqualTo(2);
        assertThat(new int[] {slate.action(0), slate.action(1)}).containsExactly(3, 0);
        assertThat(slate.contains(0)).isTrue();
        assertThat(slate.contains(1)).isFalse();
    }

    @Test
    void anActionIsInASlateOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> slate(3, 1, 3))
                .withMessage("action = 3 twice, must be in a slate once");
    }

    @Test
    void whatIsNoActionIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> slate(5)).withMessage("action = 5, must be in [0, 5)");
    }

    @Test
    void aCopyDoesNotChangeWithTheOriginal() {
        Slate slate = slate(4, 2);
        slate.see(0.5);
        slate.pay(1.5);
        Slate copy = slate.copy();
        slate.clear();
        assertThat(slate.size() + slate.seen() + slate.payoff()).isZero();
        assertThat(slate.contains(4)).isFalse();
        assertThat(copy.action(1)).isEqualTo(2);
        assertThat(copy.seen()).isEqualTo(1);
        assertThat(copy.reward(0)).isEqualTo(0.5);
        assertThat(copy.payoff()).isEqualTo(1.5);
    }
}
