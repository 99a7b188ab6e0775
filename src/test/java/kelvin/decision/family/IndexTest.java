package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kelvin.decision.RecordedSettings;
import kelvin.decision.Settings;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.HashChain;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The places of contexts, in memory and in the file of an index. */
class IndexTest {
    private static final RecordedSettings RULES =
            RecordedSettings.of(new Settings(new Softmax(1), 2, Seed.of(1))).readable();

    @TempDir
    private Path folder;

    private final Sections sections = new Sections();

    private Path written() throws IOException {
        sections.add(Place.of(1, 5), RULES);
        new IndexFile(7, HashChain.FIRST, new long[] {3, Place.of(1, 10), -4, Place.of(2, 20)}, sections).write(folder);
        return folder.resolve("index-000007.bin");
    }

    private void damaged(long number, String message) {
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> IndexFile.read(folder, number))
                .withMessage(IndexFile.file(folder, number) + ": not a whole index: " + message);
    }

    @Test
    void aPlaceIsAJournalAndAnOffset() {
        long place = Place.of(8_388_607, (1L << 40) - 1);
        assertThat(Place.journal(place)).isEqualTo(8_388_607);
        assertThat(Place.offset(place)).isEqualTo((1L << 40) - 1);
        assertThat(Place.json(Place.of(3, 14))).isEqualTo("[3,14]");
        assertThat(Place.of(List.of(3L, 0L))).isEqualTo(Place.of(3, 0));
        assertThat(Place.of(List.of(8_388_607L, (1L << 40) - 1))).isEqualTo(place);
        for (List<Object> wrong : List.<List<Object>>of(
                List.of(3L),
                List.of(3L, 1L, 1L),
                List.of(0L, 1L),
                List.of(8_388_608L, 1L),
                List.of(3L, -1L),
                List.of(3L, 1L << 40),
                List.of("3", 1L),
                List.of(3L, 1.0))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Place.of(wrong))
                    .withMessage("back: found " + wrong + ", must be [journal, offset]");
        }
    }

    @Test
    void aTableOfAnySizeHoldsEachEntryOnce() {
        ContextIndex index = new ContextIndex();
        for (int i = 1; i <= 500; i++) {
            long hash = i * 128L - 64_000;
            index.put(hash, 0, Place.of(1, i));
            index.put(hash, Place.of(1, i), Place.of(2, i));
            assertThat(index.size()).isEqualTo(i);
            assertThat(index.bytes()).isEqualTo(16L * i);
            assertThat(index.find(hash)).containsExactly(Place.of(2, i));
        }
        long[] places = index.places();
        assertThat(places).hasSize(500).isSorted().startsWith(Place.of(2, 1)).endsWith(Place.of(2, 500));
        assertThat(ContextIndex.of(index.pairs()).places()).isEqualTo(places);
        assertThat(ContextIndex.of(null).size()).isZero();
        assertThat(index.find(1)).isEmpty();
    }

    @Test
    void eachLineIsOfTheNewestSettingsBeforeIt() {
        RecordedSettings other =
                RecordedSettings.of(new Settings(new Softmax(2), 2, Seed.of(1))).readable();
        assertThat(sections.last()).isNull();
        sections.add(Place.of(1, 5), RULES);
        sections.add(Place.of(1, 9), RULES);
        sections.add(Place.of(2, 0), other);
        assertThat(sections.tree()).hasSize(2);
        assertThat(sections.at(Place.of(1, 5))).isEqualTo(RULES);
        assertThat(sections.at(Place.of(1, 100))).isEqualTo(RULES);
        assertThat(sections.at(Place.of(2, 0))).isEqualTo(other).isEqualTo(sections.last());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sections.at(Place.of(1, 4)))
                .withMessage("found no settings for the line at [1,4]");
    }

    @Test
    void anIndexIsReadAsItWasWritten() throws IOException {
        written();
        IndexFile read = IndexFile.read(folder, 7);
        assertThat(read.number()).isEqualTo(7);
        assertThat(read.link()).isEqualTo(HashChain.FIRST);
        assertThat(read.pairs()).containsExactly(3, Place.of(1, 10), -4, Place.of(2, 20));
        assertThat(read.sections().at(Place.of(1, 5))).isEqualTo(RULES);
        assertThat(Files.readString(IndexFile.file(folder, 7), StandardCharsets.ISO_8859_1))
                .contains("\"contexts\":2,");
    }

    @Test
    void aChangedByteIsFoundWhereverItIs() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += 13) {
            bytes[i] ^= 1;
            Files.write(file, bytes);
            assertThatExceptionOfType(DamagedFile.class).as("byte %d", i).isThrownBy(() -> IndexFile.read(folder, 7));
            bytes[i] ^= 1;
        }
    }

    @Test
    void anIndexThatIsCutOffOrOfAnotherNumberIsRefused() throws IOException {
        Path file = written();
        Files.copy(file, folder.resolve("index-000008.bin"));
        damaged(8, "found another checksum than that of its bytes");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 16));
        damaged(7, "found another checksum than that of its bytes");
        Files.write(file, Arrays.copyOf(bytes, 20));
        damaged(7, "its first line is not as it was written");
        Files.write(file, new byte[0]);
        damaged(7, "its first line is not as it was written");
    }

    @Test
    void indexesOfEarlierJournalsAreRemoved() throws IOException {
        for (String name : List.of("index-000006.bin", "index-000007.bin", "index-000008.bin", "index-9.bin")) {
            Files.createFile(folder.resolve(name));
        }
        IndexFile.removeBefore(folder, 7);
        assertThat(IndexFile.numbers(folder)).containsExactly(7L, 8L);
        assertThat(folder.resolve("index-9.bin")).exists();
    }
}
