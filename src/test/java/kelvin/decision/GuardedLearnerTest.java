package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import kelvin.decision.Decision.Group;
import kelvin.learner.LearnerSpec;
import kelvin.learner.adversarial.Exp3;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.contextual.LinUcb;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds guard rails to their word where a learner decides. */
class GuardedLearnerTest {
    private static final Features TWO = new Features(2, 0);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    static Stream<LearnerSpec> learners() {
        return Stream.of(new ThompsonBeta(1, 1), new Exp3(0.1), new LinUcb(1, 1, Layout.DISJOINT, 1));
    }

    private static Settings settings(LearnerSpec learner) {
        return new Settings(learner, 3, learner.contextual() ? TWO : Features.NONE, Seed.of(5))
                .remembered(30)
                .control(new Uniform(), 0.3);
    }

    private static void live(DecisionMaker maker, Settings settings, String name, int calls) {
        UniformRandomProvider random = Seed.of(name.hashCode()).generator();
        boolean contextual = Objects.requireNonNull(settings.learner()).contextual();
        for (int i = 0; i < calls; i++) {
            Context context = new Context(3, TWO);
            context.set(0, random.nextDouble());
            context.set(1, random.nextDouble());
            Request plain = Request.of(name + i);
            Request request = contextual ? plain.context(context) : plain;
            if (i % 5 == 4) {
                maker.guards().shadow(request, i % 3, 0.5);
            } else {
                maker.decide(request);
            }
            maker.reward(name + (i - random.nextInt(40)), random.nextInt(2));
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void everyChoiceOfEveryGroupIsMadeAgainAndARestartGoesOn(LearnerSpec learner) throws IOException {
        Settings settings = settings(learner);
        DecisionMaker through = new DecisionMaker(settings, clock);
        try (DecisionMaker maker = DecisionMaker.open(folder, settings, clock)) {
            for (DecisionMaker each : new DecisionMaker[] {maker, through}) {
                live(each, settings, "a", 80);
                each.guards().stop(1);
                live(each, settings, "b", 20);
                each.guards().release();
                live(each, settings, "c", 40);
            }
        }
        ReplayCheck check = ReplayCheck.of(folder, settings);
        assertThat(check.differences()).isEmpty();
        assertThat(check.drawn()).isEqualTo(140);
        try (DecisionMaker resumed = DecisionMaker.open(folder, settings, clock)) {
            assertThat(State.compare(resumed.state(), through.state())).isEmpty();
            live(resumed, settings, "d", 40);
            live(through, settings, "d", 40);
            assertThat(State.compare(resumed.state(), through.state())).isEmpty();
        }
    }

    /** A learner that weights rewards by its own probabilities would be misled by those of others. */
    @ParameterizedTest
    @MethodSource("learners")
    void aLearnerLearnsFromItsOwnDecisionsOnly(LearnerSpec learner) {
        Settings settings = settings(learner);
        DecisionMaker maker = new DecisionMaker(settings, clock);
        maker.guards().stop(1);
        Object before = maker.state().learner();
        live(maker, settings, "a", 30);
        assertThat(maker.state().learner()).isEqualTo(before);
        assertThat(maker.state().arms().stream()
                        .mapToLong(ActionEstimate::count)
                        .sum())
                .isPositive();
        maker.guards().release();
        live(maker, settings, "b", 30);
        assertThat(maker.state().learner()).isNotEqualTo(before);
    }

    @Test
    void anotherControlGroupLeavesTheLearnerWhatItKnows() throws IOException {
        Settings settings = settings(new ThompsonBeta(1, 1));
        Object known;
        try (DecisionMaker maker = DecisionMaker.open(folder, settings, clock)) {
            live(maker, settings, "a", 60);
            known = maker.state().learner();
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, settings.control(new Uniform(), 0.9), clock)) {
            assertThat(maker.state().learner()).isEqualTo(known);
            assertThat(Stream.iterate(0, i -> i + 1)
                            .limit(100)
                            .filter(i -> maker.decide("new " + i).group() == Group.CONTROL))
                    .hasSizeGreaterThan(75);
        }
    }
}
