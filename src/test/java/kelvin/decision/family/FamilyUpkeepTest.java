package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import kelvin.decision.DecisionListener;
import kelvin.decision.DecisionMaker;
import kelvin.decision.RewardOutcome;
import kelvin.decision.Settings;
import kelvin.decision.journal.FolderBytes;
import kelvin.decision.journal.Journal;
import kelvin.file.Folders;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing, pruning and new journals wait for what goes on, and leave neither locks nor contexts nor files behind. */
class FamilyUpkeepTest {
    private static final int ARMS = 1000;
    private static final Settings RULES = new Settings(new Softmax(1), 2, Seed.of(1));

    @TempDir
    private Path folder;

    private DecisionMakers family(Settings rules) throws IOException {
        return DecisionMakers.open(folder, rules, 2, 1, InstantSource.system());
    }

    private Path journal(int number) {
        return folder.resolve("shard-0000/journal-00000" + number + ".jsonl");
    }

    /** Makes calls of every kind, which no lock left behind may prevent; returns true to a thread that waits for it. */
    private static boolean everyCall(DecisionMakers makers) throws IOException {
        for (String name : List.of("a", "b", "c")) {
            makers.with(name, maker -> maker.decide("1"));
        }
        makers.save();
        assertThat(makers.erase("a")).isEqualTo(1);
        assertThat(makers.erase("b", List.of("1"))).isEqualTo(1);
        assertThat(makers.erase("b", List.of("unknown"))).isZero();
        assertThat(makers.prune(Instant.MAX)).isPositive();
        assertThat(makers.prune(Instant.MIN)).isZero();
        makers.commit();
        assertThat(makers.names()).containsExactlyInAnyOrder("b", "c");
        return true;
    }

    @Test
    void noCallKeepsALock() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (DecisionMakers makers = family(RULES)) {
            everyCall(makers);
            assertThat(other.submit(() -> everyCall(makers)).get()).isTrue();
        } finally {
            other.shutdownNow();
        }
        assertThat(Folders.names(folder.resolve("shard-0000"))).noneMatch(name -> name.startsWith("rewrit"));
        assertThat(FolderBytes.of(folder)).doesNotContain("\"own\""); // which they would share
    }

    /** Begins a task in a thread of its own, and returns once it waits. */
    private static void begin(FutureTask<?> task, boolean interrupted) {
        Thread thread = new Thread(task);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        if (interrupted) {
            thread.interrupt();
        }
    }

    @Test
    void anErasureWaitsForTheUsesOfItsContextAndWhoeverWantsItForTheErasure() throws Exception {
        try (DecisionMakers makers = family(RULES)) {
            FutureTask<Long> erased = new FutureTask<>(() -> makers.erase("a"));
            FutureTask<String> anew = new FutureTask<>(
                    () -> makers.with("a", maker -> maker.decide("1").step())
                            + (Thread.currentThread().isInterrupted() ? " interrupted" : ""));
            long inner = makers.with("a", maker -> {
                maker.decide("0");
                begin(erased, false);
                begin(anew, true);
                return makers.with("a", again -> again.decide("1").step());
            });
            assertThat(inner).isEqualTo(2);
            assertThat(erased.get()).isEqualTo(2);
            assertThat(anew.get()).isEqualTo("1 interrupted");
        }
    }

    @Test
    void whatIsErasedOrPrunedIsNoLongerInUse() throws IOException {
        try (DecisionMakers makers = family(RULES)) {
            makers.with("a", maker -> maker.decide("1"));
            assertThat(makers.inMemory()).isEqualTo(1);
            makers.erase("a");
            assertThat(makers.inMemory()).isZero();
            for (String name : List.of("b", "c", "d", "e")) {
                makers.with(name, maker -> maker.decide("1"));
            }
            makers.save();
            assertThat(makers.prune(Instant.MAX)).isPositive();
            makers.with("f", maker -> maker.decide("1"));
            assertThat(makers.inMemory()).isEqualTo(2);
            makers.commit();
            assertThat(makers.names()).hasSize(5);
        }
    }

    @Test
    void aLearnedRewardWritesForAllWhereNobodyCommits() throws IOException {
        try (DecisionMakers makers = family(RULES)) {
            RewardOutcome outcome = makers.with("a", maker -> {
                maker.decide("1");
                for (int i = 2; i < Journal.FLUSH_LINES; i++) {
                    maker.reward("unknown", 1);
                }
                return maker.reward("1", 1);
            });
            assertThat(outcome).isEqualTo(RewardOutcome.LEARNED);
            assertThat(makers.health()).returns(0L, FamilyHealth::waitingLines).returns(1L, FamilyHealth::contexts);
        }
    }

    @Test
    void whatAnErasureWritesIsToldAtOnce() throws IOException {
        List<Long> written = new ArrayList<>();
        try (DecisionMakers makers = family(RULES)) {
            makers.listen(new DecisionListener() {
                @Override
                public void committed(long lines, long bytes) {
                    written.add(lines);
                }
            });
            makers.with("a", maker -> maker.decide("1"));
            makers.erase("b");
            assertThat(written).containsExactly(1L);
        }
    }

    private static DecisionMaker live(DecisionMaker maker, double[] scores) throws IOException {
        for (int i = 0; i < 100; i++) { // some 20 KB each
            maker.decide("id " + maker.health().decisions(), scores, null);
        }
        maker.commit();
        return maker;
    }

    @Test
    void aLongJournalIsFollowedByTheNext() throws IOException {
        double[] scores = Seed.of(1).generator().doubles(ARMS).toArray();
        try (DecisionMakers makers = family(new Settings(new Softmax(1), ARMS, Seed.of(1)))) {
            makers.with("a", maker -> maker.decide("1"));
            makers.erase("a");
            assertThat(journal(2)).doesNotExist();
            makers.with("a", maker -> live(maker, scores));
            makers.erase("a"); // after a new journal, so that little is written while others wait
            assertThat(journal(2)).exists();
            while (!Files.exists(journal(3))) {
                makers.with("b", maker -> live(maker, scores));
            }
            assertThat(Files.size(journal(2))).isBetween(16L << 20, 20L << 20);
        }
        assertThat(IndexFile.numbers(folder.resolve("shard-0000"))).contains(3L);
    }
}
