package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.decision.Decision.Acted;
import kelvin.decision.Decision.Group;
import kelvin.policy.Annealed;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.policy.guard.LossBudget;
import kelvin.random.Seed;
import kelvin.schedule.InverseSqrt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardsTest {
    private static final Settings RULES = new Settings(new Softmax(0.2), 3, Seed.of(4));
    static final Settings CONTROLLED = RULES.control(new EpsilonGreedy(0.3), 0.25);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    private DecisionMaker open(Settings rules) throws IOException {
        return DecisionMaker.open(folder.resolve("maker"), rules, clock);
    }

    /** Calls of every kind, with rewards that make actions unequal. */
    static void live(DecisionMaker maker, String name, int calls) {
        for (int i = 0; i < calls; i++) {
            String id = name + i;
            Decision decision = i % 5 == 4
                    ? maker.guards().shadow(Request.of(id), i % 3, 0.25 + 0.5 * (i % 2))
                    : i % 7 == 6 ? maker.decide(id, new double[] {i % 3, 1, 2}, null) : maker.decide(id);
            if (i % 3 > 0) {
                maker.reward(id, decision.actionTaken() + i % 2);
            }
        }
    }

    // ---- kill switch

    @Test
    void everyNewDecisionIsTheBaselineUntilReleased() {
        DecisionMaker maker = new DecisionMaker(CONTROLLED);
        Guards guards = maker.guards();
        Decision before = maker.decide("before");
        guards.stop(2);
        assertThat(guards.stopped()).isEqualTo(OptionalInt.of(2));
        assertThat(maker.probabilities()).containsExactly(0, 0, 1);
        for (int i = 0; i < 50; i++) {
            Decision decision = maker.decide("id " + i);
            assertThat(decision.action()).isEqualTo(2);
            assertThat(decision.propensity()).isEqualTo(1);
            assertThat(decision.group()).isEqualTo(Group.STOPPED);
        }
        assertThat(maker.decide("before")).isEqualTo(before);
        guards.release();
        assertThat(guards.stopped()).isEmpty();
        assertThat(IntStream.range(0, 50).map(i -> maker.decide("later " + i).action()))
                .contains(0, 1);
    }

    @Test
    void whatTheSwitchCannotDoIsRefusedAndNothingChanges() {
        DecisionMaker maker = new DecisionMaker(RULES);
        Guards guards = maker.guards();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> guards.stop(3))
                .withMessage("baseline = 3, must be in [0, 2]");
        maker.setOpen(1, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> guards.stop(1))
                .withMessage("baseline = 1, must be an open arm");
        assertThat(guards.stopped()).isEmpty();
        guards.stop(0);
        State stopped = maker.state();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.setOpen(0, false))
                .withMessage("action = 0, must be another than the one that decisions have been stopped at");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.decide("a", BitSet.valueOf(new long[] {0b110})))
                .withMessage(
                        "open = {1, 2}, must be with action 0 among them, since decisions have been stopped at it");
        assertThat(maker.state()).isEqualTo(stopped);
    }

    @Test
    void theSwitchIsOnAfterARestartWithOrWithoutASnapshot() throws IOException {
        try (DecisionMaker maker = open(RULES)) {
            live(maker, "a", 20);
            maker.guards().stop(1);
            maker.guards().stop(1);
            live(maker, "b", 20);
        }
        try (DecisionMaker maker = open(RULES)) {
            assertThat(maker.guards().stopped()).hasValue(1);
            maker.save();
            assertThat(State.compare(maker.state(), maker.state())).isEmpty();
        }
        try (DecisionMaker maker = open(RULES)) {
            assertThat(maker.decide("c").group()).isEqualTo(Group.STOPPED);
            maker.guards().release();
            maker.guards().release();
        }
        try (DecisionMaker maker = open(RULES)) {
            assertThat(maker.decide("d").group()).isEqualTo(Group.TREATMENT);
        }
        assertThat(lines("\"switch\"")).hasSize(2);
        assertThat(lines("\"switch\"").get(0)).startsWith("{\"switch\":\"stop\",\"action\":1,\"time\":");
        assertThat(ReplayCheck.of(folder.resolve("maker"), RULES).clean()).isTrue();
    }

    private List<String> lines(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("maker"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .flatMap(GuardsTest::lines)
                    .filter(line -> line.contains(part))
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    // ---- shadow mode

    @Test
    void aShadowDecisionIsTheOneThatWouldHaveBeenMadeAndRewardsBelongToTheActionTaken() {
        DecisionMaker acting = new DecisionMaker(RULES, clock);
        DecisionMaker beside = new DecisionMaker(RULES, clock);
        Decision made = acting.decide("a");
        int other = (made.action() + 1) % 3;
        Decision shadow = beside.guards().shadow(Request.of("a"), other, 0.5);
        assertThat(shadow.action()).isEqualTo(made.action());
        assertThat(shadow.propensity()).isEqualTo(made.propensity());
        assertThat(shadow.acted()).isEqualTo(new Acted(other, 0.5));
        assertThat(shadow.propensityTaken()).isEqualTo(0.5);
        assertThat(beside.guards().shadow(Request.of("a"), made.action())).isEqualTo(shadow);
        assertThat(beside.reward("a", 7)).isEqualTo(RewardOutcome.LEARNED);
        assertThat(beside.state().arms().get(other).value()).isEqualTo(7);
        assertThat(beside.state().arms().get(made.action()).count()).isZero();
    }

    @Test
    void anActionOfAnotherSystemMustBeOneAndMayBeClosedHere() {
        DecisionMaker maker = new DecisionMaker(RULES);
        Guards guards = maker.guards();
        maker.setOpen(1, false);
        Decision decision = guards.shadow(Request.of("a"), 1);
        assertThat(decision.acted()).isEqualTo(new Acted(1, Double.NaN));
        assertThat(decision.action()).isNotEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> guards.shadow(Request.of("b"), 3))
                .withMessage("acted = 3, must be in [0, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> guards.shadow(Request.of("b"), 0, 0))
                .withMessage("propensity = 0.0, must be in (0, 1]");
        assertThat(maker.state().decisions()).isEqualTo(1);
    }

    // ---- all of them together

    static Stream<Settings> controlled() {
        return Stream.of(
                CONTROLLED,
                RULES.control(new Annealed(new Softmax(1), "temperature", new InverseSqrt(1)), 0.5),
                new Settings(new LossBudget(new Softmax(1), 0.1), 3, Seed.of(1)).control(new Greedy(), 0.1));
    }

    @ParameterizedTest
    @MethodSource("controlled")
    void everyDecisionOfEveryKindIsDrawnAgain(Settings rules) throws IOException {
        State state;
        try (DecisionMaker maker = open(rules)) {
            live(maker, "a", 100);
            maker.guards().stop(1);
            live(maker, "b", 30);
            maker.save();
            maker.guards().release();
            live(maker, "c", 100);
            state = maker.state();
        }
        ReplayCheck check = ReplayCheck.of(folder.resolve("maker"), rules);
        assertThat(check.differences()).isEmpty();
        assertThat(check.clean()).isTrue();
        assertThat(check.drawn()).isEqualTo(230);
        assertThat(State.compare(check.state(), state)).isEmpty();
        try (DecisionMaker maker = open(rules)) {
            assertThat(State.compare(maker.state(), state)).isEmpty();
        }
    }

    @Test
    void aStateIsTheSameAfterItWasSaved() throws IOException {
        DecisionMaker maker = new DecisionMaker(CONTROLLED, clock);
        live(maker, "a", 60);
        maker.guards().shadow(Request.of("unknown propensity"), 2);
        maker.guards().stop(2);
        live(maker, "b", 30);
        maker.state().save(folder.resolve("state.json"));
        State loaded = State.load(folder.resolve("state.json"));
        assertThat(loaded).isEqualTo(maker.state());
        assertThat(new DecisionMaker(CONTROLLED, loaded).decide("c").group()).isEqualTo(Group.STOPPED);
    }

    @Test
    void anotherShareOrControlPolicyIsAnotherPolicy() throws IOException {
        try (DecisionMaker maker = open(RULES)) {
            live(maker, "a", 10);
        }
        long version;
        try (DecisionMaker maker = open(CONTROLLED)) {
            version = maker.state().version();
            assertThat(maker.notes())
                    .contains(
                            "control: is EpsilonGreedy[epsilon=0.3] from here on, was absent",
                            "controlShare: is 0.25 from here on, was absent");
            live(maker, "b", 10);
        }
        try (DecisionMaker maker = open(CONTROLLED.control(new EpsilonGreedy(0.3), 0.5))) {
            assertThat(maker.state().version()).isGreaterThan(version);
            live(maker, "c", 10);
        }
        Path maker = folder.resolve("maker");
        Settings last = CONTROLLED.control(new EpsilonGreedy(0.3), 0.5);
        assertThat(ReplayCheck.of(maker, RULES, CONTROLLED, last).clean()).isTrue();
        assertThat(ReplayCheck.of(maker, RULES, CONTROLLED).skipped()).isPositive();
    }

    @Test
    void whatIsSalvagedKeepsGroupsAndTheSwitch() throws IOException {
        State state;
        try (DecisionMaker maker = open(CONTROLLED)) {
            live(maker, "a", 50);
            maker.guards().stop(0);
            live(maker, "b", 10);
            state = maker.state();
        }
        Path rescued = folder.resolve("rescued");
        SalvageReport report = SalvageReport.write(folder.resolve("maker"), rescued);
        assertThat(report.lost()).isEmpty();
        try (DecisionMaker maker = DecisionMaker.open(rescued, CONTROLLED, clock)) {
            assertThat(State.compare(maker.state(), state)).isEmpty();
        }
        assertThat(ReplayCheck.of(rescued, CONTROLLED).clean()).isTrue();
    }

    @Test
    void aLogTellsGroupsAndActionsTaken() throws IOException {
        try (DecisionMaker maker = open(CONTROLLED)) {
            live(maker, "a", 40);
            maker.guards().stop(2);
            maker.decide("stopped");
        }
        List<JournalLog.Entry> entries =
                JournalLog.read(folder.resolve("maker")).entries();
        assertThat(entries.get(4).decision().acted()).isEqualTo(new Acted(1, 0.25));
        assertThat(entries.get(4).reward()).isEqualTo(1.0);
        assertThat(entries.get(40).open().toString()).isEqualTo("{2}");
        assertThat(entries)
                .anyMatch(entry -> entry.decision().group() == Group.CONTROL)
                .anyMatch(entry -> entry.decision().group() == Group.TREATMENT);
    }
}
