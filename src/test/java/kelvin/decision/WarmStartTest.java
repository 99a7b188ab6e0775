package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kelvin.learner.index.Ucb1;
import kelvin.model.Features;
import kelvin.policy.Floor;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmStartTest {
    private static final Settings RULES = new Settings(new Softmax(0.5), 2, Seed.of(1));
    private static final List<ActionEstimate> SEEN =
            ActionEstimate.ofRewards(new double[] {3, 0, 10}, new long[] {4, 0, 5});

    @TempDir
    private Path folder;

    @Test
    void armsTakeWhatWasSeenElsewhereAndMoreAreAdded() {
        DecisionMaker maker = new DecisionMaker(RULES);
        assertThat(maker.warmStart(SEEN)).isTrue();
        assertThat(maker.state().arms())
                .containsExactly(
                        new ActionEstimate(0.75, 3, 4, true),
                        new ActionEstimate(0, 0, 0, true),
                        new ActionEstimate(2, 10, 5, true));
        assertThat(maker.state().version() - new DecisionMaker(RULES).state().version())
                .isEqualTo(2); // the second arm has not changed
        maker.setOpen(0, false);
        maker.setOpen(1, false);
        maker.decide("a");
        maker.reward("a", 8);
        assertThat(maker.state().arms().get(2)).isEqualTo(new ActionEstimate(3, 18, 6, true));
    }

    @Test
    void aRestartDoesNotStartAgainAndReplaysTheSame() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            assertThat(maker.warmStart(SEEN)).isTrue();
            maker.decide("a");
            maker.reward("a", 1);
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            State before = maker.state();
            assertThat(maker.warmStart(SEEN)).isFalse();
            assertThat(State.compare(before, maker.state())).isEmpty();
        }
        assertThat(ReplayCheck.of(folder, RULES)).returns(true, ReplayCheck::clean);
    }

    @Test
    void aJournalGivesTheEstimatesOfAllItsRewards() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES.remembered(1))) {
            for (String id : List.of("a", "b", "c")) {
                maker.decide(id);
            }
            maker.reward("a", 1); // too late to be learned
            maker.reward("c", 4);
        }
        List<ActionEstimate> estimates = JournalLog.read(folder).estimates();
        assertThat(estimates.stream().mapToLong(ActionEstimate::count).sum()).isEqualTo(2);
        assertThat(estimates.stream().mapToDouble(ActionEstimate::sum).sum()).isEqualTo(5);
    }

    @Test
    void oldRewardsMayWeighLess() {
        assertThat(SEEN.get(2).atMost(2)).isEqualTo(new ActionEstimate(2, 4, 2, true));
        assertThat(SEEN.get(2).atMost(5)).isSameAs(SEEN.get(2));
    }

    @Test
    void whatCannotStartWarmIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new DecisionMaker(new Settings(new Ucb1(), 2, Features.NONE, Seed.of(1))).warmStart(SEEN))
                .withMessageContaining("a policy, which decides by estimates");
        DecisionMaker floored = new DecisionMaker(new Settings(new Floor(new Softmax(1), 0.4), 2, Seed.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> floored.warmStart(SEEN));
        assertThat(floored.state().arms()).hasSize(2).allMatch(arm -> arm.count() == 0);
    }
}
