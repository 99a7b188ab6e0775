package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class ExploreThenCommitTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new ExploreThenCommit(2, true), new ExploreThenCommit(10, false));
    }

    private static Learner explored(boolean updating) {
        Learner player = new ExploreThenCommit(2, updating).create(new BanditTask(2, 1000), Players.random(1));
        for (int step = 1; step <= 4; step++) {
            int arm = player.select(step);
            assertThat(arm).isEqualTo((step - 1) % 2);
            player.observe(step, arm, arm);
        }
        return player;
    }

    @Test
    void armsAreExploredInTurnAndTheBestIsKept() {
        assertThat(explored(false).select(5)).isEqualTo(1);
    }

    @Test
    void aCommitmentOutlastsBadNews() {
        Learner player = explored(false);
        player.observe(5, player.select(5), -100);
        assertThat(player.select(6)).isEqualTo(1);
    }

    @Test
    void anUpdatingLearnerChangesItsMind() {
        Learner player = explored(true);
        player.observe(5, player.select(5), -100);
        assertThat(player.select(6)).isZero();
    }

    @Test
    void aClosedCommitmentIsReplaced() {
        Learner player = explored(false);
        player.select(5);
        BitSet open = new BitSet();
        open.set(0);
        player.open(open);
        assertThat(player.select(6)).isZero();
    }

    @Test
    void noPlaysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExploreThenCommit(0, false))
                .withMessage("plays = 0, must be >= 1");
    }
}
