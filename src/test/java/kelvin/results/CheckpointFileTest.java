package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFileTest {
    @TempDir
    private Path folder;

    /** One piece has 8192 words. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 100_000})
    void whatWasWrittenIsRead(int count) throws IOException {
        long[] words = LongStream.range(0, count).map(i -> i * i - 7).toArray();
        Path file = folder.resolve("words");
        CheckpointFile.write(file, words);
        assertThat(Files.size(file)).isEqualTo(16 + 8L * count);
        assertThat(CheckpointFile.read(file)).containsExactly(words);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 12, 16, 65_552, 160_015})
    void aChangedByteInAnyPieceIsFound(int place) throws IOException {
        Path file = folder.resolve("words");
        CheckpointFile.write(file, LongStream.range(0, 20_000).toArray());
        byte[] bytes = Files.readAllBytes(file);
        bytes[place] ^= 16;
        Files.write(file, bytes);
        assertThat(CheckpointFile.read(file)).isEmpty();
    }
}
