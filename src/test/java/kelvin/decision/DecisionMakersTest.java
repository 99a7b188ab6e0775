package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionMakersTest {
    @TempDir
    private Path folder;

    @Test
    void theLeastRecentlyUsedGoesToDiskAndComesBack() throws IOException {
        try (DecisionMakers makers = new DecisionMakers(folder, Samples.RULES, 2)) {
            for (int round = 0; round < 3; round++) {
                for (String name : new String[] {"a", "b", "c/../ü"}) {
                    String id = "id " + round;
                    makers.with(name, maker -> maker.decide(id));
                    RewardOutcome outcome = makers.with(name, maker -> maker.reward(id, 1));
                    assertThat(outcome).isEqualTo(RewardOutcome.LEARNED);
                    assertThat(makers.inMemory()).isLessThanOrEqualTo(2);
                }
            }
            for (String name : new String[] {"a", "b", "c/../ü"}) {
                assertThat(makers.with(name, DecisionMaker::state).counts().learned())
                        .isEqualTo(3);
            }
        }
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("context-a", "context-b", "context-c%2F..%2F%C3%BC");
    }

    @Test
    void decisionMakersOfDifferentNamesChooseIndependently() throws IOException {
        try (DecisionMakers makers = new DecisionMakers(folder, Samples.RULES, 2)) {
            int same = 0;
            for (int i = 0; i < 40; i++) {
                String id = "id " + i;
                int a = makers.with("a", maker -> maker.decide(id).action());
                int b = makers.with("b", maker -> maker.decide(id).action());
                same += a == b ? 1 : 0;
            }
            assertThat(same).isBetween(2, 25);
        }
    }

    @Test
    void oneInUseIsNotLetGo() throws IOException {
        try (DecisionMakers makers = new DecisionMakers(folder, Samples.RULES, 1)) {
            int inMemory = makers.with(
                    "a",
                    a -> makers.with("b", b -> {
                        a.decide("still mine");
                        return makers.inMemory();
                    }));
            assertThat(inMemory).isEqualTo(2);
            makers.commit();
            int later = makers.with("c", c -> makers.inMemory());
            assertThat(later).isEqualTo(1);
        }
    }

    @Test
    void aNameIsNotEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecisionMakers(folder, Samples.RULES, 1).with("", DecisionMaker::state))
                .withMessage("name = 0 bytes once URL-encoded, must be 1 to 200");
    }
}
