package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class Ucb1Test implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Ucb1());
    }

    @Test
    void untriedArmsComeFirst() {
        Learner player = new Ucb1().create(new BanditTask(20, 1000), Players.random(3));
        Set<Integer> tried = new HashSet<>();
        for (int step = 1; step <= 20; step++) {
            int arm = player.select(step);
            tried.add(arm);
            player.observe(step, arm, arm == 0 ? 1 : 0);
        }
        assertThat(tried).hasSize(20);
    }

    @Test
    void theBoundIsTheMeanPlusTheRootOfTwoLogPlaysOverCount() {
        // After 10 plays: arm 0 has mean m of 9, arm 1 mean 0 of 1; they tie at m = √(2 ln 10)·(1 − 1/3).
        double tie = Math.sqrt(2 * Math.log(10)) * (1 - 1.0 / 3);
        assertThat(choiceAfterTenPlays(new Ucb1(), tie + 1e-9)).isZero();
        assertThat(choiceAfterTenPlays(new Ucb1(), tie - 1e-9)).isEqualTo(1);
    }

    static int choiceAfterTenPlays(LearnerSpec spec, double meanOfArm0) {
        Learner player = spec.create(new BanditTask(2, 1000), Players.random(5));
        player.select(1);
        player.select(2);
        player.observe(1, 1, 0);
        for (int step = 2; step <= 10; step++) {
            player.observe(step, 0, meanOfArm0);
        }
        return player.select(11);
    }

    @Test
    void tiesAreBrokenAtRandom() {
        double share = Players.share(new Ucb1(), 2, 0, player -> {
            player.observe(1, player.select(1), 1);
            player.observe(2, player.select(2), 1);
            return 3;
        });
        assertThat(share).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(4000)));
    }

    @Test
    void anArmWhoseRewardHasNotComeBackIsChosenBeforeKnownOnes() {
        Learner player = new Ucb1().create(new BanditTask(2, 1000), Players.random(2));
        int first = player.select(1);
        int second = player.select(2);
        player.observe(1, first, 1);
        assertThat(player.select(3)).isEqualTo(second);
    }
}
