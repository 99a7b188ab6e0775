package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.decision.journal.Journal;
import kelvin.policy.Annealed;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.InverseSqrt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the length of journals, their locks, and reading them back. */
class JournalTest {
    private static final long MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void whoNeverCommitsStillWritesJournalsOfBoundedLength() throws IOException {
        String pad = "漢".repeat(240); // three bytes each
        Settings rules = Samples.RULES;
        try (DecisionMaker maker = DecisionMaker.open(folder, rules)) {
            for (int i = 0; i < 95_000; i++) { // some 850 bytes each
                maker.decide(pad + i);
            }
            assertThat(StateFiles.journal(folder, 2)).exists();
        }
        for (Path journal : StateFiles.journals(folder)) {
            assertThat(Files.size(journal)).isLessThan(Journal.ROTATION_BYTES + 8 * MIB);
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, rules)) {
            assertThat(maker.state().decisions()).isEqualTo(95_000);
        }
    }

    @Test
    void theLockOutlivesTheDeletionOfItsFile() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, Samples.RULES)) {
            Files.delete(folder.resolve("lock"));
            assertThatIOException()
                    .isThrownBy(() -> DecisionMaker.open(folder, Samples.RULES))
                    .withMessage(folder + ": is in use by another decision maker, must be this one's own");
            maker.decide("a");
            maker.commit();
            assertThat(folder.resolve("lock")).exists();
        }
        DecisionMaker.open(folder, Samples.RULES).close();
    }

    private void refused(PolicySchedule policy) {
        Settings rules = new Settings(policy, 3, Seed.of(1));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> DecisionMaker.open(folder.resolve("new"), rules))
                .withMessageContaining("must be a record, or have a toString, wherever a journal is kept");
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(new DecisionMaker(rules).decide("a").action()).isBetween(0, 2);
    }

    @Test
    void textsThatNoOtherProcessWouldGiveAreRefused() throws IOException {
        refused(new Annealed(new Softmax(1), "temperature", step -> 1 / Math.sqrt(step)));
        refused(step -> new Softmax(step));
        DecisionMaker.open(
                        folder.resolve("new"),
                        new Settings(new Annealed(new Softmax(1), "temperature", new InverseSqrt(1)), 3, Seed.of(1)))
                .close();
    }

    @Test
    void aChangeOfTheRulesIsTold() throws IOException {
        DecisionMaker.open(folder, new Settings(new Softmax(1), 3, Seed.of(1))).close();
        try (DecisionMaker maker = DecisionMaker.open(folder, new Settings(new Softmax(1), 4, Seed.of(2)))) {
            assertThat(maker.notes())
                    .hasSize(2)
                    .anyMatch(note -> note.startsWith("seed: is ["))
                    .contains("arms: the rules say 4, before they said 3; the folder's arms are used instead");
        }
    }

    @Test
    void aLookBackKnowsWhichArmsWereOfferedAndLateRewards() throws IOException {
        Settings rules =
                new Settings(new Softmax(1), 4, Seed.of(1)).remembered(1).maxAge(Samples.RULES.maxAge());
        try (DecisionMaker maker = DecisionMaker.open(folder, rules)) {
            maker.decide("some", BitSet.valueOf(new long[] {0b0110}));
            maker.setOpen(1, false);
            maker.decide("all");
            maker.decide("fewer", BitSet.valueOf(new long[] {0b0011}));
            maker.addArm(0, 0);
            assertThat(maker.reward("some", 0.5)).isEqualTo(RewardOutcome.UNKNOWN);
            maker.decide("more");
            assertThat(maker.reward("more", 0.25)).isEqualTo(RewardOutcome.LEARNED);
        }
        List<JournalLog.Entry> entries = JournalLog.read(folder).entries();
        assertThat(entries)
                .extracting(entry -> entry.open().toString())
                .containsExactly("{1, 2}", "{0, 2, 3}", "{0}", "{0, 2, 3, 4}");
        assertThat(entries).extracting(JournalLog.Entry::reward).containsExactly(0.5, null, null, 0.25);
        assertThat(JournalLog.read(folder).arms()).isEqualTo(5);
    }
}
