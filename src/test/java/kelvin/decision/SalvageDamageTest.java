package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.SealedLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Salvage names each damage once and keeps all that is whole. */
class SalvageDamageTest {
    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private Path rescued = Path.of("");

    @BeforeEach
    void twoJournals() throws IOException {
        folder = temporary.resolve("decisions");
        rescued = temporary.resolve("rescued");
        try (DecisionMaker maker = open(folder)) {
            decide(maker, 0, 20);
            maker.save();
            decide(maker, 20, 40);
        }
    }

    private static DecisionMaker open(Path where) throws IOException {
        return DecisionMaker.open(where, Samples.RULES, new HandClock());
    }

    /** A decision each, of which every second is rewarded. */
    private static void decide(DecisionMaker maker, int from, int to) {
        for (int i = from; i < to; i++) {
            maker.decide("d" + i);
            if (i % 2 == 0) {
                maker.reward("d" + i, i);
            }
        }
    }

    private List<String> lines(int journal) throws IOException {
        return new ArrayList<>(Files.readAllLines(StateFiles.journal(folder, journal)));
    }

    private static int place(List<String> lines, String text) {
        int place = 0;
        while (!lines.get(place).contains(text)) {
            place++;
        }
        return place;
    }

    @Test
    void aWholeFolderIsCounted() throws IOException {
        SalvageReport report = SalvageReport.check(folder);
        assertThat(report.decisions()).isEqualTo(40);
        assertThat(report.rewards()).isEqualTo(20);
        assertThat(report.lost()).isEmpty();
        assertThat(rescued).doesNotExist();
    }

    /** The line itself is lost, and the next one does not follow from those before; the link is not blamed too. */
    @Test
    void aLineThatIsNoneIsNamedWithItsLength() throws IOException {
        List<String> lines = lines(1);
        int place = place(lines, "\"decision\":\"d7\"");
        lines.set(place, "scribble");
        Files.write(StateFiles.journal(folder, 1), lines);
        SalvageReport report = SalvageReport.write(folder, rescued);
        assertThat(report.decisions()).isEqualTo(39);
        assertThat(report.rewards()).isEqualTo(20);
        assertThat(report.lost()).hasSize(2);
        assertThat(report.lost().get(0))
                .isEqualTo(StateFiles.journal(folder, 1) + ":" + (place + 1)
                        + ": 9 bytes that are not a line as it was written");
        assertThat(report.lost().get(1))
                .startsWith(StateFiles.journal(folder, 1) + ":" + (place + 2) + ": ")
                .contains("lines before this one are missing or were changed");
        try (DecisionMaker maker = open(rescued)) {
            assertThat(maker.state().decisions()).isEqualTo(40);
        }
    }

    @Test
    void aLineTakenOutIsALinkThatDoesNotFit() throws IOException {
        List<String> lines = lines(2);
        lines.remove(place(lines, "\"decision\":\"d39\""));
        Files.write(StateFiles.journal(folder, 2), lines);
        SalvageReport report = SalvageReport.check(folder);
        assertThat(report.decisions()).isEqualTo(39);
        assertThat(report.lost()).anyMatch(line -> line.contains("do not fit this one: one of them was edited"));
    }

    /** Where no journal begins as it was written, a snapshot still has the rules. */
    @Test
    void theRulesOfASnapshotDo() throws IOException {
        for (int journal = 1; journal <= 2; journal++) {
            List<String> lines = lines(journal);
            lines.set(0, "scribble");
            Files.write(StateFiles.journal(folder, journal), lines);
        }
        SalvageReport report = SalvageReport.write(folder, rescued);
        assertThat(report.decisions()).isEqualTo(40);
        assertThat(report.lost()).anyMatch(line -> line.contains("journal-000001.jsonl:1: 9 bytes"));
        try (DecisionMaker maker = open(rescued)) {
            assertThat(maker.state().decisions()).isEqualTo(40);
        }
        Files.delete(StateFiles.snapshot(folder, 1));
        Files.delete(StateFiles.snapshot(folder, 2));
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> SalvageReport.check(folder))
                .withMessageContaining("journal-000001.jsonl");
    }

    @Test
    void aFolderOfNoDecisionMakerIsRefused() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        assertThatIOException()
                .isThrownBy(() -> SalvageReport.check(empty))
                .withMessage(empty + ": found no journal and no snapshot, must be the folder of a decision maker");
        assertThatIOException().isThrownBy(() -> SalvageReport.write(empty, rescued));
        assertThat(rescued).doesNotExist();
    }

    /** Without its end, or with a damaged one, whether a journal was cut off cannot be told; that is said. */
    @Test
    void aMissingEndIsSaid() throws IOException {
        Path end = folder.resolve("journal.end");
        Files.writeString(end, Files.readString(end).replace("length", "lenght"));
        assertThat(SalvageReport.check(folder).lost())
                .containsExactly(
                        end + ": is not as it was written; whether a journal was cut off at its end cannot be told");
        Files.writeString(end, "scribble");
        assertThat(SalvageReport.check(folder).lost())
                .singleElement()
                .asString()
                .startsWith(end + ": ");
        Files.delete(end);
        assertThat(SalvageReport.check(folder).lost())
                .containsExactly(end + ": is missing; whether a journal was cut off at its end cannot be told");
    }

    /** A copy without the first line tells the rules anew, by which its decisions are read. */
    @Test
    void aLostFirstLineIsReplaced() throws IOException {
        List<String> lines = lines(1);
        lines.set(0, lines.get(0).replace("rules", "rulez"));
        Files.write(StateFiles.journal(folder, 1), lines);
        SalvageReport report = SalvageReport.write(folder, rescued);
        assertThat(report.decisions()).isEqualTo(40);
        assertThat(report.lost()).isNotEmpty();
        assertThat(SalvageReport.check(rescued).lost()).isEmpty();
        assertThat(ReplayCheck.of(rescued, Samples.RULES).clean()).isTrue();
        assertThat(JournalLog.read(rescued).entries())
                .hasSize(40)
                .allSatisfy(entry -> assertThat(entry.open()).hasToString("{0, 1, 2, 3}"));
    }

    @Test
    void aWholeLineThatCannotBeReadIsLeftOut() throws IOException {
        List<String> lines = lines(1);
        int place = place(lines, "\"decision\":\"d5\"");
        byte[] line = (lines.get(place) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] edited = SealedLine.rewritten(line, "\"step\":6", "\"step\":6.5");
        lines.set(place, new String(edited, StandardCharsets.UTF_8).strip());
        Files.write(StateFiles.journal(folder, 1), lines);
        SalvageReport report = SalvageReport.write(folder, rescued);
        assertThat(report.decisions()).isEqualTo(39);
        assertThat(report.lost()).anyMatch(each -> each.contains(":" + (place + 1) + ": step: found 6.5"));
        assertThat(Files.readString(StateFiles.journal(rescued, 1))).doesNotContain("6.5");
    }

    @Test
    void ofVeryManyFaultsTheFirstAreListed() throws IOException {
        List<String> lines = lines(1);
        for (int i = 0; i < 1500; i++) {
            lines.add(2, "scribble");
        }
        Files.write(StateFiles.journal(folder, 1), lines);
        SalvageReport report = SalvageReport.check(folder);
        assertThat(report.decisions()).isEqualTo(40);
        assertThat(report.lost()).hasSize(1001).last().asString().isEqualTo("and 500 more");
    }

    /** Whole lines cut from the end of a journal leave no bad line; the chain of the next one tells. */
    @Test
    void anOlderJournalCutBetweenTwoLinesOrEmptyIsTold() throws IOException {
        List<String> all = lines(1);
        for (int kept : new int[] {all.size() - 2, 0}) {
            Files.write(StateFiles.journal(folder, 1), all.subList(0, kept));
            assertThat(SalvageReport.check(folder).lost())
                    .singleElement()
                    .asString()
                    .contains(
                            kept == 0
                                    ? "journal-000001.jsonl: is empty"
                                    : "journal-000002.jsonl:1: does not go on from the end");
        }
        SalvageReport report = SalvageReport.write(folder, rescued);
        assertThat(report.decisions()).isEqualTo(20);
        assertThat(SalvageReport.check(rescued).decisions()).isEqualTo(20);
        assertThat(StateFiles.all(rescued)).containsExactly(1L, 2L);
    }
}
