package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.SealedLine;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyFolderTest {
    private static final Seed SEED = Seed.of(7);
    private static final SharedPrior SHARED = new SharedPrior(3, 40);

    @TempDir
    private Path folder;

    private FamilyFolder made() throws IOException {
        FamilyFolder made = FamilyFolder.of(folder, SEED, 3, SHARED);
        made.make();
        made.seal();
        return made;
    }

    private void damaged(SealedLine line, String message) throws IOException {
        Files.write(folder.resolve("family.json"), line.sealed());
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> FamilyFolder.read(folder))
                .withMessageStartingWith(folder.resolve("family.json") + ": is not as it was written: " + message);
    }

    @Test
    void aNewFamilyIsMadeAndFoundAgain() throws IOException {
        FamilyFolder none = FamilyFolder.of(folder.resolve("none"), SEED, 3, null);
        assertThat(none.known()).isFalse();
        assertThat(none.found()).isZero();
        assertThat(FamilyFolder.is(folder)).isFalse();
        assertThat(made().folders())
                .containsExactly(
                        folder.resolve("shard-0000"), folder.resolve("shard-0001"), folder.resolve("shard-0002"))
                .allMatch(Files::isDirectory);
        assertThat(FamilyFolder.is(folder)).isTrue();
        assertThat(FamilyFolder.of(folder, SEED, 9, null))
                .isEqualTo(new FamilyFolder(folder, SEED, 3, true, 3, SHARED));
        byte[] before = Files.readAllBytes(folder.resolve("family.json"));
        FamilyFolder.read(folder).seal();
        assertThat(folder.resolve("family.json")).hasBinaryContent(before);
    }

    @Test
    void shardsWithoutTheirFileAreCounted() throws IOException {
        made();
        Files.delete(folder.resolve("family.json"));
        assertThat(FamilyFolder.of(folder, SEED, 3, null).found()).isEqualTo(3);
    }

    @Test
    void numbersOfShardsAreBounded() throws IOException {
        assertThat(FamilyFolder.of(folder, SEED, 1, null).shards()).isEqualTo(1);
        assertThat(FamilyFolder.of(folder, SEED, 4096, null).shards()).isEqualTo(4096);
        for (int wrong : new int[] {0, 4097}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FamilyFolder.of(folder, SEED, wrong, null))
                    .withMessage("shards = " + wrong + ", must be in [1, 4096]");
        }
    }

    @Test
    void aFolderOfAnotherFormIsRefused() throws IOException {
        for (String name : List.of("journal-000001.jsonl", "context-a")) {
            Path file = Files.createFile(folder.resolve(name));
            assertThatIOException()
                    .isThrownBy(() -> FamilyFolder.of(folder, SEED, 3, null))
                    .withMessageStartingWith(folder + ": found " + name + ", must be a new folder");
            Files.delete(file);
        }
    }

    @Test
    void whatAFamilySharesIsThatOfItsFirstStart() throws IOException {
        made();
        assertThat(FamilyFolder.of(folder, SEED, 3, SHARED).shared()).isEqualTo(SHARED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FamilyFolder.of(folder, SEED, 3, new SharedPrior(3, 41)))
                .withMessageContaining("must be that of the family's first start, " + SHARED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FamilyFolder.of(folder, Seed.of(8), 3, null))
                .withMessage("seed = " + Seed.of(8) + ", must be that of the family's first start, " + SEED);
    }

    @Test
    void aMissingShardIsDamage() throws IOException {
        made();
        Path shard = folder.resolve("shard-0001");
        Files.delete(shard);
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> FamilyFolder.read(folder).make())
                .withMessage(shard + ": is missing, must be there: what it told is in no other folder");
    }

    @Test
    void aNameHasSomeCharactersAndNotTooMany() {
        FamilyFolder.requireName("x".repeat(256));
        for (String wrong : List.of("", "x".repeat(257))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FamilyFolder.requireName(wrong))
                    .withMessage("name = " + wrong.length() + " characters, must be 1 to 256 characters");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> FamilyFolder.requireName("\ud800"));
    }

    @Test
    void namesAreSpreadOverAllShards() throws IOException {
        FamilyFolder family = FamilyFolder.of(folder, SEED, 3, null);
        int[] counts = new int[3];
        for (int i = 0; i < 300; i++) {
            counts[family.shard("name " + i)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(70, 130);
        }
    }

    @Test
    void aFileThatIsNotAsItWasWrittenSaysHowToGoOn() throws IOException {
        made();
        damaged(new SealedLine("family", 3), "seed: found null, must be a list; where it is deleted");
        damaged(new SealedLine("family", 3).put("seed", "[1]"), "seed: found [1], must be two whole numbers");
        damaged(new SealedLine("family", 3).put("seed", "[1,\"2\"]"), "seed: found [1, 2], must be two whole numbers");
        damaged(new SealedLine("family", 3).put("seed", "[1.5,2]"), "seed: found [1.5, 2], must be two whole numbers");
        damaged(new SealedLine("family", 1L << 32).put("seed", "[1,2]"), "integer overflow");
        Files.writeString(folder.resolve("family.json"), "{}");
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> FamilyFolder.read(folder))
                .withMessageContaining(": its checksum does not fit; where it is deleted, opening the family with its"
                        + " seed and 3 shards writes it anew");
    }

    @Test
    void aCopyGoesIntoANewFolderOrAnEmptyOne() throws IOException {
        FamilyFolder family = made();
        Path into = folder.resolve("copy");
        assertThat(family.emptied(into)).isEqualTo(new FamilyFolder(into, SEED, 3, false, 0, SHARED));
        Files.createDirectory(into);
        assertThat(family.emptied(into).known()).isFalse();
        Files.createFile(into.resolve("file"));
        for (Path taken : List.of(into, into.resolve("file"))) {
            assertThatIOException()
                    .isThrownBy(() -> family.emptied(taken))
                    .withMessage(taken + ": is there already, must be a new folder or an empty one");
        }
    }
}
