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

/** Gaps and damage stop a folder from being opened; what is whole of it comes back in a new one. */
class SalvageReportTest {
    @TempDir
    private Path temporary;

    private final HandClock clock = new HandClock();
    private Path folder = Path.of("");
    private Path rescued = Path.of("");
    private String text = "";

    @BeforeEach
    void threeJournals() throws IOException {
        folder = temporary.resolve("decisions");
        rescued = temporary.resolve("rescued");
        try (DecisionMaker maker = open(folder)) {
            for (int i = 1; i <= 3; i++) {
                Samples.live(maker, clock, i, 100);
                if (i < 3) {
                    maker.save();
                }
            }
            text = Snapshot.text(maker.state());
        }
    }

    private DecisionMaker open(Path where) throws IOException {
        return DecisionMaker.open(where, Samples.RULES, clock);
    }

    private String state(Path where) throws IOException {
        try (DecisionMaker maker = open(where)) {
            assertThat(maker.notes()).noneMatch(note -> note.contains(".json"));
            return Snapshot.text(maker.state());
        }
    }

    private void damage(Path file) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst("\"learned\": ", "\"learned\": 1"));
    }

    private void refused(String problem) {
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> open(folder))
                .withMessageContaining(problem);
    }

    @Test
    void aWholeFolderLosesNothing() throws IOException {
        SalvageReport salvage = SalvageReport.write(folder, rescued);
        assertThat(salvage.lost()).isEmpty();
        assertThat(state(rescued)).isEqualTo(text);
        assertThat(ReplayCheck.of(rescued, Samples.RULES).clean()).isTrue();
        assertThat(ReplayCheck.of(rescued, Samples.RULES).drawn()).isEqualTo(salvage.decisions());
    }

    @Test
    void aMissingJournalWithADamagedSnapshotIsAnErrorThatChangesNothing() throws IOException {
        Files.delete(StateFiles.journal(folder, 2));
        damage(StateFiles.snapshot(folder, 3));
        byte[] last = Files.readAllBytes(StateFiles.journal(folder, 3));
        refused("journal-000002.jsonl: is missing, must be there");
        assertThat(StateFiles.journal(folder, 3)).hasBinaryContent(last);
        SalvageReport salvage = SalvageReport.write(folder, rescued);
        assertThat(salvage.lost())
                .anyMatch(line -> line.contains("journal-000002.jsonl: is missing"))
                .anyMatch(line -> line.contains("state-000003.json: not a whole snapshot"));
        try (DecisionMaker maker = open(rescued)) {
            assertThat(maker.state().remembered())
                    .extracting(RewardedDecision::decision)
                    .extracting(Decision::id)
                    .allMatch(id -> id.startsWith("3/") || id.startsWith("2/"));
        }
    }

    @Test
    void theNewestJournalDeletedIsNoticed() throws IOException {
        Files.delete(StateFiles.journal(folder, 3));
        refused("journal-000003.jsonl: is missing, must be there");
        Files.delete(StateFiles.snapshot(folder, 3));
        refused("journal-000003.jsonl: is missing, must be there");
    }

    @Test
    void theFirstSnapshotIsNotNeededWhereTheFirstJournalIsWhole() throws IOException {
        Path fresh = temporary.resolve("fresh");
        String before;
        try (DecisionMaker maker = open(fresh)) {
            Samples.live(maker, clock, 1, 100);
            before = Snapshot.text(maker.state());
        }
        damage(StateFiles.snapshot(fresh, 1));
        try (DecisionMaker maker = open(fresh)) {
            assertThat(Snapshot.text(maker.state())).isEqualTo(before);
            assertThat(maker.notes()).anyMatch(note -> note.contains("state-000001.json: not a whole snapshot"));
        }
    }

    @Test
    void anEditWithAFreshChecksumIsNoticed() throws IOException {
        Path journal = StateFiles.journal(folder, 3);
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        int place = 0;
        while (!lines.get(place).contains("\"outcome\":\"learned\"")) {
            place++;
        }
        byte[] line = (lines.get(place) + "\n").getBytes(StandardCharsets.UTF_8);
        lines.set(
                place,
                new String(SealedLine.rewritten(line, "\"value\":0.", "\"value\":1."), StandardCharsets.UTF_8).trim());
        Files.write(journal, lines);
        refused("one of them was edited, added or taken out");
        assertThatExceptionOfType(DamagedFile.class).isThrownBy(() -> ReplayCheck.of(folder, Samples.RULES));
        assertThat(SalvageReport.check(folder).lost())
                .singleElement()
                .asString()
                .contains("the lines since the link before do not fit this one");
    }

    /** Links made anew hide an edit from the chain, but not from whoever learns again. */
    @Test
    void anEditedRewardIsFoundByLearningAgain() throws IOException {
        Path journal = StateFiles.journal(folder, 1);
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        int place = 0;
        while (!lines.get(place).contains("\"outcome\":\"learned\"")) {
            place++;
        }
        byte[] line = (lines.get(place) + "\n").getBytes(StandardCharsets.UTF_8);
        lines.set(
                place,
                new String(SealedLine.rewritten(line, "\"value\":0.", "\"value\":1."), StandardCharsets.UTF_8).trim());
        Files.write(journal, lines);
        SalvageReport.write(folder, rescued);
        ReplayCheck redraw = ReplayCheck.of(rescued, Samples.RULES);
        assertThat(redraw.clean()).isFalse();
        assertThat(redraw.differences()).first().asString().contains("estimate", "learned again as decision");
    }

    @Test
    void theSalvagedJournalGoesOnWhereTheWholeLinesEnd() throws IOException {
        Path journal = StateFiles.journal(folder, 3);
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, lines.size() / 2));
        refused("its end was cut off, edited or damaged");
        SalvageReport salvage = SalvageReport.write(folder, rescued);
        assertThat(salvage.lost()).singleElement().asString().contains("ends before the place");
        try (DecisionMaker maker = open(rescued)) {
            assertThat(maker.state().decisions()).isEqualTo(salvage.decisions());
            maker.decide("one more");
        }
        assertThat(ReplayCheck.of(rescued, Samples.RULES).clean()).isTrue();
    }

    @Test
    void aFolderOfAnotherFormatIsOneClearError() throws IOException {
        Path old = Files.createDirectory(temporary.resolve("old"));
        Files.writeString(StateFiles.snapshot(old, 1), "{\"format\": 1, \"sha256\": \"\", \"state\": {}}");
        String first = new String(
                SealedLine.rewritten(
                        ("{\"start\":\"Softmax[temperature=0.3]\",\"time\":1" + ",\"crc\":\"00000000\"}\n")
                                .getBytes(StandardCharsets.UTF_8),
                        "",
                        ""),
                StandardCharsets.UTF_8);
        Files.writeString(StateFiles.journal(old, 1), first);
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> open(old))
                .withMessage(StateFiles.journal(old, 1)
                        + ": found a journal of format 1, must be 2 or 3, which this version of Kelvin reads");
    }

    @Test
    void nothingIsWrittenOverWhatIsThere() throws IOException {
        Files.createDirectory(rescued);
        Files.writeString(rescued.resolve("notes.txt"), "mine");
        assertThatIOException()
                .isThrownBy(() -> SalvageReport.write(folder, rescued))
                .withMessage(rescued + ": is there already, must be a new folder or an empty one");
        assertThatIOException().isThrownBy(() -> SalvageReport.write(folder, rescued.resolve("notes.txt")));
        Files.delete(rescued.resolve("notes.txt"));
        assertThat(SalvageReport.write(folder, rescued).decisions()).isPositive();
    }
}
