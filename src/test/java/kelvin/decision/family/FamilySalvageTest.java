package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.decision.DecisionMaker;
import kelvin.decision.JournalLog;
import kelvin.decision.SalvageReport;
import kelvin.decision.Settings;
import kelvin.decision.State;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.SealedLine;
import kelvin.file.Folders;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged family's whole lines make a family that opens and decides. */
class FamilySalvageTest {
    private static final Settings RULES = new Settings(new Softmax(0.3), 4, Seed.of(7)).remembered(5);
    private static final List<String> NAMES =
            IntStream.range(0, 6).mapToObj(i -> "country " + i).toList();
    private static final int JOURNALS = 3;
    private static final int DECISIONS = 12;

    private static final Map<String, State> STATES = new HashMap<>();
    private static long millis;
    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(millis);

    @TempDir
    private static Path whole;

    @TempDir
    private Path temporary;

    private Path root = Path.of("");
    private Path rescued = Path.of("");
    private Path shard = Path.of("");

    /** Three journals in each of two shards. */
    @BeforeAll
    static void threeJournals() throws IOException {
        try (DecisionMakers makers = family(whole)) {
            for (int journal = 0; journal < JOURNALS; journal++) {
                for (int i = 0; i < DECISIONS; i++) {
                    String id = "id " + journal + " " + i;
                    for (String name : NAMES) {
                        millis++;
                        double reward = i % 3;
                        makers.with(name, maker -> {
                            maker.decide(id);
                            return maker.reward(id, reward);
                        });
                    }
                }
                if (journal < JOURNALS - 1) {
                    makers.save();
                }
            }
            for (String name : NAMES) {
                STATES.put(name, makers.with(name, DecisionMaker::state));
            }
        }
    }

    @BeforeEach
    void copy() throws IOException {
        root = temporary.resolve("family");
        rescued = temporary.resolve("rescued");
        shard = root.resolve("shard-0000");
        try (Stream<Path> files = Files.walk(whole)) {
            for (Path file : files.toList()) {
                Files.copy(file, root.resolve(whole.relativize(file)));
            }
        }
    }

    private static DecisionMakers family(Path folder) throws IOException {
        return DecisionMakers.open(folder, RULES, 100, 2, CLOCK);
    }

    /** Verifies that the copy opens, knows all contexts, goes on with their steps, and is whole. */
    private SalvageReport salvaged() throws IOException {
        SalvageReport report = FamilySalvage.write(root, rescued);
        assertThat(FamilySalvage.check(root)).isEqualTo(report);
        assertThat(FamilySalvage.check(rescued).lost()).isEmpty();
        FamilyCheck check = FamilyCheck.of(rescued, RULES);
        assertThat(check.differences()).isEmpty();
        assertThat(check.contexts()).isEqualTo(NAMES.size());
        assertThat(check.drawn()).isPositive();
        assertThat(check.drawn() + check.learned() + check.skipped()).isEqualTo(report.decisions() + report.rewards());
        JournalLog log = JournalLog.read(rescued);
        assertThat(log.entries()).hasSize((int) report.decisions());
        assertThat(log.size()).isEqualTo((int) report.decisions());
        try (DecisionMakers makers = family(rescued)) {
            assertThat(makers.names()).containsExactlyElementsOf(NAMES);
            for (String name : NAMES) {
                long before = makers.with(name, maker -> maker.state().decisions());
                assertThat(makers.with(name, maker -> maker.decide("more")).step())
                        .isEqualTo(before + 1);
            }
        }
        return report;
    }

    private Path journal(int number) {
        return JournalSequence.file(shard, number);
    }

    private void eachHasDecided(long decisions) throws IOException {
        try (DecisionMakers makers = family(rescued)) {
            for (String name : NAMES) {
                assertThat(makers.with(name, maker -> maker.state().decisions()).longValue())
                        .isEqualTo(decisions);
            }
        }
    }

    @Test
    void aWholeFamilyIsCopiedWithAllStates() throws IOException {
        SalvageReport report = FamilySalvage.write(root, rescued);
        assertThat(report.lost()).isEmpty();
        assertThat(report.decisions()).isEqualTo((long) NAMES.size() * JOURNALS * DECISIONS);
        assertThat(report.rewards()).isEqualTo(report.decisions());
        assertThat(FamilyCheck.of(rescued, RULES)).isEqualTo(FamilyCheck.of(root, RULES));
        try (DecisionMakers makers = family(rescued)) {
            for (String name : NAMES) {
                assertThat(makers.with(name, DecisionMaker::state)).isEqualTo(STATES.get(name));
            }
        }
        assertThatIOException()
                .isThrownBy(() -> FamilySalvage.write(root, rescued))
                .withMessage(rescued + ": is there already, must be a new folder or an empty one");
    }

    @Test
    void aFlippedBitCostsOneLineWhereverItIs() throws IOException {
        byte[] bytes = Files.readAllBytes(journal(2));
        for (int i = 7; i < bytes.length; i += bytes.length / 3) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 1;
            Files.write(journal(2), flipped);
            SalvageReport report = salvaged();
            assertThat(report.lost()).isNotEmpty().first().asString().startsWith(journal(2) + ":");
            assertThat(report.decisions() + report.rewards())
                    .isGreaterThanOrEqualTo(2L * NAMES.size() * JOURNALS * DECISIONS - 2);
            rescued = temporary.resolve("rescued " + i);
        }
    }

    @Test
    void aLostRewardIsToldByTheNextLineOfItsContext() throws IOException {
        String text = Files.readString(journal(2));
        int at = text.indexOf("{\"reward\":\"id 1 10\"");
        Files.writeString(journal(2), text.substring(0, at) + "#" + text.substring(at + 1));
        SalvageReport report = salvaged();
        assertThat(report.lost()).hasSize(2);
        assertThat(report.lost().get(0)).contains(" bytes that are not a line as it was written");
        assertThat(report.lost().get(1))
                .contains("country ", "version: found ", " would follow from the lines before: lines before this one");
        assertThat(FamilyCheck.of(rescued, RULES).skipped()).isBetween(1L, 200L);
    }

    @Test
    void bytesThatAreAddedCostNoContextALine() throws IOException {
        String text = Files.readString(journal(2));
        int at = text.indexOf("{\"decision\":\"id 1 10\"");
        Files.writeString(journal(2), text.substring(0, at) + "scribble\n" + text.substring(at));
        SalvageReport report = salvaged();
        assertThat(report.decisions()).isEqualTo((long) NAMES.size() * JOURNALS * DECISIONS);
        assertThat(report.lost())
                .isNotEmpty()
                .first()
                .asString()
                .endsWith(": 9 bytes that are not a line as it was written");
    }

    /** Its checksum is right, but no family wrote it: kept, it would keep its context from being read back. */
    @Test
    void anEditedLineThatDoesNotFollowIsLeftOut() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(journal(2)));
        int at = 0;
        while (!lines.get(at).contains("\"decision\":\"id 1 10\"")) {
            at++;
        }
        byte[] edited = SealedLine.rewritten(
                (lines.get(at) + "\n").getBytes(StandardCharsets.UTF_8), "\"version\":", "\"version\":1");
        lines.set(at, new String(edited, StandardCharsets.UTF_8).strip());
        Files.write(journal(2), lines);
        SalvageReport report = salvaged();
        assertThat(report.decisions()).isEqualTo((long) NAMES.size() * JOURNALS * DECISIONS - 1);
        assertThat(report.lost()).anySatisfy(line -> assertThat(line).contains(": version: found 1"));
    }

    @Test
    void aJournalThatIsCutOffKeepsItsBeginning() throws IOException {
        byte[] bytes = Files.readAllBytes(journal(3));
        Files.write(journal(3), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(salvaged().lost())
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo(journal(3)
                                + ": ends before the place up to which it was safe when it was last closed"));
    }

    @Test
    void aMissingJournalInTheMiddleLeavesTheOthers() throws IOException {
        Files.delete(journal(2));
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> FamilyCheck.of(root, RULES))
                .withMessageContaining("--salvage");
        SalvageReport report = salvaged();
        assertThat(report.lost()).contains(journal(2) + ": is missing");
        eachHasDecided(JOURNALS * DECISIONS + 1);
    }

    @Test
    void theFirstJournalsAndStartRecordsMayBeMissing() throws IOException {
        Files.delete(journal(1));
        String text = Files.readString(journal(2));
        Files.writeString(journal(2), text.replaceFirst("start", "sTart"));
        assertThat(salvaged().lost()).contains(shard + ": the journals before number 2 are missing");
    }

    @Test
    void aMissingShardIsMadeAnew() throws IOException {
        Folders.delete(shard);
        SalvageReport report = FamilySalvage.write(root, rescued);
        assertThat(report.lost()).containsExactly(shard + ": is missing");
        try (DecisionMakers makers = family(rescued)) {
            assertThat(makers.contexts()).isBetween(1L, NAMES.size() - 1L);
            assertThat(makers.with(NAMES.get(0), maker -> maker.decide("more")).id())
                    .isEqualTo("more");
        }
    }

    @Test
    void prunedJournalsAreNotCalledLost() throws IOException {
        try (DecisionMakers makers = family(root)) {
            assertThat(makers.prune(Instant.ofEpochMilli(2L * DECISIONS * NAMES.size())))
                    .isEqualTo(4);
            for (String name : NAMES) {
                makers.with(name, maker -> maker.decide("pruned"));
            }
        }
        assertThat(salvaged().lost()).isEmpty();
        assertThat(FamilyCheck.of(rescued, RULES).skipped())
                .isEqualTo(FamilyCheck.of(root, RULES).skipped());
        eachHasDecided(JOURNALS * DECISIONS + 2);
    }

    @Test
    void aDamagedFamilyFileTellsTheWayOut() throws IOException {
        Path file = root.resolve("family.json");
        Files.writeString(file, Files.readString(file).replace("family", "fimily"));
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> FamilySalvage.write(root, rescued))
                .withMessageEndingWith("; where it is deleted, opening the family with its seed and 2 shards writes it"
                        + " anew, and --check and --salvage go on from there");
        Files.delete(file);
        family(root).close();
        assertThat(FamilySalvage.write(root, rescued).lost()).isEmpty();
    }

    @Test
    void anErasedContextStaysErased() throws IOException {
        for (String name : NAMES) {
            Instant time = Instant.ofEpochMilli(millis + NAMES.indexOf(name)); // a pseudonym each
            FamilyErasure.context(root, name, () -> time);
        }
        Files.delete(journal(2));
        FamilySalvage.write(root, rescued);
        assertThat(FamilyCheck.of(rescued, RULES).differences()).isEmpty();
        try (DecisionMakers makers = family(rescued)) {
            assertThat(makers.names()).isEmpty();
        }
    }
}
