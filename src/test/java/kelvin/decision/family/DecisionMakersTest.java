package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 2, 1, InstantSource.system())) {
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
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("family.json", "lock", "shard-0000");
    }

    @Test
    void decisionMakersOfDifferentNamesChooseIndependently() throws IOException {
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 2, 1, InstantSource.system())) {
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
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 1, 1, InstantSource.system())) {
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
    void aNameIsNotEmpty() throws IOException {
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> makers.with("", DecisionMaker::state))
                    .withMessage("name = 0 characters, must be 1 to 256 characters");
        }
    }

    @Test
    void afterTheDecisionMakerWasLetGo() throws IOException {
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 1, 1, InstantSource.system())) {
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
        DecisionMakers makers = DecisionMakers.open(folder, RULES, 2, 1, InstantSource.system());
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
        try (DecisionMakers again = DecisionMakers.open(folder, RULES, 2)) {
            assertThat(again.names()).containsExactly("a");
        }
    }

    @Test
    void aFamilyThatIsClosedInTheMiddleOfAUse() throws IOException {
        DecisionMakers makers = DecisionMakers.open(folder, RULES, 2, 1, InstantSource.system());
        makers.with("a", maker -> {
            maker.decide("1");
            makers.close();
            assertThatIllegalStateException().isThrownBy(() -> maker.decide("2"));
            return 0;
        });
        try (DecisionMakers again = DecisionMakers.open(folder, RULES, 2, 1, InstantSource.system())) {
            long decisions = again.with("a", maker -> maker.state().decisions());
            assertThat(decisions).isEqualTo(1);
        }
    }
}
