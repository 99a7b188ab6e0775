package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import kelvin.contract.InvalidValue;
import kelvin.decision.Decision.Slate;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.LinkedLines;
import kelvin.decision.journal.SealedLine;
import kelvin.decision.memory.RewardRule;
import kelvin.policy.Softmax;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.IndependentGates;
import kelvin.policy.subset.PlackettLuce;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decision maker that shows slates learns, recovers and is drawn again as one that chooses one action. */
class SlatesTest {
    static final double TEMPERATURE = 0.7;
    static final double[] SCORES = {0.3, -0.4, 1.1, 0};
    static final BitSet MASK = BitSet.valueOf(new long[] {0b1101});
    static final SubsetPolicy ORDER = new PlackettLuce(2, TEMPERATURE);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    static Settings settings(SubsetPolicy policy) {
        return Settings.slates(policy, 4, Seed.of(7)).maxAge(Duration.ofSeconds(1));
    }

    static Slate slate(DecisionMaker maker, Request request) {
        return slate(maker.decide(request));
    }

    static Slate slate(Decision decision) {
        return Objects.requireNonNull(decision.slate());
    }

    /** Decides, rewards some actions, and does the things that happen to ids. */
    private void live(DecisionMaker maker, int from, int to) {
        for (int i = from; i < to; i++) {
            clock.set(10L * i);
            Request request = Request.of("id " + i);
            Decision decision = maker.decide(i % 3 == 0 ? request.scores(SCORES).open(MASK) : request);
            List<Integer> actions = slate(decision).actions();
            for (int place = 0; place < actions.size() && i % 4 > place; place++) {
                maker.reward("id " + i, actions.get(place), i % 5 - place);
            }
            if (i % 7 == 0 && !actions.isEmpty()) {
                maker.reward("id " + i, actions.get(0), 1);
            }
        }
        maker.reward("never", 3, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "exactly", "gates", "default"})
    void whatWasLivedIsRecoveredAndDrawnAgain(String kind) throws IOException {
        SubsetPolicy policy = switch (kind) {
            case "exactly" -> new ExactlyM(3, 0.4);
            case "gates" -> new IndependentGates(0.2, 0.4);
            default -> ORDER;
        };
        Settings settings =
                kind.equals("default") ? settings(policy).defaultReward(-1, Duration.ofMillis(50)) : settings(policy);
        State lived;
        try (DecisionMaker maker = DecisionMaker.open(folder, settings, clock)) {
            live(maker, 0, 40);
            maker.save();
            live(maker, 40, 80);
            lived = maker.state();
        }
        assertThat(lived.counts().learned()).isGreaterThan(40);
        assertThat(lived.counts().duplicate()).isPositive();
        assertThat(lived.counts().unknown()).isEqualTo(2);
        assertThat(lived.counts().defaulted() > 0).isEqualTo(kind.equals("default"));
        DecisionMaker again = DecisionMaker.open(folder, settings, clock);
        assertThat(State.compare(again.state(), lived)).isEmpty();
        Decision known = lived.remembered().get(lived.remembered().size() - 1).decision();
        assertThat(again.decide(Request.of(known.id()))).isEqualTo(known);
        again.close();
        Path file = folder.resolve("alone.json");
        lived.save(file);
        assertThat(State.load(file)).isEqualTo(lived);
        Files.delete(file);
        ReplayCheck check = ReplayCheck.of(folder, settings);
        assertThat(check.differences()).isEmpty();
        assertThat(check.drawn()).isEqualTo(80);
        assertThat(check.learned()).isGreaterThan(40);
        assertThat(State.compare(check.state(), lived)).isEmpty();
    }

    @Test
    void eachActionHasARewardOfItsOwn() {
        DecisionMaker maker = new DecisionMaker(settings(ORDER).defaultReward(-2, Duration.ofMillis(100)), clock);
        Slate slate = slate(maker, Request.of("a"));
        int first = slate.actions().get(0);
        int second = slate.actions().get(1);
        assertThat(maker.reward("a", second, 5)).isEqualTo(RewardOutcome.LEARNED);
        assertThat(maker.reward("a", second, 6)).isEqualTo(RewardOutcome.DUPLICATE);
        assertThat(maker.state().remembered().get(0).pending()).isTrue();
        int other = IntStream.range(0, 4)
                .filter(i -> !slate.actions().contains(i))
                .max()
                .orElseThrow();
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> maker.reward("a", other, 1))
                .withMessageStartingWith("action = " + other + ", must be one of those that decision a shows");
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> maker.reward("a", 1.0))
                .withMessage("action = none, must be one of those that decision a shows, " + slate.actions());
        clock.set(101);
        assertThat(maker.reward("a", first, 4)).isEqualTo(RewardOutcome.LATE);
        State state = maker.state();
        assertThat(state.arms().get(second).value()).isEqualTo(5);
        assertThat(state.arms().get(first).value()).isEqualTo(-2);
        assertThat(state.remembered().get(0).items())
                .containsExactly(
                        new RewardedDecision.Item(first, -2, true), new RewardedDecision.Item(second, 5, false));
        assertThat(state.counts()).isEqualTo(new DecisionCounts(1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0));
        clock.set(5000);
        slate(maker, Request.of("b"));
        assertThat(maker.reward("a", first, 4)).isEqualTo(RewardOutcome.UNKNOWN);
    }

    @Test
    void aSlateWithAnActionThatHasBeenClosedSinceIsRefused() {
        DecisionMaker maker = new DecisionMaker(settings(ORDER));
        Slate slate = slate(maker, Request.of("a"));
        int closed = slate.actions().get(1);
        maker.setOpen(closed, false);
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> maker.decide("a"))
                .withMessageContaining("a decision for action " + closed + ", which has been closed since");
        assertThat(slate(maker, Request.of("b")).actions()).doesNotContain(closed);
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> maker.decide("c", BitSet.valueOf(new long[] {1L << closed | 1})))
                .withMessageStartingWith("m = 2, must be at most");
        assertThat(maker.state().decisions()).isEqualTo(2);
    }

    @Test
    void settingsThatCannotShowTheirSlatesLeaveNoFolder() {
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> DecisionMaker.open(missing, settings(new PlackettLuce(5, 1))))
                .withMessage("m = 5, must be at most 4, the number of open actions");
        assertThat(missing).doesNotExist();
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> settings(ORDER).control(new Softmax(1), 0.5))
                .withMessage(
                        "control = Softmax[temperature=1.0], must be absent: a control group chooses one action, not slates");
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new DecisionMaker(settings(ORDER).rewards(RewardRule.sum(Duration.ofMillis(9)))))
                .withMessage(
                        "rewards = sum after PT0.009S, must be first, since each action of a slate has one reward");
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new DecisionMaker(settings(ORDER)).guards().shadow(Request.of("a"), 1))
                .withMessageContaining("no shadow mode where slates are shown");
    }

    @Test
    void theKillSwitchShowsTheBaselineAlone() throws IOException {
        Settings settings = settings(ORDER);
        try (DecisionMaker maker = DecisionMaker.open(folder, settings, clock)) {
            maker.guards().stop(3);
            Decision decision = maker.decide("a");
            assertThat(decision.group()).isEqualTo(Decision.Group.STOPPED);
            assertThat(decision.slate()).isEqualTo(new Slate(List.of(3), List.of(1.0), 0, false));
            assertThat(maker.reward("a", 3, 1)).isEqualTo(RewardOutcome.LEARNED);
        }
        assertThat(ReplayCheck.of(folder, settings).clean()).isTrue();
        assertThat(JournalLog.read(folder).entries().get(0).open()).isEqualTo(BitSet.valueOf(new long[] {8}));
    }

    @Test
    void aLogTellsTheRewardsOfActionsAlsoLateOnes() throws IOException {
        Settings settings =
                settings(ORDER).defaultReward(0, Duration.ofMillis(20)).remembered(5);
        Map<Integer, Double> given = new HashMap<>();
        try (DecisionMaker maker = DecisionMaker.open(folder, settings, clock)) {
            List<Integer> actions = slate(maker, Request.of("a")).actions();
            maker.reward("a", actions.get(0), 3);
            clock.set(30);
            assertThat(maker.reward("a", actions.get(1), 4)).isEqualTo(RewardOutcome.LATE);
            given.put(actions.get(0), 3.0);
            given.put(actions.get(1), 4.0);
            live(maker, 4, 12);
            assertThat(maker.reward("a", actions.get(1), 5)).isEqualTo(RewardOutcome.UNKNOWN);
            assertThat(maker.reward("a", 9, 6)).isEqualTo(RewardOutcome.UNKNOWN);
        }
        JournalLog log = JournalLog.read(folder);
        assertThat(log.entries().get(0).rewards()).isEqualTo(given);
        assertThat(log.entries().get(0).reward()).isNull();
        long rewards = log.entries().stream()
                .mapToLong(entry -> entry.rewards().size())
                .sum();
        assertThat(log.estimates().stream().mapToLong(ActionEstimate::count).sum())
                .isEqualTo(rewards)
                .isGreaterThan(10);
    }

    @Test
    void aLineThatWasChangedIsDetectedEvenWithNewChecksums() throws IOException {
        Settings settings = settings(ORDER);
        try (DecisionMaker maker = DecisionMaker.open(folder, settings, clock)) {
            live(maker, 0, 3);
        }
        Path journal = folder.resolve("journal-000001.jsonl");
        String text = Files.readString(journal);
        List<Integer> actions =
                slate(JournalLog.read(folder).entries().get(1).decision()).actions();
        String swapped = text.replace(
                "\"slate\":[" + actions.get(0) + "," + actions.get(1) + "]",
                "\"slate\":[" + actions.get(1) + "," + actions.get(0) + "]");
        assertThat(swapped).isNotEqualTo(text);
        Files.writeString(journal, swapped);
        assertThatExceptionOfType(DamagedFile.class).isThrownBy(() -> ReplayCheck.of(folder, settings));
        forge(journal, swapped);
        assertThat(ReplayCheck.of(folder, settings).differences())
                .isNotEmpty()
                .anyMatch(each -> each.contains("drawn again as Slate[actions=" + actions));
    }

    /** Writes lines with new checksums and links, as a forger could. */
    private void forge(Path journal, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LinkedLines lines = new LinkedLines();
        lines.begin(out);
        for (String line : text.split("(?<=\n)", -1)) {
            if (!line.isEmpty() && !line.startsWith("{\"link\"")) {
                lines.add(SealedLine.reopened(line.getBytes(StandardCharsets.UTF_8))
                        .sealed());
            }
        }
        lines.end();
        Files.write(journal, out.toByteArray());
        Files.deleteIfExists(folder.resolve("journal.end"));
    }

    @Test
    void whereverAWriteEndsTheStateIsThatOfTheLinesBefore() throws IOException {
        Settings settings = settings(ORDER).defaultReward(-1, Duration.ofMillis(25));
        State lived;
        try (DecisionMaker maker = DecisionMaker.open(folder, settings, clock)) {
            live(maker, 1, 6);
            lived = maker.state();
        }
        Path journal = folder.resolve("journal-000001.jsonl");
        byte[] whole = Files.readAllBytes(journal);
        Files.delete(folder.resolve("journal.end"));
        State before = null;
        int states = 0;
        for (int length = 1; length <= whole.length; length++) {
            Files.write(journal, Arrays.copyOf(whole, length));
            if (whole[length - 1] == '\n') {
                ReplayCheck check = ReplayCheck.of(folder, settings);
                assertThat(check.clean()).isTrue();
                states += check.state().equals(before) ? 0 : 1;
                before = check.state();
            } else if (before != null) {
                assertThat(DecisionFolder.read(folder).state()).isEqualTo(before);
            }
        }
        assertThat(before).isEqualTo(lived);
        assertThat(states).isGreaterThan(10);
        Files.write(journal, Arrays.copyOf(whole, whole.length - 200));
        try (DecisionMaker maker = DecisionMaker.open(folder, settings, clock)) {
            maker.decide("one more");
        }
        assertThat(ReplayCheck.of(folder, settings).clean()).isTrue();
    }
}
