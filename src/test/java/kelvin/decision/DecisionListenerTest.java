package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionListenerTest {
    private static final Settings FORGETFUL = new Settings(new Uniform(), 2, Seed.of(1)).remembered(2);
    private static final Logger LOG = Logger.getLogger("kelvin.decision");

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Writes down what it is told of, and asks the decision maker for it, which no lock may prevent. */
    private final class Diary implements DecisionListener {
        private final DecisionMaker maker;

        Diary(DecisionMaker maker) {
            this.maker = maker;
        }

        private void note(String event) {
            told.add(event + " of " + maker.health().decisions());
        }

        @Override
        public void decided(Decision decision) {
            note("decided " + decision.id());
        }

        @Override
        public void rewarded(String id, double reward, RewardOutcome outcome) {
            note("rewarded " + id + " " + outcome);
        }

        @Override
        public void evicted(long decisions) {
            note("evicted " + decisions);
        }

        @Override
        public void committed(long lines, long bytes) {
            note("committed " + lines);
        }

        @Override
        public void writeFailed(IOException failure) {
            note("failed");
        }

        @Override
        public void rotated(long journal) {
            note("rotated " + journal);
        }

        @Override
        public void saved(long journal) {
            note("saved " + journal);
        }
    }

    private DecisionMaker open() throws IOException {
        DecisionMaker maker = DecisionMaker.open(folder.resolve("decisions"), FORGETFUL);
        maker.listen(new Diary(maker));
        return maker;
    }

    @BeforeEach
    void catchLog() {
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void letLogGo() {
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void itIsToldOfEverything() throws IOException {
        try (DecisionMaker maker = open()) {
            maker.decide("a");
            maker.decide("a"); // the same decision again
            maker.reward("a", 1);
            maker.reward("a", 1);
            maker.decide("b");
            maker.commit();
            assertThat(told).last().isEqualTo("committed 4 of 2");
            maker.decide("c");
            maker.decide("d");
            maker.save();
            assertThat(told).last().isEqualTo("saved 2 of 4");
            maker.decide("e");
        }
        assertThat(told)
                .containsExactly(
                        "decided a of 1",
                        "rewarded a LEARNED of 1",
                        "rewarded a DUPLICATE of 1",
                        "decided b of 2",
                        "committed 4 of 2",
                        "decided c of 3",
                        "decided d of 4",
                        "evicted 1 of 4",
                        "committed 2 of 4",
                        "rotated 2 of 4",
                        "saved 2 of 4",
                        "decided e of 5",
                        "evicted 1 of 5",
                        "committed 1 of 5");
    }

    @Test
    void aRefusedJournalIsTold() throws IOException {
        try (DecisionMaker maker = open()) {
            Path journal = Files.createDirectory(folder.resolve("decisions/journal-000002.jsonl"));
            assertThatIOException().isThrownBy(maker::save).withMessageContaining("journal-000002.jsonl");
            assertThat(told).containsExactly("failed of 0");
            Files.delete(journal);
            maker.save();
            assertThat(told).containsExactly("failed of 0", "rotated 2 of 0", "saved 2 of 0");
        }
    }

    @Test
    void aRefusedWriteIsToldEachTimeAndLoggedOnce() throws IOException {
        try (DecisionMaker maker = open()) {
            maker.decide("a");
            Path journal = folder.resolve("decisions/journal-000001.jsonl");
            Path away = Files.move(journal, folder.resolve("away"));
            for (int i = 0; i < 3; i++) {
                assertThatIOException().isThrownBy(maker::commit);
                assertThat(told).last().isEqualTo("failed of 1");
            }
            Files.move(away, journal);
            maker.commit();
        }
        assertThat(told)
                .containsExactly("decided a of 1", "failed of 1", "failed of 1", "failed of 1", "committed 1 of 1");
        assertThat(logged).extracting(LogRecord::getLevel).containsExactly(Level.WARNING, Level.INFO);
        assertThat(logged.get(0).getMessage()).contains("journal-000001.jsonl: cannot be written");
        assertThat(logged.get(1).getMessage()).contains("writes again, after 3 failed writes");
    }

    @Test
    void aDefaultRewardIsToldByTheCallThatFindsItDue() {
        HandClock clock = new HandClock();
        DecisionMaker maker = new DecisionMaker(FORGETFUL.defaultReward(0, Duration.ofMillis(50)), clock);
        maker.listen(new Diary(maker));
        maker.decide("a");
        clock.set(40);
        maker.decide("b");
        clock.set(60);
        maker.reward("b", 1);
        maker.decide("c");
        clock.set(120);
        maker.decide("c"); // the same decision again
        assertThat(told)
                .containsExactly(
                        "decided a of 1",
                        "decided b of 2",
                        "rewarded a DEFAULTED of 2",
                        "rewarded b LEARNED of 2",
                        "decided c of 3",
                        "rewarded c DEFAULTED of 3");
    }

    @Test
    void anExceptionOfAListenerLosesNothing() throws IOException {
        try (DecisionMaker maker = open()) {
            maker.listen(new DecisionListener() {
                @Override
                public void decided(Decision decision) {
                    throw new IllegalStateException("metrics are down");
                }
            });
            for (int i = 0; i < 5; i++) {
                maker.decide("a" + i);
            }
            maker.commit();
        }
        assertThat(told).contains("decided a4 of 5", "committed 5 of 5");
        assertThat(logged).hasSize(3).allSatisfy(record -> {
            assertThat(record.getMessage()).contains("a listener failed");
            assertThat(record.getThrown()).hasMessage("metrics are down");
        });
    }

    @Test
    void whatOpeningLeavesOutIsLogged() throws IOException {
        open().close();
        Path decisions = folder.resolve("decisions");
        Files.writeString(decisions.resolve("journal-000001.jsonl"), "{\"decision\":\"a", StandardOpenOption.APPEND);
        Files.writeString(decisions.resolve("state-000001.json"), "nothing");
        open().close();
        assertThat(logged).allMatch(record -> record.getLevel().equals(Level.WARNING));
        assertThat(logged)
                .extracting(LogRecord::getMessage)
                .anySatisfy(message -> assertThat(message).contains("state-000001.json: not a whole snapshot"))
                .anySatisfy(message -> assertThat(message).contains("holds the bytes that were left out"));
    }
}
