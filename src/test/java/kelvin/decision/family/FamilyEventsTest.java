package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import kelvin.decision.DecisionListener;
import kelvin.decision.RewardOutcome;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyEventsTest {
    private static final Logger LOG = Logger.getLogger("kelvin.decision");

    @TempDir
    private Path folder;

    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record.getLevel() + " " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Test
    void ofWritesThatFailInARowTheFirstIsLogged() throws IOException {
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
        Settings settings = new Settings(new Softmax(1), 2, Seed.of(1));
        Path root = folder.resolve("family");
        try (DecisionMakers makers = DecisionMakers.open(root, settings, 1, 1, InstantSource.system())) {
            makers.with("a", maker -> maker.decide("1"));
            Path journal = root.resolve("shard-0000/journal-000001.jsonl");
            Path away = Files.move(journal, folder.resolve("away"));
            assertThatIOException().isThrownBy(makers::commit);
            assertThatIOException().isThrownBy(makers::commit);
            Files.move(away, journal);
            makers.commit();
        } finally {
            LOG.removeHandler(handler);
            LOG.setUseParentHandlers(true);
        }
        assertThat(logged).hasSize(2);
        assertThat(logged.get(0)).startsWith("WARNING ").contains("journal-000001.jsonl: cannot be written");
        assertThat(logged.get(1))
                .isEqualTo("INFO " + root.resolve("shard-0000") + ": the disk writes again, after 2 failed writes");
    }

    @Test
    void healthAndEventsAreThoseOfAllContextsInMemoryOrNot() throws IOException {
        Settings settings = new Settings(new Softmax(1), 2, Seed.of(1)).remembered(2);
        List<String> heard = new ArrayList<>();
        DecisionListener listener = new DecisionListener() {
            @Override
            public DecisionListener in(String context) {
                return new DecisionListener() {
                    @Override
                    public void rewarded(String id, double reward, RewardOutcome outcome) {
                        heard.add(context + " " + id + " " + outcome);
                    }
                };
            }

            @Override
            public void rotated(long journal) {
                heard.add("journal " + journal);
            }
        };
        Path root = folder.resolve("family");
        DecisionMakers makers = DecisionMakers.open(root, settings, 1, 1, InstantSource.system());
        makers.with("quiet", maker -> maker.reward("0", 1));
        makers.listen(listener);
        for (int round = 0; round < 2; round++) {
            for (String name : List.of("a", "b", "c")) {
                String id = String.valueOf(round);
                makers.with(name, maker -> {
                    for (int i = 0; i < 3; i++) {
                        maker.decide(id + i);
                    }
                    return maker.reward(id + 2, 1);
                });
            }
        }
        makers.save();
        assertThat(heard)
                .containsExactly(
                        "a 02 LEARNED",
                        "b 02 LEARNED",
                        "c 02 LEARNED",
                        "a 12 LEARNED",
                        "b 12 LEARNED",
                        "c 12 LEARNED",
                        "journal 2");
        FamilyHealth health = makers.health();
        assertThat(health.contexts()).isEqualTo(4);
        assertThat(health.inMemory()).isEqualTo(1);
        assertThat(health.decisions()).isEqualTo(18);
        assertThat(health.counts().learned()).isEqualTo(6);
        assertThat(health.counts().unknown()).isEqualTo(1);
        assertThat(health.counts().forgottenByNumber()).isEqualTo(9);
        assertThat(health.counts()).isEqualTo(makers.counts());
        assertThat(health.remembered()).isEqualTo(2);
        assertThat(health.pending()).isEqualTo(1);
        assertThat(health.waitingLines()).isZero();
        assertThat(health.journalBytes()).isPositive();
        assertThat(health.lastSync()).isNotNull();
        assertThat(health.healthy()).isTrue();
        makers.close();
        FamilyHealth closed = makers.health();
        assertThat(closed.healthy()).isFalse();
        assertThat(closed.inMemory()).isZero();
        assertThat(closed.decisions()).isEqualTo(18);
        try (DecisionMakers again = DecisionMakers.open(root, settings, 1, 1, InstantSource.system())) {
            again.with("a", maker -> maker.decide("more"));
            assertThat(again.health().decisions()).isEqualTo(1);
            assertThat(again.counts().learned()).isZero();
        }
    }
}
