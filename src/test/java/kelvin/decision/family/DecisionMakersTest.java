package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kelvin.decision.DecisionMaker;
import kelvin.decision.RewardOutcome;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionMakersTest {
    private static final Settings RULES =
            new Settings(new Softmax(0.3), 4, Seed.of(7)).remembered(50).maxAge(Duration.ofSeconds(1));

    @TempDir
    private Path folder;

    @Test
    void theLeastRecentlyUsedGoesToDiskAndComesBack() throws IOException {
        try (DecisionMakers makers = new DecisionMakers(folder, RULES, 2)) {
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
        try (DecisionMakers makers = new DecisionMakers(folder, RULES, 2)) {
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
        try (DecisionMakers makers = new DecisionMakers(folder, RULES, 1)) {
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
                .isThrownBy(() -> new DecisionMakers(folder, RULES, 1).with("", DecisionMaker::state))
                .withMessage("name = 0 bytes once URL-encoded, must be 1 to 200");
    }

    @Test
    void afterTheDecisionMakerWasLetGo() throws IOException {
        try (DecisionMakers makers = new DecisionMakers(folder, RULES, 1)) {
            makers.with("mine", maker -> maker.decide("a"));
            makers.with("other", maker -> maker.decide("a"));
            RewardOutcome first = makers.with("mine", maker -> maker.reward("a", 1));
            makers.with("other", maker -> maker.decide("b"));
            RewardOutcome second = makers.with("mine", maker -> maker.reward("a", 1));
            assertThat(List.of(first, second)).containsExactly(RewardOutcome.LEARNED, RewardOutcome.DUPLICATE);
        }
    }

    @Test
    void aFamily() throws IOException {
        DecisionMakers makers = new DecisionMakers(folder, RULES, 2);
        makers.with("a", maker -> maker.decide("1"));
        makers.close();
        List<ThrowingCallable> calls = List.of(
                () -> makers.with("a", DecisionMaker::state),
                () -> makers.with("b", DecisionMaker::state),
                makers::inMemory,
                makers::commit);
        for (ThrowingCallable call : calls) {
            assertThatIllegalStateException()
                    .isThrownBy(call)
                    .withMessage("this family of decision makers has been closed");
        }
        makers.close();
        assertThat(folder.resolve("context-b")).doesNotExist();
        DecisionMaker.open(folder.resolve("context-a"), RULES.seed(RULES.seed().child("a")))
                .close();
    }

    @Test
    void aFamilyThatIsClosedInTheMiddleOfAUse() throws IOException {
        DecisionMakers makers = new DecisionMakers(folder, RULES, 2);
        makers.with("a", maker -> {
            maker.decide("1");
            makers.close();
            assertThatIllegalStateException().isThrownBy(() -> maker.decide("2"));
            return 0;
        });
        try (DecisionMakers again = new DecisionMakers(folder, RULES, 2)) {
            long decisions = again.with("a", maker -> maker.state().decisions());
            assertThat(decisions).isEqualTo(1);
        }
    }
}
