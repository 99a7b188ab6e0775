package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTailTest {
    @TempDir
    private Path folder;

    @Test
    void itsBytesGetAFileOfTheirOwnAndTheJournalStaysAsItIs() throws IOException {
        Path journal = Files.writeString(folder.resolve("journal-000001.jsonl"), "whole\nhal");
        Path aside = UnfinishedTail.putAside(journal, 6);
        assertThat(aside)
                .isEqualTo(folder.resolve("journal-000001.jsonl.tail-6"))
                .hasContent("hal");
        assertThat(journal).hasContent("whole\nhal");
    }

    @Test
    void noEarlierTailIsWrittenOver() throws IOException {
        Path journal = Files.writeString(folder.resolve("j"), "one");
        UnfinishedTail.putAside(journal, 1);
        Files.writeString(journal, "two");
        assertThat(UnfinishedTail.putAside(journal, 1))
                .isEqualTo(folder.resolve("j.tail-1-2"))
                .hasContent("wo");
        assertThat(UnfinishedTail.putAside(journal, 1)).isEqualTo(folder.resolve("j.tail-1-3"));
        assertThat(folder.resolve("j.tail-1")).hasContent("ne");
    }
}
