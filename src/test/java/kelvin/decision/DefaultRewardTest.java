package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.learner.contextual.LinUcb;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultRewardTest {
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Settings SETTINGS = new Settings(new Softmax(0.5), 3, Seed.of(3))
            .initialValue(0.5)
            .maxAge(Duration.ofMillis(400))
            .defaultReward(-1, WAIT);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    @Test
    void theDefaultIsLearnedByTheFirstCallAfterTheWaitingTime() {
        DecisionMaker maker = new DecisionMaker(SETTINGS, clock);
        Decision first = maker.decide("first");
        clock.set(100);
        maker.decide("second");
        assertThat(maker.state().counts().defaulted()).isZero();
        clock.set(101);
        maker.decide("third");
        State state = maker.state();
        assertThat(state.counts()).isEqualTo(new DecisionCounts(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0));
        assertThat(state.arms().get(first.action()).value()).isEqualTo(-1);
        assertThat(state.remembered().get(0)).isEqualTo(new RewardedDecision(first, -1.0, true, false));
        assertThat(maker.reward("first", 7)).isEqualTo(RewardOutcome.LATE);
        assertThat(maker.reward("first", 8)).isEqualTo(RewardOutcome.LATE);
        assertThat(maker.state().arms()).isEqualTo(state.arms());
        assertThat(maker.reward("second", 1)).isEqualTo(RewardOutcome.LEARNED);
        assertThat(maker.reward("second", 1)).isEqualTo(RewardOutcome.DUPLICATE);
        assertThat(maker.state().counts()).isEqualTo(new DecisionCounts(1, 1, 0, 0, 0, 0, 0, 1, 2, 0, 0));
    }

    @Test
    void aRewardThatComesTooLateFindsTheDefaultLearned() {
        DecisionMaker maker = new DecisionMaker(SETTINGS, clock);
        maker.decide("a");
        clock.set(101);
        assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.LATE);
        assertThat(maker.state().arms()).anyMatch(arm -> arm.value() == -1);
        clock.set(10_000);
        maker.decide("b");
        assertThat(maker.state().counts().forgotten()).isZero();
    }

    @Test
    void aRewardInTimeLeavesNothingToDefault() {
        DecisionMaker maker = new DecisionMaker(SETTINGS, clock);
        for (int i = 0; i < 50; i++) {
            maker.decide("id " + i);
        }
        for (int i = 0; i < 50; i += 2) {
            maker.reward("id " + i, 1);
        }
        clock.set(101);
        maker.decide("last");
        assertThat(maker.state().counts()).isEqualTo(new DecisionCounts(25, 0, 0, 0, 0, 0, 0, 25, 0, 0, 0));
    }

    private State live(Settings settings, DecisionMaker maker, long from) throws IOException {
        for (long i = from; i < from + 150; i++) {
            clock.set(7 * i);
            Request request = Request.of("id " + i);
            maker.decide(settings.learner() == null ? request : request.context(Context.of(3, Math.sin(i))));
            if (i % 3 == 0) {
                maker.reward("id " + (i - 2), i % 2);
            } else if (i % 11 == 0) {
                maker.reward("id " + (i - 30), 0.5);
            }
            if (i % 100 == 70) {
                maker.save();
            }
        }
        return maker.state();
    }

    private void redone(Settings settings) throws IOException {
        State state;
        try (DecisionMaker maker = DecisionMaker.open(folder, settings, clock)) {
            live(settings, maker, 1000);
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, settings, clock)) {
            state = live(settings, maker, 1150);
        }
        assertThat(state.counts().defaulted()).isGreaterThan(100);
        assertThat(state.counts().late()).isGreaterThan(3);
        ReplayCheck check = ReplayCheck.of(folder, settings);
        assertThat(check.differences()).isEmpty();
        assertThat(State.compare(check.state(), state)).isEmpty();
        assertThat(SalvageReport.write(folder, folder.resolve("new")).lost()).isEmpty();
        try (DecisionMaker maker = DecisionMaker.open(folder.resolve("new"), settings, clock)) {
            assertThat(State.compare(maker.state(), state)).isEmpty();
        }
    }

    @Test
    void defaultsAreReplayedExactly() throws IOException {
        redone(SETTINGS);
        assertThat(ReplayCheck.of(folder, SETTINGS.defaultReward(-1, Duration.ofMillis(101)))
                        .skipped())
                .isPositive();
    }

    @Test
    void soAreThoseOfALearner() throws IOException {
        redone(new Settings(new LinUcb(1, 1, Layout.DISJOINT, 1), 3, new Features(1, 0), Seed.of(3))
                .maxAge(Duration.ofMillis(400))
                .defaultReward(0, WAIT));
    }

    @Test
    void aLookBackCountsTheRewardThatCameLater() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, SETTINGS, clock)) {
            maker.decide("late");
            maker.decide("never");
            clock.set(200);
            maker.reward("late", 1);
        }
        assertThat(JournalLog.read(folder).entries())
                .extracting(JournalLog.Entry::reward)
                .containsExactly(1.0, -1.0);
    }

    @Test
    void listenersHearOfDefaults() {
        DecisionMaker maker = new DecisionMaker(SETTINGS, clock);
        List<String> heard = new ArrayList<>();
        maker.listen(new DecisionListener() {
            @Override
            public void rewarded(String id, double reward, RewardOutcome outcome) {
                heard.add(id + " " + reward + " " + outcome);
            }
        });
        maker.decide("a");
        clock.set(101);
        maker.decide("b");
        assertThat(heard).containsExactly("a -1.0 DEFAULTED");
    }

    @Test
    void theWaitingTimeEndsBeforeTheMemoryDoes() {
        Settings settings = SETTINGS.defaultReward(0, Duration.ofMillis(400));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new DecisionMaker(settings))
                .withMessage("defaultAfter = PT0.4S, must be < maxAge, PT0.4S");
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> SETTINGS.defaultReward(Double.NaN, WAIT))
                .withMessage("defaultReward = NaN, must be finite");
    }
}
