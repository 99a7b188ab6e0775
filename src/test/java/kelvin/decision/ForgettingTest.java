package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory is bounded in age, bytes and number, and tells which bound dropped what. */
class ForgettingTest {
    private static final Settings RULES = new Settings(new Softmax(0.5), 3, Seed.of(3));
    private static final int BYTES = 272 + 4 * "id 0".length();

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    /** Makes a decision every ten milliseconds. */
    private DecisionMaker decided(Settings rules, int decisions) {
        DecisionMaker maker = new DecisionMaker(rules, State.initial(rules), clock);
        for (int i = 0; i < decisions; i++) {
            clock.set(10L * i);
            maker.decide("id " + i);
        }
        return maker;
    }

    private static DecisionCounts forgotten(long byNumber, long byAge, long byBytes) {
        return new DecisionCounts(0, 0, 0, 0, byNumber, byAge, byBytes, 0, 0, 0, 0);
    }

    @Test
    void whatIsTooOldIsForgotten() {
        DecisionMaker maker = decided(RULES.remembered(100).maxAge(Duration.ofMillis(30)), 9);
        assertThat(maker.state().remembered().get(0).decision().id()).isEqualTo("id 5");
        assertThat(maker.state().counts()).isEqualTo(forgotten(0, 5, 0));
        assertThat(maker.notes())
                .containsExactly(
                        "5 decisions forgotten without a reward, because they were older than PT0.03S (maxAge)");
    }

    @Test
    void whatIsTooMuchIsForgotten() {
        DecisionMaker maker =
                decided(RULES.remembered(100).maxAge(Duration.ofDays(1)).maxBytes(4 * BYTES + 1), 9);
        assertThat(maker.state().remembered()).hasSize(4);
        assertThat(maker.state().counts()).isEqualTo(forgotten(0, 0, 5));
        assertThat(maker.notes())
                .containsExactly("5 decisions forgotten without a reward, because all took more than " + (4 * BYTES + 1)
                        + " bytes (maxBytes)");
    }

    @Test
    void whatIsTooManyIsForgotten() {
        DecisionMaker maker = decided(RULES.remembered(8).maxAge(Duration.ofDays(1)), 9);
        assertThat(maker.state().remembered()).hasSize(8);
        assertThat(maker.state().counts()).isEqualTo(forgotten(1, 0, 0));
        assertThat(maker.notes())
                .containsExactly(
                        "1 decision forgotten without a reward, because more than 8 were remembered (remembered)");
    }

    @Test
    void whatWasRewardedIsForgottenWithoutAWord() {
        DecisionMaker maker = decided(RULES.remembered(2).maxAge(Duration.ofDays(1)), 1);
        maker.reward("id 0", 1);
        maker.decide("id 1");
        assertThat(maker.decide("id 2").step()).isEqualTo(3);
        assertThat(maker.reward("id 0", 1)).isEqualTo(RewardOutcome.UNKNOWN);
        assertThat(maker.state().counts().forgotten()).isZero();
        assertThat(maker.notes()).isEmpty();
    }

    @Test
    void theLatestIsKeptHoweverSmallTheMemory() {
        DecisionMaker maker =
                decided(RULES.remembered(100).maxAge(Duration.ofDays(1)).maxBytes(1), 3);
        assertThat(maker.reward("id 2", 1)).isEqualTo(RewardOutcome.LEARNED);
        assertThat(maker.state().remembered()).hasSize(1);
    }

    @Test
    void aRewardIsExpiredUntilItsDecisionIsForgotten() {
        DecisionMaker maker = decided(RULES.remembered(100).maxAge(Duration.ofMillis(30)), 1);
        clock.set(31);
        assertThat(maker.reward("id 0", 1)).isEqualTo(RewardOutcome.EXPIRED);
        maker.decide("next");
        assertThat(maker.reward("id 0", 1)).isEqualTo(RewardOutcome.UNKNOWN);
    }

    @Test
    void usualRulesRememberForAWeek() {
        DecisionMaker maker = decided(RULES, 200_000);
        clock.set(Duration.ofDays(7).toMillis());
        assertThat(maker.reward("id 0", 1)).isEqualTo(RewardOutcome.LEARNED);
        assertThat(maker.state().counts().forgotten()).isZero();
    }

    @Test
    void aRestartForgetsTheSame() throws IOException {
        Settings rules =
                Samples.RULES.remembered(60).maxAge(Duration.ofMillis(400)).maxBytes(50L * BYTES);
        State before;
        try (DecisionMaker maker = DecisionMaker.open(folder, rules, clock)) {
            Samples.live(maker, clock, 1, 300);
            maker.save();
            Samples.live(maker, clock, 2, 300);
            before = maker.state();
        }
        assertThat(before.counts().forgottenByAge()).isPositive();
        try (DecisionMaker maker = DecisionMaker.open(folder, rules, clock)) {
            assertThat(State.compare(maker.state(), before)).isEmpty();
        }
        assertThat(State.compare(ReplayCheck.of(folder, rules).state(), before)).isEmpty();
    }

    @Test
    void memoryHasASize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.remembered(1).maxAge(Duration.ofDays(1)).maxBytes(0))
                .withMessage("maxBytes = 0, must be >= 1");
    }
}
