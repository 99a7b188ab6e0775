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
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedWritesTest {
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
        assertThat(logged.get(1)).isEqualTo("INFO the disk writes again, after 2 failed writes");
    }
}
