package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.learner.LearnerSpec;
import kelvin.learner.RewardFamily;
import kelvin.learner.adversarial.Exp3;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.contextual.LinTs;
import kelvin.learner.contextual.LinUcb;
import kelvin.learner.contextual.SquareCb;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.GradientBandit;
import kelvin.learner.index.KlUcb;
import kelvin.learner.index.Ucb1;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds decision makers with learners inside to what those with policies promise. */
class LearnerMakerTest {
    private static final Features THREE = new Features(2, 1);
    private static final LearnerSpec SQUARE_CB = new SquareCb(new Ridge(1, Layout.DISJOINT, 1), 5);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    private static Settings settings(LearnerSpec learner) {
        return new Settings(learner, 4, learner.contextual() ? THREE : Features.NONE, Seed.of(11))
                .remembered(40)
                .maxAge(Duration.ofSeconds(1));
    }

    static Stream<LearnerSpec> learners() {
        return Stream.of(
                new Ucb1(),
                new KlUcb(RewardFamily.BERNOULLI, 1, 0),
                new ThompsonBeta(1, 1),
                new GradientBandit(0.1, Baseline.INCLUDING),
                new Exp3(0.1),
                new LinUcb(1, 1, Layout.DISJOINT, 1),
                SQUARE_CB);
    }

    /** Some calls of every kind that a learner can do: late, twice, too late, among some arms, never. */
    private void live(DecisionMaker maker, Settings settings, long seed, int calls) {
        UniformRandomProvider random = Seed.of(seed).generator();
        boolean contextual = Objects.requireNonNull(settings.learner()).contextual();
        boolean closable = settings.learner().closableArms();
        for (int i = 0; i < calls; i++) {
            clock.set(10L * i);
            int kind = random.nextInt(20);
            if (kind == 0 && closable) {
                maker.setOpen(random.nextInt(3), random.nextBoolean());
            } else if (kind < 10) {
                maker.reward(seed + "/" + (i - random.nextInt(80)), random.nextInt(2));
            } else {
                Context context = new Context(4, THREE);
                for (int place = 0; place < 6; place++) {
                    context.set(place, random.nextDouble());
                }
                Request request = Request.of(seed + "/" + i);
                request = contextual ? request.context(context) : request;
                maker.decide(closable && kind < 12 ? request.open(BitSet.valueOf(new long[] {0b1011})) : request);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void everyChoiceIsMadeAgainFromTheJournal(LearnerSpec learner) throws IOException {
        Settings settings = settings(learner);
        State state;
        try (DecisionMaker maker = DecisionMaker.open(folder, settings, clock)) {
            live(maker, settings, 1, 200);
            maker.save();
            live(maker, settings, 2, 200);
            state = maker.state();
        }
        ReplayCheck check = ReplayCheck.of(folder, settings);
        assertThat(check.differences()).isEmpty();
        assertThat(check.drawn()).isEqualTo(state.decisions()).isGreaterThan(150);
        assertThat(check.learned()).isGreaterThan(100);
        assertThat(State.compare(check.state(), state)).isEmpty();
        assertThat(check.state().learner()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void aRestartAfterAKillGoesOnAsIfNothingHadHappened(LearnerSpec learner) throws IOException {
        Settings settings = settings(learner);
        DecisionMaker through = new DecisionMaker(settings, clock);
        live(through, settings, 1, 200);
        Path copy = folder.resolve("copy");
        try (DecisionMaker killed = DecisionMaker.open(folder.resolve("own"), settings, clock)) {
            live(killed, settings, 1, 100);
        }
        assertThat(folder.resolve("own").resolve("journal-000002.jsonl")).doesNotExist();
        Files.move(folder.resolve("own"), copy);
        DecisionMaker half = new DecisionMaker(settings, clock);
        live(half, settings, 1, 100);
        try (DecisionMaker resumed = DecisionMaker.open(copy, settings, clock)) {
            assertThat(resumed.notes()).noneMatch(note -> note.contains("learner"));
            assertThat(State.compare(resumed.state(), half.state())).isEmpty();
            DecisionMaker restored = new DecisionMaker(settings, half.state(), clock);
            for (DecisionMaker each : new DecisionMaker[] {half, resumed, restored}) {
                live(each, settings, 3, 100);
            }
            assertThat(State.compare(resumed.state(), half.state())).isEmpty();
            assertThat(State.compare(restored.state(), half.state())).isEmpty();
        }
        assertThat(State.compare(through.state(), half.state())).isNotEmpty();
    }

    @Test
    void aStateIsSavedAndLoadedWithItsLearner() throws IOException {
        Settings settings = settings(SQUARE_CB);
        DecisionMaker maker = new DecisionMaker(settings, clock);
        live(maker, settings, 1, 200);
        maker.state().save(folder.resolve("state.json"));
        State loaded = State.load(folder.resolve("state.json"));
        assertThat(State.compare(loaded, maker.state())).isEmpty();
        DecisionMaker other = new DecisionMaker(settings, loaded, clock);
        live(maker, settings, 2, 100);
        live(other, settings, 2, 100);
        assertThat(State.compare(other.state(), maker.state())).isEmpty();
    }

    @Test
    void aLateRewardTeachesTheFeaturesOfItsOwnDecision() {
        Settings settings = new Settings(new LinUcb(1, 0, Layout.SHARED, 1), 2, new Features(0, 1), Seed.of(1));
        DecisionMaker maker = new DecisionMaker(settings, clock);
        Context first = new Context(2, settings.features());
        first.set(0, 1);
        first.set(1, 1);
        maker.decide("first", first);
        Context later = new Context(2, settings.features());
        later.set(0, -1);
        later.set(1, -1);
        maker.decide("later", later);
        maker.reward("first", 4);
        maker.reward("first", 40);
        Context apart = new Context(2, settings.features());
        apart.set(0, -1);
        apart.set(1, 1);
        assertThat(maker.decide("apart", apart).action()).isEqualTo(1);
    }

    @Test
    void memoryOfContextsIsBoundedByThatOfDecisions() {
        Settings settings = settings(SQUARE_CB).remembered(5);
        DecisionMaker maker = new DecisionMaker(settings, clock);
        for (int i = 0; i < 1000; i++) {
            maker.decide("id " + i, new Context(4, THREE));
        }
        String learner = String.valueOf(maker.state().learner());
        assertThat(learner).hasSizeLessThan(6000);
        assertThat(maker.reward("id 994", 1)).isEqualTo(RewardOutcome.UNKNOWN);
        assertThat(maker.reward("id 995", 1)).isEqualTo(RewardOutcome.LEARNED);
    }

    @Test
    void propensitiesAreTheLearnersOrNone() throws IOException {
        try (DecisionMaker exact = DecisionMaker.open(folder.resolve("exact"), settings(SQUARE_CB))) {
            assertThat(exact.decide("a", new Context(4, THREE)).propensity()).isEqualTo(0.25);
        }
        Settings sampled = settings(new LinTs(1, 1, Layout.DISJOINT, 1));
        Path without = folder.resolve("without");
        try (DecisionMaker none = DecisionMaker.open(without, sampled)) {
            assertThat(none.decide("a", new Context(4, THREE)).propensity()).isNaN();
            none.save();
        }
        assertThat(StateFiles.journals(without).get(0)).content().contains(",\"propensity\":null,\"features\":[0.0,");
        try (DecisionMaker none = DecisionMaker.open(without, sampled)) {
            assertThat(none.decide("a", new Context(4, THREE)).propensity()).isNaN();
        }
        assertThat(ReplayCheck.of(without, sampled).clean()).isTrue();
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(call).withMessage(message);
    }

    @Test
    void whatALearnerCannotDoIsRefused() {
        DecisionMaker maker = new DecisionMaker(settings(SQUARE_CB), clock);
        State before = maker.state();
        refused(() -> maker.decide("a"), "context = none, must be given: the learner decides by it");
        refused(
                () -> maker.decide("a", new Context(4, new Features(3, 0))),
                "context = 3 shared features and 0 per action, must be 2 shared features and 1 per action");
        refused(
                () -> maker.decide("a", new double[4], null),
                "scores = some, must be absent: the learner has values of its own");
        refused(
                () -> maker.addArm(0, 0),
                "arms = 5, must be 4: the learner knows the number of its arms from the start");
        assertThat(maker.state()).isEqualTo(before);
        DecisionMaker blind = new DecisionMaker(settings(new Exp3(0.1)), clock);
        refused(
                () -> blind.decide("a", new Context(4, THREE)),
                "context = one, must be absent: the learner does not look at it");
        blind.decide("a");
        refused(() -> blind.reward("a", 2), "reward = 2.0, must be one of the learner's: rewards in [0, 1]");
        assertThat(blind.reward("a", 1)).isEqualTo(RewardOutcome.LEARNED);
        refused(
                () -> new Settings(SQUARE_CB, 4, Features.NONE, Seed.of(1)),
                "features = " + Features.NONE + ", must be some: the learner decides by them");
    }

    @Test
    void anotherLearnerStartsAnewAndASalvagedOneLearnsAgain() throws IOException {
        Settings first = settings(SQUARE_CB);
        State state;
        try (DecisionMaker maker = DecisionMaker.open(folder.resolve("own"), first, clock)) {
            live(maker, first, 1, 200);
            state = maker.state();
        }
        SalvageReport report = SalvageReport.write(folder.resolve("own"), folder.resolve("new"));
        assertThat(report.lost()).isEmpty();
        try (DecisionMaker maker = DecisionMaker.open(folder.resolve("new"), first, clock)) {
            assertThat(maker.state().learner()).isEqualTo(state.learner());
        }
        Settings second = settings(new LinUcb(1, 1, Layout.DISJOINT, 1));
        try (DecisionMaker maker = DecisionMaker.open(folder.resolve("own"), second, clock)) {
            assertThat(maker.state().learner())
                    .isEqualTo(new DecisionMaker(second).state().learner());
            live(maker, second, 2, 100);
        }
        assertThat(ReplayCheck.of(folder.resolve("own"), first, second).clean()).isTrue();
        ReplayCheck half = ReplayCheck.of(folder.resolve("own"), second);
        assertThat(half.skipped()).isPositive();
        assertThat(half.differences()).hasSize(1);
    }

    /** Also where the learner's integral is 1.0000000000000002, which no reader of the journal would take. */
    @Test
    void aPropensityIsAtMostOne() throws IOException {
        Settings settings = new Settings(new ThompsonBeta(1, 1), 3, Features.NONE, Seed.of(5));
        BitSet first = BitSet.valueOf(new long[] {1});
        try (DecisionMaker maker = DecisionMaker.open(folder, settings)) {
            for (int i = 0; i < 20; i++) {
                maker.decide("d" + i, first);
                maker.reward("d" + i, i % 2);
            }
        }
        assertThat(JournalLog.read(folder).entries())
                .hasSize(20)
                .allMatch(entry ->
                        entry.decision().propensity() <= 1 && entry.decision().propensity() > 1 - 1e-12);
    }
}
