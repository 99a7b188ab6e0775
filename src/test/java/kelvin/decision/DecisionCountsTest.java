package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class DecisionCountsTest {
    private static final Settings RULES = new Settings(new Softmax(1), 2, Seed.of(1))
            .remembered(5)
            .maxAge(Duration.ofSeconds(3))
            .maxBytes(1000);

    @Test
    void eachOutcomeCountsForItself() {
        DecisionCounts counts = new DecisionCounts(1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 30);
        assertThat(counts.and(RewardOutcome.LEARNED)).isEqualTo(new DecisionCounts(2, 2, 3, 4, 5, 6, 7, 8, 9, 20, 30));
        assertThat(counts.and(RewardOutcome.DUPLICATE))
                .isEqualTo(new DecisionCounts(1, 3, 3, 4, 5, 6, 7, 8, 9, 20, 30));
        assertThat(counts.and(RewardOutcome.EXPIRED)).isEqualTo(new DecisionCounts(1, 2, 4, 4, 5, 6, 7, 8, 9, 20, 30));
        assertThat(counts.and(RewardOutcome.UNKNOWN)).isEqualTo(new DecisionCounts(1, 2, 3, 5, 5, 6, 7, 8, 9, 20, 30));
        assertThat(counts.and(RewardOutcome.DEFAULTED))
                .isEqualTo(new DecisionCounts(1, 2, 3, 4, 5, 6, 7, 9, 9, 20, 30));
        assertThat(counts.and(RewardOutcome.LATE)).isEqualTo(new DecisionCounts(1, 2, 3, 4, 5, 6, 7, 8, 10, 20, 30));
        assertThat(counts.and(RewardOutcome.GATHERED)).isEqualTo(new DecisionCounts(1, 2, 3, 4, 5, 6, 7, 8, 9, 21, 30));
        assertThat(counts.and(RewardOutcome.SETTLED)).isEqualTo(new DecisionCounts(1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 31));
        assertThat(counts.andForgotten(10, 20, 30)).isEqualTo(new DecisionCounts(1, 2, 3, 4, 15, 26, 37, 8, 9, 20, 30));
        assertThat(counts.forgotten()).isEqualTo(18);
    }

    @Test
    void countsOfOthersAreAddedOrTakenAwayOneByOne() {
        DecisionCounts counts = new DecisionCounts(1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 30);
        DecisionCounts other = new DecisionCounts(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110);
        DecisionCounts sum = counts.plus(other, 2);
        assertThat(sum).isEqualTo(new DecisionCounts(21, 42, 63, 84, 105, 126, 147, 168, 189, 220, 250));
        assertThat(sum.plus(other, -2)).isEqualTo(counts);
    }

    @Test
    void whatWasForgottenIsToldWithTheBound() {
        assertThat(DecisionCounts.NONE.notes(RULES)).isEmpty();
        assertThat(DecisionCounts.NONE.andForgotten(1, 2, 3).notes(RULES))
                .containsExactly(
                        "1 decision forgotten without a reward, because more than 5 were remembered (remembered)",
                        "2 decisions forgotten without a reward, because they were older than PT3S (maxAge)",
                        "3 decisions forgotten without a reward, because all took more than 1000 bytes (maxBytes)");
    }
}
