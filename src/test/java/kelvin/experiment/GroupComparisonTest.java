package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kelvin.cli.decisions.GroupText;
import kelvin.decision.Decision;
import kelvin.decision.Decision.Group;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Request;
import kelvin.decision.Settings;
import kelvin.decision.family.DecisionMakers;
import kelvin.evaluation.Interval;
import kelvin.evaluation.sequential.DifferenceSequence;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupComparisonTest {
    private static final Settings RULES = new Settings(new Softmax(0.1), 2, Seed.of(2)).control(new Uniform(), 0.5);

    @TempDir
    private Path folder;

    /** Action 1 pays 1, action 0 nothing; every third decision has no reward. Returns what a sequence makes of the rewards. */
    private static DifferenceSequence live(DecisionMaker maker, String name, int calls, double share) {
        DifferenceSequence expected = new DifferenceSequence(0, 1, share, 0.05);
        for (int i = 0; i < calls; i++) {
            Decision decision = maker.decide(name + i);
            if (i % 3 > 0) {
                maker.reward(decision.id(), decision.action());
                maker.reward(decision.id(), decision.action());
                expected.add(decision.group() == Group.CONTROL, decision.action());
            }
        }
        return expected;
    }

    @Test
    void groupsAreComparedByTheirRewardsWhileTheDecisionMakerIsOpen() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            DifferenceSequence expected = live(maker, "a", 2000, 0.5);
            maker.commit();
            GroupComparison found = GroupComparison.of(folder, 0, 1, 0.95);
            assertThat(found.difference()).isEqualTo(expected.mean()).isGreaterThan(0.3);
            assertThat(found.interval().low()).isPositive();
            assertThat(found.control().rewards()).isEqualTo(expected.control().count());
            assertThat(found.control().decisions()).isBetween(900L, 1100L);
            assertThat(found.control().policy()).isEqualTo("Uniform[]");
            assertThat(found.treatment().mean()).isEqualTo(expected.treatment().mean());
            assertThat(found.treatment().decisions() + found.control().decisions())
                    .isEqualTo(2000);
            assertThat(GroupText.lines(found))
                    .contains("treatment: Softmax[temperature=0.1]", "control, 50 % of the decisions: Uniform[]")
                    .contains("At this level, the treatment group earns more than the control group.");
        }
    }

    /** Revenue has no bounds: the same folder is compared by asymptotic intervals, once each group has enough rewards. */
    @Test
    void rewardsWithoutBoundsAreComparedByAsymptoticIntervals() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            revenue(maker, 0, 90);
            assertThat(GroupText.lines(GroupComparison.unbounded(folder, 0.95)))
                    .contains("No difference is established yet: there are too few rewards for an interval.")
                    .filteredOn(line -> line.startsWith("control  "))
                    .singleElement()
                    .asString()
                    .endsWith("  –");
            revenue(maker, 90, 1500);
            GroupComparison found = GroupComparison.unbounded(folder, 0.95);
            assertThat(found.difference())
                    .isBetween(found.interval().low(), found.interval().high());
            assertThat(found.interval().low()).isBetween(30.0, 50.0);
            assertThat(GroupText.lines(found))
                    .contains("At this level, the treatment group earns more than the control group.")
                    .anyMatch(line -> line.endsWith("mean reward  95 % asymptotic interval"))
                    .anyMatch(line -> line.startsWith("The intervals are asymptotic: with many rewards"));
        }
    }

    private static void revenue(DecisionMaker maker, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            maker.reward("visit " + i, 100 * maker.decide("visit " + i).action() + i * i % 71);
        }
        maker.commit();
    }

    @Test
    void decisionsByTheSwitchAndInShadowModeDoNotCount() throws IOException {
        DifferenceSequence expected;
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            expected = live(maker, "a", 100, 0.5);
            maker.guards().shadow(Request.of("beside"), 1);
            maker.reward("beside", 1);
            maker.guards().stop(0);
            live(maker, "b", 50, 0.5);
            maker.save();
        }
        GroupComparison found = GroupComparison.of(folder, 0, 1, 0.95);
        assertThat(found.difference()).isEqualTo(expected.mean());
        assertThat(found.treatment().decisions() + found.control().decisions()).isEqualTo(100);
    }

    @Test
    void aRestartGoesOnAndAnotherShareBeginsAnew() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            live(maker, "a", 100, 0.5);
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            live(maker, "b", 50, 0.5);
        }
        GroupComparison both = GroupComparison.of(folder, 0, 1, 0.95);
        assertThat(both.treatment().decisions() + both.control().decisions()).isEqualTo(150);
        DifferenceSequence expected;
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES.control(new Greedy(), 0.25))) {
            maker.reward("b0", 1);
            expected = live(maker, "c", 40, 0.25);
        }
        GroupComparison anew = GroupComparison.of(folder, 0, 1, 0.95);
        assertThat(anew.share()).isEqualTo(0.25);
        assertThat(anew.difference()).isEqualTo(expected.mean());
        assertThat(anew.control().policy()).isEqualTo("Greedy[]");
    }

    @Test
    void whatCannotBeComparedIsSaid() throws IOException {
        Path plain = folder.resolve("plain");
        try (DecisionMaker maker = DecisionMaker.open(plain, new Settings(new Softmax(0.1), 2, Seed.of(2)))) {
            maker.decide("a");
        }
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> GroupComparison.of(plain, 0, 1, 0.95))
                .withMessage(
                        plain + ": found no control group in the settings in force, must have one: Settings.control");
        Path controlled = folder.resolve("controlled");
        try (DecisionMaker maker = DecisionMaker.open(controlled, RULES)) {
            maker.reward(maker.decide("a").id(), 7);
        }
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> GroupComparison.of(controlled, 0, 1, 0.95))
                .withMessage(controlled + ": reward = 7.0, must be between the bounds given, 0.0 and 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupComparison.of(controlled, 0, 1, 1))
                .withMessage("level = 1.0, must be in (0, 1)");
    }

    @Test
    void withoutRewardsNothingIsEstablished() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            maker.decide("a");
        }
        GroupComparison none = GroupComparison.of(folder, 0, 1, 0.95);
        assertThat(none.interval()).isEqualTo(new Interval(-1, 1));
        List<String> lines = GroupText.lines(none);
        assertThat(lines)
                .contains("difference, treatment less control: no reward yet")
                .contains("No difference is established yet: the interval contains 0.");
    }

    /** Rewards of a family by some rules, in the order of their times, one per second from a time on; the sequence made of them. */
    private DifferenceSequence family(Settings rules, double share, String name, long from) throws IOException {
        DifferenceSequence expected = new DifferenceSequence(0, 1, share, 0.05);
        AtomicLong seconds = new AtomicLong(from);
        InstantSource clock = () -> Instant.ofEpochSecond(seconds.getAndIncrement());
        try (DecisionMakers makers = DecisionMakers.open(folder, rules, 2, 2, clock)) {
            for (int i = 0; i < 90; i++) {
                String id = name + i;
                double value = i % 5 / 4.0;
                makers.with("context " + i % 7, maker -> {
                    Decision decision = maker.decide(id);
                    expected.add(decision.group() == Group.CONTROL, value);
                    return maker.reward(id, value);
                });
            }
        }
        return expected;
    }

    @Test
    void aFamilyIsOneComparisonInTheOrderOfItsRewards() throws IOException {
        DifferenceSequence first = family(RULES, 0.5, "a", 1000);
        GroupComparison found = GroupComparison.of(folder, 0, 1, 0.95);
        assertThat(found.difference()).isEqualTo(first.mean());
        assertThat(found.interval()).isEqualTo(first.interval());
        assertThat(found.treatment().decisions() + found.control().decisions()).isEqualTo(90);
        DifferenceSequence second = family(RULES.control(new Greedy(), 0.25), 0.25, "b", 2000);
        GroupComparison anew = GroupComparison.of(folder, 0, 1, 0.95);
        assertThat(anew.control().policy()).isEqualTo("Greedy[]");
        assertThat(anew.difference()).isEqualTo(second.mean());
        assertThat(anew.treatment().decisions() + anew.control().decisions()).isEqualTo(90);
    }

    @Test
    void theLevelIsAProbabilityAndTheFolderIsOne() {
        Path none = folder.resolve("none");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> GroupComparison.of(none, 0, 1, 0.95))
                .withMessage(none + ": must be the folder of a decision maker");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupComparison.of(folder, 0, 1, 0))
                .withMessage("level = 0.0, must be in (0, 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupComparison.unbounded(folder, 1))
                .withMessage("level = 1.0, must be in (0, 1)");
    }
}
