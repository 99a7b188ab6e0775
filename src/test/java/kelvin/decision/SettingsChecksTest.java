package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import kelvin.learner.adversarial.Hedge;
import kelvin.learner.contextual.LinUcb;
import kelvin.learner.index.Ucb1;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Settings of learners, control groups and defaults, and what a request leaves open. */
class SettingsChecksTest {
    private static final Settings RULES = new Settings(new Softmax(1), 3, Seed.of(1));
    private static final LinUcb LINEAR = new LinUcb(1, 1, Layout.DISJOINT, 1);

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    @Test
    void aLearnerChoosesOneActionAndSeesWhatItLooksAt() {
        refused(
                () -> new Settings(new Hedge(0.1), 3, Features.NONE, Seed.of(1)),
                "must be one that chooses one action");
        refused(
                () -> new Settings(new Ucb1(), 3, new Features(2, 0), Seed.of(1)),
                "must be none: the learner does not look at them");
        refused(() -> new Settings(LINEAR, 3, Features.NONE, Seed.of(1)), "must be some: the learner decides by them");
        refused(() -> new Settings(LINEAR, 0, new Features(2, 0), Seed.of(1)), "arms = 0, must be >= 1");
        Settings settings = new Settings(LINEAR, 3, new Features(2, 0), Seed.of(1));
        assertThat(settings.learner()).isEqualTo(LINEAR);
        assertThat(settings.features()).isEqualTo(new Features(2, 0));
    }

    @Test
    void aShareIsBetweenNoughtAndOne() {
        for (double wrong : new double[] {0, 1, -0.1, Double.NaN}) {
            refused(() -> RULES.control(new Uniform(), wrong), "share = " + wrong + ", must be in (0, 1)");
        }
        Settings settings = RULES.control(new Uniform(), 0.25);
        assertThat(settings.controlShare()).isEqualTo(0.25);
        assertThat(settings.controlPolicy()).isEqualTo(new Uniform());
        assertThat(RULES.controlPolicy()).isNull();
    }

    @Test
    void aDefaultHasARewardAndAWaitingTime() {
        refused(() -> RULES.defaultReward(Double.NaN, Duration.ofSeconds(1)), "defaultReward = NaN, must be finite");
        refused(() -> RULES.defaultReward(0, Duration.ZERO), "defaultAfter = PT0S, must be > 0");
        Settings settings = RULES.defaultReward(-2, Duration.ofSeconds(1));
        assertThat(settings.defaultReward()).isEqualTo(-2);
        assertThat(settings.defaultAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(RULES.defaultAfter()).isNull();
    }

    @Test
    void namesAndValuesAreThoseGiven() {
        assertThat(RULES.names(List.of("a", "b", "c")).names()).containsExactly("a", "b", "c");
        assertThat(RULES.initialValue(0.5).initialValue()).isEqualTo(0.5);
        assertThat(RULES.hashCode()).isNotEqualTo(RULES.initialValue(0.5).hashCode());
    }

    private static BitSet arms(int... arms) {
        BitSet set = new BitSet();
        for (int arm : arms) {
            set.set(arm);
        }
        return set;
    }

    @Test
    void aRequestAllowsItsOwnArmsAmongTheOpenOnes() {
        Decision decision = new Decision("a", 1, 1, 0, 1, 0);
        Request plain = Request.of("a");
        assertThat(plain.among(decision, arms(1, 3))).isEqualTo(arms(1, 3));
        Request some = plain.open(arms(0, 1, 2));
        assertThat(some.among(decision, arms(1, 3))).isEqualTo(arms(1));
        Request scored = plain.scores(1, Double.NEGATIVE_INFINITY, 2);
        assertThat(scored.among(decision, arms(0, 1, 2))).isEqualTo(arms(0, 2));
        assertThat(scored.allows(0)).isTrue();
        assertThat(scored.allows(1)).isFalse();
        assertThat(scored.allows(3)).isTrue();
        assertThat(scored.allowed(3)).isEqualTo(arms(0, 2));
    }
}
