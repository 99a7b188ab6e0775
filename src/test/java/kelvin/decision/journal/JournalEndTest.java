package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalEndTest {
    private static final String UNNOTICED = "; whether a journal was cut off at its end cannot be told";

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    @Test
    void itIsReadAsItWasSaved() throws IOException {
        JournalEnd end = new JournalEnd(3, 1234, HashChain.FIRST);
        assertThat(JournalEnd.isIn(folder)).isFalse();
        end.save(folder);
        assertThat(JournalEnd.isIn(folder)).isTrue();
        assertThat(JournalEnd.of(folder, notes)).isEqualTo(end);
        assertThat(notes).isEmpty();
    }

    @Test
    void oneThatIsMissingOrDamagedIsNoted() throws IOException {
        Path file = folder.resolve("journal.end");
        assertThat(JournalEnd.of(folder, notes)).isNull();
        new JournalEnd(3, 1234, HashChain.FIRST).save(folder);
        Files.writeString(file, Files.readString(file).replace("1234", "1235"));
        assertThat(JournalEnd.of(folder, notes)).isNull();
        Files.write(file, new SealedLine(SealedLine.END, 3).sealed());
        assertThat(JournalEnd.of(folder, notes)).isNull();
        assertThat(notes)
                .containsExactly(
                        file + ": is missing" + UNNOTICED,
                        file + ": is not as it was written" + UNNOTICED,
                        file + ": length: found null, must be a whole number" + UNNOTICED);
    }
}
