package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import kelvin.decision.memory.DecisionKey;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Beside its numbers a remembered decision has a group, what was done instead, and marks of its reward. */
class RecentDecisionMarksTest {
    private final RecentDecisions memory = new RecentDecisions(8);
    private long steps;

    private static DecisionKey key(String id) {
        return new DecisionKey(id, Seed.of(0), id.hashCode());
    }

    private Decision add(String id, Decision.Group group, Decision.@Nullable Acted acted) {
        steps++;
        Decision decision = new Decision(id, 7, 0.25, 3, steps, 10 * steps, group, acted, null);
        memory.add(key(id), decision);
        return decision;
    }

    private int added(String id) {
        add(id, Decision.Group.TREATMENT, null);
        return memory.find(key(id));
    }

    @Test
    void aDecisionComesBackWithItsGroupAndWhatWasDoneInstead() {
        for (Decision.Group group : Decision.Group.values()) {
            for (Decision.Acted acted : new Decision.@Nullable Acted[] {null, new Decision.Acted(5, 0.5)}) {
                Decision decision = add(group + " " + acted, group, acted);
                int place = memory.find(key(decision.id()));
                assertThat(memory.decision(place)).isEqualTo(decision);
                assertThat(memory.actionTaken(place)).isEqualTo(acted == null ? 7 : 5);
                assertThat(memory.isOwn(place)).isEqualTo(acted == null && group == Decision.Group.TREATMENT);
            }
        }
    }

    @Test
    void theOldestWithoutARewardIsFound() {
        assertThat(memory.oldestPending()).isEqualTo(-1);
        int a = added("a");
        int b = added("b");
        int c = added("c");
        assertThat(memory.oldestPending()).isEqualTo(a);
        memory.reward(b, 7, 1);
        memory.reward(a, 7, 1);
        assertThat(memory.oldestPending()).isEqualTo(c);
        memory.reward(c, 7, 1);
        assertThat(memory.oldestPending()).isEqualTo(-1);
        int d = added("d");
        added("e");
        assertThat(memory.oldestPending()).isEqualTo(d);
        for (int i = 0; i < 4; i++) {
            memory.evict();
        }
        assertThat(memory.oldestPending()).isEqualTo(memory.find(key("e")));
    }

    @Test
    void whatIsGatheredIsNotLearnedYet() {
        int a = added("a");
        int b = added("b");
        int c = added("c");
        assertThat(memory.oldestGathered()).isEqualTo(-1);
        memory.gather(c, 1);
        memory.gather(b, 2);
        memory.gather(b, 3);
        assertThat(memory.oldestGathered()).isEqualTo(b);
        assertThat(memory.reward(b)).isEqualTo(3);
        assertThat(memory.rewarded(b, 7)).isFalse();
        assertThat(memory.gathered(b)).isTrue();
        assertThat(memory.pending()).isEqualTo(3);
        memory.reward(b, 7, 3);
        assertThat(memory.rewarded(b, 7)).isTrue();
        assertThat(memory.oldestGathered()).isEqualTo(c);
        assertThat(memory.pending()).isEqualTo(2);
        assertThat(memory.rewarded(a, 7)).isFalse();
        assertThat(memory.evict()).isFalse();
        assertThat(memory.evict()).isTrue();
        assertThat(memory.pending()).isEqualTo(1);
        assertThat(memory.evict()).isFalse();
        assertThat(memory.oldestGathered()).isEqualTo(-1);
        assertThat(memory.pending()).isZero();
    }

    @Test
    void aDefaultIsMarkedAsSuch() {
        int a = added("a");
        int b = added("b");
        memory.reward(a, 7, 0);
        memory.markDefaulted(a, 7);
        memory.reward(b, 7, 0.5);
        assertThat(memory.defaulted(a, 7)).isTrue();
        assertThat(memory.defaulted(b, 7)).isFalse();
        assertThat(memory.all())
                .containsExactly(
                        new RewardedDecision(memory.decision(a), 0.0, true, false),
                        new RewardedDecision(memory.decision(b), 0.5, false, false));
    }

    @Test
    void theMemoryGrowsByTheLengthsOfTheIds() {
        assertThat(memory.bytes()).isZero();
        added("abc");
        long one = memory.bytes();
        assertThat(one).isEqualTo(272 + 8 + 4 * 3);
        added("abcdefghij");
        assertThat(memory.bytes() - one).isEqualTo(272 + 8 + 4 * 10);
        assertThat(memory.oldestTime()).isEqualTo(10);
        memory.evict();
        assertThat(memory.bytes()).isEqualTo(272 + 8 + 4 * 10);
        assertThat(memory.oldestTime()).isEqualTo(20);
        assertThat(memory.lastEvicted()).isEqualTo(1);
        memory.evict();
        assertThat(memory.bytes()).isZero();
        assertThat(memory.lastEvicted()).isEqualTo(2);
    }
}
