package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {
    private static final int BUFFER = 1 << 16;

    @TempDir
    private Path folder;

    /** Each line as its text, its end in the file and whether it is whole; of one that is not, the text is left out. */
    private List<String> read(String text, int longest) throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), text);
        List<String> read = new ArrayList<>();
        try (LineReader lines = new LineReader(file, longest)) {
            while (lines.next()) {
                String line = new String(lines.array(), lines.from(), lines.length(), StandardCharsets.UTF_8);
                assertThat(lines.copy()).isEqualTo(line.getBytes(StandardCharsets.UTF_8));
                read.add(lines.whole() ? lines.position() + ":" + line.strip() : lines.position() + " not whole");
            }
            assertThat(lines.position()).isEqualTo(text.length());
        }
        return read;
    }

    @Test
    void linesEndWithALineBreak() throws IOException {
        assertThat(read("", 100)).isEmpty();
        assertThat(read("a\n\nbc\n", 100)).containsExactly("2:a", "3:", "6:bc");
        assertThat(read("a\nbc", 100)).containsExactly("2:a", "4 not whole");
    }

    /** Lines about as long as the buffer, and longer ones, which make it grow. */
    @Test
    void linesAreReadAcrossBuffers() throws IOException {
        for (int length : new int[] {BUFFER / 2, BUFFER - 2, BUFFER - 1, BUFFER, BUFFER + 1, 5 * BUFFER}) {
            String line = "x".repeat(length);
            assertThat(read("a\n" + line + "\n" + line + "\nb\n", 10 * BUFFER))
                    .containsExactly(
                            "2:a", (length + 3) + ":" + line, (2 * length + 4) + ":" + line, (2 * length + 6) + ":b");
        }
    }

    @Test
    void linesThatAreTooLongAreSkipped() throws IOException {
        int length = 5 * BUFFER;
        String line = "x".repeat(length);
        assertThat(read("a\n" + line + "\nb\n", BUFFER))
                .containsExactly("2:a", (length + 3) + " not whole", (length + 5) + ":b");
        assertThat(read("a\n" + line, BUFFER)).containsExactly("2:a", (length + 2) + " not whole");
    }

    @Test
    void anEndThatIsTooLongIsCountedFromItsBeginning() throws IOException {
        assertThat(read("a\n" + "x".repeat(20), 10)).containsExactly("2:a", "22 not whole");
    }

    @Test
    void readingBeginsAtALine() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), "one\ntwo\nthree\n");
        try (LineReader lines = new LineReader(file, 4L)) {
            assertThat(lines.next()).isTrue();
            assertThat(lines.copy()).isEqualTo("two\n".getBytes(StandardCharsets.UTF_8));
            assertThat(lines.position()).isEqualTo(8);
        }
        try (LineReader lines = new LineReader(file, 15L)) {
            assertThat(lines.next()).isFalse();
        }
        assertThat(LineReader.all(file)).hasSize(14);
    }
}
