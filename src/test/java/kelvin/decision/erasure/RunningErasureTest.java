package kelvin.decision.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kelvin.decision.DecisionMaker;
import kelvin.decision.ReplayCheck;
import kelvin.decision.RewardOutcome;
import kelvin.decision.Settings;
import kelvin.decision.State;
import kelvin.decision.family.DecisionMakers;
import kelvin.decision.journal.FolderBytes;
import kelvin.file.Folders;
import kelvin.learner.index.Ucb1;
import kelvin.model.Features;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids are erased from a decision maker that goes on, which then is as it would be after opening it again. */
class RunningErasureTest {
    private static final Settings RULES = new Settings(new Softmax(0.3), 3, Seed.of(7)).remembered(200);
    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(1_000_000);

    @TempDir
    private Path temporary;

    private static void live(DecisionMaker maker, String who, int from, int until) {
        for (int i = from; i < until; i++) {
            maker.decide(who + " " + i);
            if (i % 3 != 0) {
                maker.reward(who + " " + i, i % 2);
            }
        }
    }

    private static List<String> ids(String who, int until) {
        return IntStream.range(0, until).mapToObj(i -> who + " " + i).toList();
    }

    @Test
    void anErasedIdIsNowhereAndTheMakerGoesOn() throws IOException {
        Path folder = temporary.resolve("maker");
        State last;
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES, CLOCK)) {
            live(maker, "alice", 0, 20);
            live(maker, "bob", 0, 20);
            maker.save();
            live(maker, "alice", 20, 40);
            assertThat(maker.erase(List.of("nobody"))).isZero();
            assertThat(maker.erase(ids("alice", 40))).isEqualTo(40 + 26);
            assertThat(FolderBytes.of(folder)).doesNotContain("alice").contains("bob 19");
            assertThat(maker.reward("alice 39", 1)).isEqualTo(RewardOutcome.UNKNOWN);
            assertThat(maker.reward("bob 18", 1)).isEqualTo(RewardOutcome.LEARNED);
            assertThat(maker.state().remembered()).hasSize(60);
            assertThat(maker.decide("carol 0").step()).isEqualTo(61);
            live(maker, "carol", 1, 30);
            maker.save();
            assertThat(maker.erase(ids("carol", 30))).isEqualTo(30 + 20);
            last = maker.state();
        }
        assertThat(FolderBytes.of(folder)).doesNotContain("carol");
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES, CLOCK)) {
            assertThat(maker.notes()).isEmpty();
            assertThat(State.compare(maker.state(), last)).isEmpty();
            assertThat(maker.health().rememberedBytes()).isPositive();
        }
        ReplayCheck check = ReplayCheck.of(folder, RULES);
        assertThat(check.differences()).isEmpty();
        assertThat(check.clean()).isTrue();
        assertThat(check.erased()).isEqualTo(66 + 50);
        assertThat(check.drawn()).isEqualTo(20);
    }

    @Test
    void othersDecideMeanwhile() throws IOException, InterruptedException, ExecutionException {
        Path folder = temporary.resolve("busy");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES, CLOCK)) {
            live(maker, "alice", 0, 100);
            List<Future<?>> others = IntStream.range(0, 2)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> live(maker, "bob" + thread, 0, 2000)))
                    .toList();
            for (int i = 0; i < 10; i++) {
                assertThat(maker.erase(ids("alice", 10 * i + 10))).isBetween(10L, 30L);
            }
            for (Future<?> other : others) {
                other.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(FolderBytes.of(folder)).doesNotContain("alice");
        ReplayCheck check = ReplayCheck.of(folder, RULES);
        assertThat(check.differences()).isEmpty();
        assertThat(check.drawn()).isEqualTo(4000);
    }

    @Test
    void neitherLocksNorFilesAreLeftBehind() throws Exception {
        Path folder = temporary.resolve("locks");
        String name = "x".repeat(250);
        ExecutorService other = Executors.newSingleThreadExecutor();
        DecisionMaker maker = DecisionMaker.open(folder, RULES, CLOCK);
        try {
            maker.decide("alice");
            assertThat(maker.erase(List.of("alice"))).isEqualTo(1);
            assertThat(maker.erase(List.of("alice"))).isZero();
            assertThat(Folders.names(folder))
                    .doesNotContain("journal-000002.jsonl")
                    .noneMatch(file -> file.startsWith("rewrit"));
            for (int i = 0; i < 1000; i++) {
                maker.decide(name + i);
            }
            maker.commit();
            long erased = other.submit(() -> {
                        long found = maker.erase(List.of(name + 0, name + 999));
                        maker.save();
                        maker.close();
                        return found;
                    })
                    .get();
            assertThat(erased).isEqualTo(2);
            maker.close();
            assertThat(folder.resolve("journal-000003.jsonl"))
                    .exists(); // one before the erasure, and one that was asked for
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void whatTheDiskRefusesIsErasedOnceItDoesNot() throws IOException {
        Path folder = temporary.resolve("refused");
        Path journal = folder.resolve("journal-000001.jsonl");
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES, CLOCK)) {
            maker.decide("alice");
            maker.commit();
            maker.decide("bob");
            Path away = Files.move(journal, temporary.resolve("away"));
            Files.copy(away, journal); // another file of the same name, which cannot be gone on with
            assertThatIOException()
                    .isThrownBy(() -> maker.erase(List.of("alice")))
                    .withMessageContaining("cannot be written");
            assertThat(maker.health().healthy()).isFalse();
            assertThat(Folders.names(folder)).noneMatch(file -> file.startsWith("rewrit"));
            Files.move(away, journal, StandardCopyOption.REPLACE_EXISTING);
            assertThat(maker.erase(List.of("alice"))).isEqualTo(1);
            assertThat(maker.health().healthy()).isTrue();
            assertThat(maker.reward("bob", 1)).isEqualTo(RewardOutcome.LEARNED);
        }
        assertThat(FolderBytes.of(folder)).doesNotContain("alice").contains("bob");
    }

    @Test
    void memoryAloneAndLimits() throws IOException {
        DecisionMaker single = new DecisionMaker(RULES);
        single.decide("alice");
        assertThat(single.erase(List.of("alice", "bob"))).isEqualTo(1);
        assertThat(single.reward("alice", 1)).isEqualTo(RewardOutcome.UNKNOWN);
        DecisionMaker alone = new DecisionMaker(RULES);
        live(alone, "alice", 0, 20);
        assertThat(alone.erase(ids("alice", 30))).isEqualTo(20);
        assertThat(alone.state().remembered())
                .noneMatch(each -> each.decision().id().contains("alice"));
        assertThat(alone.reward("alice 3", 1)).isEqualTo(RewardOutcome.UNKNOWN);
        Settings learner = new Settings(new Ucb1(), 3, Features.NONE, Seed.of(1));
        try (DecisionMaker maker = DecisionMaker.open(temporary.resolve("learner"), learner, CLOCK)) {
            live(maker, "alice", 0, 3);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> maker.erase(ids("alice", 3)))
                    .withMessageContaining("one without a learner, which could not be resumed without features");
            live(maker, "alice", 3, 5);
        }
        assertThat(ReplayCheck.of(temporary.resolve("learner"), learner).clean())
                .isTrue();
        try (DecisionMakers makers = DecisionMakers.open(temporary.resolve("family"), RULES, 3)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> makers.with("a", maker -> maker.erase(List.of("1"))))
                    .withMessageContaining("are erased by its family");
        }
    }
}
