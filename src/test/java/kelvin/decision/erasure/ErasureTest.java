package kelvin.decision.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import kelvin.decision.DecisionMaker;
import kelvin.decision.JournalLog;
import kelvin.decision.ReplayCheck;
import kelvin.decision.RewardOutcome;
import kelvin.decision.SalvageReport;
import kelvin.decision.Settings;
import kelvin.decision.State;
import kelvin.decision.family.DecisionMakers;
import kelvin.decision.family.FamilyCheck;
import kelvin.decision.family.FamilyErasure;
import kelvin.decision.journal.FolderBytes;
import kelvin.file.Folders;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erased ids and names are in no file any more, and the record of the decisions still adds up. */
class ErasureTest {
    private static final Settings RULES =
            new Settings(new Softmax(0.3), 3, Seed.of(7)).remembered(8).maxAge(Duration.ofSeconds(9));
    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(1_000_000);

    @TempDir
    private Path temporary;

    private static void live(DecisionMaker maker, int from, int until) {
        for (int i = from; i < until; i++) {
            maker.decide("alice " + i);
            maker.decide("bob " + i);
            maker.reward("alice " + i, i % 2);
            maker.reward("alice " + i, 1); // twice
            maker.reward("alice " + (i - 5), 1); // forgotten
            maker.reward("bob " + i, (i + 1) % 2);
        }
    }

    private Path single() throws IOException {
        Path folder = temporary.resolve("single");
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES, CLOCK)) {
            live(maker, 0, 8);
            maker.save();
            live(maker, 8, 12);
        }
        return folder;
    }

    private static List<String> alice() {
        return Stream.iterate(-5, i -> i + 1).limit(17).map(i -> "alice " + i).toList();
    }

    private static List<String> told(Path folder) throws IOException {
        return JournalLog.read(folder).entries().stream()
                .map(entry -> entry.decision().step() + " " + entry.decision().action() + " "
                        + entry.decision().propensity() + " " + entry.open() + " " + entry.reward())
                .toList();
    }

    @Test
    void anErasedIdIsNowhereAndItsDecisionStillCounts() throws IOException {
        Path folder = single();
        List<String> before = told(folder);
        assertThat(FolderBytes.of(folder)).contains("alice");
        assertThat(Erasure.ids(folder, alice(), CLOCK)).isEqualTo(12 + 3 * 12);
        assertThat(FolderBytes.of(folder))
                .doesNotContain("alice")
                .contains("bob 11")
                .contains("\"erased\":48,");
        assertThat(told(folder)).isEqualTo(before);
        ReplayCheck check = ReplayCheck.of(folder, RULES);
        assertThat(check.differences()).isEmpty();
        assertThat(check.erased()).isEqualTo(48);
        assertThat(check.drawn()).isEqualTo(12);
        assertThat(check.learned()).isEqualTo(12);
        assertThat(check.clean()).isTrue();
        assertThat(SalvageReport.check(folder).lost()).isEmpty();
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES, CLOCK)) {
            assertThat(maker.notes()).noneMatch(note -> note.contains("journal"));
            assertThat(maker.state().decisions()).isEqualTo(24);
            assertThat(maker.reward("alice 11", 1)).isEqualTo(RewardOutcome.UNKNOWN);
            assertThat(maker.reward("bob 11", 1)).isEqualTo(RewardOutcome.DUPLICATE);
        }
        assertThat(Erasure.ids(folder, List.of("nobody"), CLOCK)).isZero();
    }

    @Test
    void afterOldJournalsAreRemovedAReplayBeginsWithTheSnapshotBeforeTheRest() throws IOException {
        Path folder = single();
        assertThat(OldJournals.remove(folder, Instant.ofEpochMilli(999_999))).isZero();
        assertThat(OldJournals.remove(folder, CLOCK.instant())).isEqualTo(1);
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES, CLOCK)) {
            assertThat(maker.state().decisions()).isEqualTo(24);
            for (int i = 0; i < 3; i++) {
                maker.save();
                live(maker, 12 + i, 13 + i);
            }
        }
        ReplayCheck check = ReplayCheck.of(folder, RULES);
        assertThat(check.clean()).isTrue();
        assertThat(check.drawn()).isEqualTo(8 + 6);
    }

    @Test
    void anIdThatOnlyASnapshotHoldsIsErased() throws IOException {
        Path folder = single();
        assertThat(OldJournals.remove(folder, CLOCK.instant())).isEqualTo(1);
        assertThat(FolderBytes.of(folder)).contains("\"alice 7\"");
        assertThat(Erasure.ids(folder, List.of("alice 7"), CLOCK)).isPositive();
        assertThat(FolderBytes.of(folder)).doesNotContain("\"alice 7\"").contains("\"alice 8\"");
        assertThat(ReplayCheck.of(folder, RULES).clean()).isTrue();
    }

    @Test
    void whatIsKilledHalfWayHasErasedAllOrNothing() throws IOException {
        Path folder = single();
        Path after = copy(folder, "after");
        Erasure.ids(after, alice(), CLOCK);
        List<String> names = Folders.names(after).stream()
                .filter(name -> !name.equals("lock"))
                .toList();
        for (int moved = 0; moved <= names.size(); moved++) {
            Path killed = copy(folder, "killed " + moved);
            Folders.make(killed.resolve("rewritten"));
            for (int i = 0; i < names.size(); i++) {
                Path to = i < moved ? killed : killed.resolve("rewritten");
                Files.write(to.resolve(names.get(i)), Files.readAllBytes(after.resolve(names.get(i))));
            }
            assertThatIOException()
                    .isThrownBy(() -> JournalLog.read(killed))
                    .withMessageContaining(
                            "the erasure that was interrupted is completed when the folder is opened next");
            if (moved == 1) {
                assertThat(Erasure.ids(killed, List.of("nobody"), CLOCK)).isZero(); // after completing the other one
            }
            DecisionMaker.open(killed, RULES, CLOCK).close();
            assertThat(FolderBytes.of(killed)).isEqualTo(FolderBytes.of(after));
        }
        Path early = copy(folder, "early");
        Folders.make(early.resolve("rewriting"));
        Files.writeString(early.resolve("rewriting/journal-000001.jsonl"), "half");
        DecisionMaker.open(early, RULES, CLOCK).close();
        assertThat(FolderBytes.of(early)).isEqualTo(FolderBytes.of(folder));
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void whatCannotBeErasedIsLeftAsItIs() throws IOException {
        Path folder = single();
        String before = FolderBytes.of(folder);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Erasure.ids(null, alice(), CLOCK))
                .withMessage("folder = null, must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Erasure.ids(folder, null, CLOCK))
                .withMessage("ids = null, must be given");
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES, CLOCK)) {
            assertThatIOException()
                    .isThrownBy(() -> Erasure.ids(folder, alice(), CLOCK))
                    .withMessageContaining("is in use by another decision maker");
            assertThat(maker.state().decisions()).isEqualTo(24);
        }
        assertThat(FolderBytes.of(folder)).isEqualTo(before);
        Path none = temporary.resolve("none");
        assertThatIOException()
                .isThrownBy(() -> Erasure.ids(none, alice(), CLOCK))
                .withMessage(none + ": found nothing, must be the folder of a decision maker");
        assertThat(none).doesNotExist();
        assertThatIOException()
                .isThrownBy(() -> Erasure.ids(temporary, alice(), CLOCK))
                .withMessage(temporary + ": found no journal, must be a decision maker's folder");
    }

    private Path copy(Path folder, String name) throws IOException {
        Path to = temporary.resolve(name);
        Folders.make(to);
        for (String each : Folders.names(folder)) {
            Files.copy(folder.resolve(each), to.resolve(each));
        }
        return to;
    }

    @Test
    void anErasedContextIsNowhereAndTheOthersGoOn() throws IOException {
        Path root = temporary.resolve("family");
        State other;
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 1, 1, CLOCK)) {
            for (int i = 0; i < 12; i += 4) {
                int from = i;
                for (String name : List.of("carol", "dave", "erin")) {
                    makers.with(name, maker -> {
                        live(maker, from, from + 4);
                        return maker.addArm(0.5, 1);
                    });
                }
                makers.save();
            }
            other = makers.with("dave", DecisionMaker::state);
        }
        List<String> before = told(root);
        assertThat(FamilyErasure.context(root, "carol", CLOCK)).isGreaterThan(70);
        assertThat(FamilyErasure.ids(root, "erin", alice(), CLOCK)).isGreaterThanOrEqualTo(48);
        assertThat(FolderBytes.of(root)).doesNotContain("carol").contains("erin");
        assertThat(told(root)).isEqualTo(before);
        FamilyCheck check = FamilyCheck.of(root, RULES);
        assertThat(check.differences()).isEmpty();
        assertThat(check.erased()).isEqualTo(72 + 48);
        assertThat(check.drawn()).isEqualTo(24 + 12);
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 1, 1, CLOCK)) {
            assertThat(makers.names()).containsExactly("dave", "erin");
            State same = makers.with("dave", DecisionMaker::state);
            assertThat(State.compare(same, other)).isEmpty();
            long decisions = makers.with("erin", maker -> maker.state().decisions());
            assertThat(decisions).isEqualTo(24);
            long anew = makers.with("carol", maker -> maker.decide("1").step());
            assertThat(anew).isEqualTo(1);
        }
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 1, 1, CLOCK)) {
            assertThat(makers.notes()).isEmpty();
            assertThat(makers.names()).containsExactly("carol", "dave", "erin");
        }
    }

    @Test
    void contextsErasedInTheSameMillisecondStayApart() throws IOException {
        for (int shards = 1; shards <= 2; shards++) {
            Path root = temporary.resolve("together " + shards);
            try (DecisionMakers makers = DecisionMakers.open(root, RULES, 4, shards, CLOCK)) {
                for (int i = 0; i < 5; i++) {
                    makers.with("visitor " + i, maker -> maker.decide("1"));
                }
            }
            for (int i = 0; i < 5; i++) {
                assertThat(FamilyErasure.context(root, "visitor " + i, CLOCK)).isEqualTo(1);
            }
            assertThat(FamilyCheck.of(root, RULES).contexts()).isEqualTo(5);
            assertThat(JournalLog.read(root).entries())
                    .extracting(JournalLog.Entry::name)
                    .doesNotHaveDuplicates();
        }
    }
}
