package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.decision.memory.DecisionKey;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The memory behaves as a linked hash map of records would, which it stands for. */
class RecentDecisionsTest {
    private static final int REMEMBERED = 100;

    private final RecentDecisions memory = new RecentDecisions(0);
    private final Map<String, RewardedDecision> plain = new LinkedHashMap<>();

    /** Of few tags, so that many names have the same, and beside each other. */
    private static DecisionKey name(int number) {
        return new DecisionKey("name " + number, Seed.of(0), number % 7 - 3L);
    }

    private void add(int number) {
        Decision decision = new Decision("name " + number, number % 5, 0.25, number / 3, number, 10L * number);
        memory.add(name(number), decision);
        plain.put(decision.id(), new RewardedDecision(decision, null, false, false));
        if (memory.size() > REMEMBERED) {
            RewardedDecision oldest = plain.values().iterator().next();
            assertThat(memory.evict()).isEqualTo(oldest.reward() != null);
            plain.remove(oldest.decision().id());
        }
    }

    private void reward(int number, double reward) {
        int place = memory.find(name(number));
        RewardedDecision known = plain.get("name " + number);
        assertThat(place >= 0).isEqualTo(known != null);
        if (known != null) {
            assertThat(memory.decision(place)).isEqualTo(known.decision());
            assertThat(memory.rewarded(place, known.decision().action())).isEqualTo(known.reward() != null);
            memory.reward(place, known.decision().action(), reward);
            plain.put("name " + number, new RewardedDecision(known.decision(), reward, false, false));
        }
    }

    @Test
    void whatIsRememberedIsFoundAndNothingElse() {
        UniformRandomProvider random = Seed.of(1).generator();
        for (int i = 1; i <= 2000; i++) {
            add(i);
            reward(i - random.nextInt(150), random.nextDouble());
        }
        assertThat(memory.all()).isEqualTo(List.copyOf(plain.values()));
        assertThat(memory.size()).isEqualTo(REMEMBERED);
    }

    @Test
    void aNameThatComesAgainIsTheNewest() {
        List<Decision> decisions = new ArrayList<>();
        for (int step = 1; step <= 40; step++) {
            decisions.add(new Decision("same", 0, 1, 0, step, 0));
            memory.add(new DecisionKey("same", Seed.of(0), 5), decisions.get(step - 1));
        }
        assertThat(memory.decision(memory.find(new DecisionKey("same", Seed.of(0), 5))))
                .isEqualTo(decisions.get(39));
        for (int step = 1; step < 40; step++) {
            assertThat(memory.evict()).isFalse();
        }
        assertThat(memory.find(new DecisionKey("same", Seed.of(0), 5))).isNotNegative();
        memory.evict();
        assertThat(memory.find(new DecisionKey("same", Seed.of(0), 5))).isNegative();
    }
}
