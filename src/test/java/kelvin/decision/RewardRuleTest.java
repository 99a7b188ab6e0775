package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.decision.family.DecisionMakers;
import kelvin.decision.family.FamilyCheck;
import kelvin.decision.journal.SealedLine;
import kelvin.decision.memory.RewardRule;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.GradientBandit;
import kelvin.model.Features;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several rewards of a decision count by the rule of the settings, live, in replays and in evaluations. */
class RewardRuleTest {
    private static final RewardRule SUM = RewardRule.sum(Duration.ofMillis(100));
    private static final RewardRule LAST = RewardRule.last(Duration.ofMillis(100));
    private static final Settings RULES = new Settings(new Softmax(0.3), 3, Seed.of(5))
            .maxAge(Duration.ofSeconds(1))
            .remembered(60);
    private static final Settings LEARNER = new Settings(
                    new GradientBandit(0.1, Baseline.INCLUDING), 3, Features.NONE, Seed.of(5))
            .maxAge(Duration.ofSeconds(1))
            .remembered(60);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    static Stream<Settings> settings() {
        return Stream.of(RULES, LEARNER)
                .flatMap(each -> Stream.of(each.rewards(SUM), each.rewards(LAST)))
                .flatMap(each -> Stream.of(each, each.defaultReward(-1, Duration.ofMillis(150))));
    }

    /** Decisions and rewards of every kind: several, late, after the default, of decisions that are forgotten. */
    private void live(DecisionMaker maker, String name, int calls) {
        UniformRandomProvider random = Seed.of(name.hashCode()).generator();
        for (int i = 0; i < calls; i++) {
            clock.set(clock.millis() + 5);
            maker.decide(name + i);
            maker.reward(name + (i - random.nextInt(4)), random.nextDouble());
            maker.reward(name + (i - random.nextInt(90)), random.nextDouble());
        }
    }

    @Test
    void theSumIsLearnedOnceWhenItIsSettled() {
        DecisionMaker maker = new DecisionMaker(RULES.rewards(SUM), clock);
        int action = maker.decide("a").action();
        assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.GATHERED);
        clock.set(100);
        assertThat(maker.reward("a", 0.5)).isEqualTo(RewardOutcome.GATHERED);
        assertThat(maker.state().arms().get(action).count()).isZero();
        assertThat(maker.health().pending()).isEqualTo(1);
        clock.set(101);
        assertThat(maker.reward("a", 7)).isEqualTo(RewardOutcome.LATE);
        assertThat(maker.state().arms().get(action)).isEqualTo(new ActionEstimate(1.5, 1.5, 1, true));
        assertThat(maker.health().pending()).isZero();
        assertThat(maker.counts()).isEqualTo(new DecisionCounts(0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 1));
    }

    @Test
    void theLastIsLearnedOnceWhenItIsSettled() {
        DecisionMaker maker = new DecisionMaker(RULES.rewards(LAST), clock);
        int action = maker.decide("a").action();
        maker.reward("a", 1);
        maker.reward("a", 0.25);
        clock.set(101);
        maker.decide("b");
        assertThat(maker.state().arms().get(action).value()).isEqualTo(0.25);
    }

    @Test
    void aFirstRewardAfterTheSettlingTimeIsLearnedAtOnce() {
        DecisionMaker maker = new DecisionMaker(RULES.rewards(SUM), clock);
        maker.decide("a");
        clock.set(101);
        assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.LEARNED);
        assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.LATE);
    }

    /** Rewards of younger decisions first, so that an older one is gathered behind them. */
    @Test
    void everyDecisionIsSettledInWhateverOrderItsRewardsCame() {
        DecisionMaker maker = new DecisionMaker(RULES.rewards(SUM), clock);
        for (int i = 0; i < 50; i++) {
            clock.set(i);
            maker.decide("a" + i);
        }
        for (int i = 0; i < 50; i++) {
            maker.reward("a" + (49 - i), 1);
        }
        clock.set(120);
        maker.decide("b");
        assertThat(maker.counts().settled()).isEqualTo(20);
        clock.set(150);
        maker.decide("c");
        assertThat(maker.counts().settled()).isEqualTo(50);
    }

    @Test
    void theDefaultIsNotLearnedWhereARewardHasBeenGathered() {
        DecisionMaker maker = new DecisionMaker(RULES.rewards(SUM).defaultReward(-1, Duration.ofMillis(50)), clock);
        maker.decide("a");
        maker.decide("b");
        maker.reward("a", 2);
        clock.set(101);
        maker.decide("c");
        assertThat(maker.counts().defaulted()).isEqualTo(1);
        assertThat(maker.counts().settled()).isEqualTo(1);
        assertThat(maker.reward("b", 2)).isEqualTo(RewardOutcome.LATE);
    }

    @Test
    void aSumThatALearnerCannotLearnFromIsRefusedAndChangesNothing() {
        Settings settings = new Settings(new ThompsonBeta(1, 1), 3, Features.NONE, Seed.of(5)).rewards(SUM);
        DecisionMaker maker = new DecisionMaker(settings, clock);
        maker.decide("a");
        maker.reward("a", 1);
        State before = maker.state();
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> maker.reward("a", 1))
                .withMessageStartingWith("reward = 2");
        assertThat(State.compare(before, maker.state())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everyRewardIsJudgedAgainAndAKilledOneGoesOn(Settings settings) throws IOException {
        DecisionMaker through = new DecisionMaker(settings, clock);
        Path killed = Files.createDirectories(folder.resolve("killed"));
        try (DecisionMaker maker = DecisionMaker.open(folder.resolve("maker"), settings, clock)) {
            for (DecisionMaker each : List.of(through, maker)) {
                clock.set(0);
                live(each, "a", 150);
                each.save();
                live(each, "b", 40);
                each.commit();
            }
            for (String name : List.of("state-000002.json", "journal-000001.jsonl", "journal-000002.jsonl")) {
                Files.copy(folder.resolve("maker").resolve(name), killed.resolve(name));
            }
        }
        Files.writeString(killed.resolve("journal-000002.jsonl"), "{\"reward\":\"b", StandardOpenOption.APPEND);
        assertThat(through.counts().settled()).isPositive();
        assertThat(through.counts().late()).isPositive();
        assertThat(ReplayCheck.of(folder.resolve("maker"), settings).differences())
                .isEmpty();
        try (DecisionMaker resumed = DecisionMaker.open(killed, settings, clock)) {
            assertThat(State.compare(resumed.state(), through.state())).isEmpty();
            live(resumed, "c", 30);
            clock.set(clock.millis() - 30 * 5);
            live(through, "c", 30);
            assertThat(State.compare(resumed.state(), through.state())).isEmpty();
        }
        assertThat(ReplayCheck.of(killed, settings).clean()).isTrue();
    }

    @Test
    void aSettledRewardThatIsNotTheSumIsFound() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES.rewards(SUM), clock)) {
            maker.decide("a");
            maker.reward("a", 1);
            maker.reward("a", 2);
            clock.set(200);
            maker.decide("b");
        }
        Path journal = folder.resolve("journal-000001.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        lines.removeIf(line -> line.startsWith("{\"link\""));
        byte[] second = (lines.get(3) + "\n").getBytes(StandardCharsets.UTF_8);
        lines.set(3, new String(SealedLine.rewritten(second, "2.0", "2.5"), StandardCharsets.UTF_8).strip());
        Files.write(journal, lines);
        Files.delete(folder.resolve("journal.end"));
        assertThat(ReplayCheck.of(folder, RULES.rewards(SUM)).differences())
                .containsExactly("reward of a: settled at 3.0, again at 3.5");
    }

    @Test
    void evaluationsJoinAllRewardsOfTheJournal() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(
                folder,
                RULES.rewards(SUM).defaultReward(-1, Duration.ofMillis(50)).remembered(2),
                clock)) {
            maker.decide("a");
            maker.decide("b");
            maker.reward("a", 1);
            maker.reward("a", 2);
            clock.set(200);
            maker.reward("a", 4); // late, as are the next ones
            maker.reward("b", 8);
            maker.reward("b", 16);
            maker.decide("c");
            maker.decide("d");
            maker.reward("a", 32); // forgotten
            maker.reward("d", 0.5); // not settled
        }
        assertThat(JournalLog.read(folder).entries())
                .extracting(JournalLog.Entry::reward)
                .containsExactly(39.0, 24.0, null, 0.5);
        try (DecisionMaker maker =
                DecisionMaker.open(folder, RULES.rewards(LAST).remembered(2), clock)) {
            maker.reward("d", 64);
            maker.decide("e");
            maker.reward("c", 1);
            maker.reward("c", 3);
        }
        assertThat(JournalLog.read(folder).entries())
                .extracting(JournalLog.Entry::reward)
                .containsExactly(39.0, 24.0, 3.0, 64.0, null);
    }

    @Test
    void whatWasGatheredIsLearnedAtOnceUnderTheRuleThatTheFirstCounts() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES.rewards(SUM), clock)) {
            maker.decide("a");
            maker.reward("a", 1);
            maker.reward("a", 2);
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES, clock)) {
            assertThat(maker.reward("a", 7)).isEqualTo(RewardOutcome.DUPLICATE);
            assertThat(maker.state().remembered().get(0).reward()).isEqualTo(3.0);
        }
        assertThat(ReplayCheck.of(folder, RULES, RULES.rewards(SUM)).clean()).isTrue();
    }

    @Test
    void familiesGatherToo() throws IOException {
        Settings settings = RULES.rewards(SUM);
        for (int i = 0; i < 3; i++) {
            try (DecisionMakers makers = DecisionMakers.open(folder, settings, 1, 1, clock)) {
                for (String name : List.of("x", "y")) {
                    String each = name + i;
                    makers.with(name, maker -> {
                        live(maker, each, 30);
                        return maker;
                    });
                }
            }
        }
        FamilyCheck check = FamilyCheck.of(folder, settings);
        assertThat(check.differences()).isEmpty();
        assertThat(check.drawn()).isEqualTo(180);
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void wrongRulesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RewardRule(null, Duration.ZERO))
                .withMessage("kind = null, must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RewardRule.last(null))
                .withMessage("settledAfter = null, must be given");
        assertThat(RewardRule.last(Duration.ofHours(1))).hasToString("last after PT1H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RewardRule.sum(Duration.ZERO))
                .withMessage("settledAfter = PT0S, must be > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecisionMaker(RULES.rewards(RewardRule.sum(Duration.ofSeconds(1)))))
                .withMessage("settledAfter = PT1S, must be < maxAge, PT1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RewardRule.of("mean after PT1H"))
                .withMessage("rewards: found mean after PT1H, must be such as first or sum after PT24H");
        assertThat(RewardRule.of(SUM.toString())).isEqualTo(SUM);
        assertThat(RewardRule.of(RewardRule.FIRST.toString())).isEqualTo(RewardRule.FIRST);
    }
}
