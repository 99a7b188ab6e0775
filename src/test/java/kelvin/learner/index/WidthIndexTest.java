package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds of kept widths, against all bounds from their formula. */
class WidthIndexTest {
    private static final int ACTIONS = 10;
    private static final int STEPS = 5000;

    static Stream<Arguments> learnersAndFormulas() {
        LongToDoubleFunction before = step -> StrictMath.log(step - 1);
        return Stream.of(
                formula(new Ucb1(), before, (mean, plays, log) -> mean + Math.sqrt(2 * log / plays)),
                formula(new UcbAlpha(1.2), before, (mean, plays, log) -> mean + Math.sqrt(1.2 * log / (2 * plays))),
                formula(new Ucb(0.3), StrictMath::log, (mean, plays, log) -> mean + 0.3 * Math.sqrt(log / plays)),
                formula(new Ucb(0), StrictMath::log, (mean, plays, log) -> mean));
    }

    private static Arguments formula(LearnerSpec spec, LongToDoubleFunction level, BoundIndex.Bound bound) {
        return Arguments.of(spec, level, bound);
    }

    @ParameterizedTest
    @MethodSource("learnersAndFormulas")
    void theActionsAreThoseOfTheFormula(LearnerSpec spec, LongToDoubleFunction level, BoundIndex.Bound bound) {
        assertThat(differences(spec, level, bound)).isZero();
    }

    @Test
    void aWidthOffByOneInAHundredIsNoticed() {
        assertThat(differences(
                        new Ucb1(),
                        step -> StrictMath.log(step - 1),
                        (mean, plays, log) -> mean + 1.01 * Math.sqrt(2 * log / plays)))
                .isPositive();
    }

    /** Counts how often a learner and the player of a formula disagree; one reward in seven comes late, and arms close and open. */
    private static int differences(LearnerSpec spec, LongToDoubleFunction level, BoundIndex.Bound bound) {
        UniformRandomProvider noise = Players.random(2);
        Learner learner = spec.create(new BanditTask(ACTIONS, STEPS), Players.random(1));
        Learner other = IndexPlayer.bounded(ACTIONS, level, bound, Players.random(1));
        int differences = 0;
        int late = -1;
        for (int step = 1; step <= STEPS; step++) {
            if (step % 500 == 0) {
                BitSet open = BitSet.valueOf(new long[] {step % 1000 == 0 ? 0x3ff : 0x2f5});
                learner.open(open);
                other.open(open);
            }
            int action = other.select(step);
            differences += learner.select(step) == action ? 0 : 1;
            if (late >= 0) {
                teach(learner, other, step, late, noise.nextDouble());
            }
            late = step % 7 == 0 ? action : -1;
            if (late < 0) {
                teach(learner, other, step, action, 0.05 * action + noise.nextDouble());
            }
        }
        return differences;
    }

    private static void teach(Learner learner, Learner other, long step, int action, double reward) {
        learner.observe(step, action, reward);
        other.observe(step, action, reward);
    }

    /** Rewards of 0 alone: all bounds of actions played equally often are tied, and every tied action is drawn. */
    @Test
    void tiesAreDrawnAtRandom() {
        Integer[] second = {0, 0, 0};
        for (int seed = 0; seed < 3000; seed++) {
            Learner learner = new Ucb1().create(new BanditTask(3, 10), Players.random(seed));
            for (int step = 1; step <= 3; step++) {
                learner.observe(step, learner.select(step), 0);
            }
            second[learner.select(4)]++;
        }
        assertThat(second).allSatisfy(count -> assertThat(count).isBetween(880, 1120));
    }

    /** A width of ∞ would make the index of an unknown action ∞·0. */
    @Test
    void aScaleWithoutBoundGivesNumbers() {
        IndexPlayer learner = (IndexPlayer) new Ucb(Double.MAX_VALUE).create(new BanditTask(2, 10), Players.random(1));
        int known = learner.select(1);
        int unknown = learner.select(2);
        learner.observe(1, known, -1);
        double[] indices = learner.indices(3);
        assertThat(indices[unknown]).isEqualTo(Index.UNKNOWN);
        assertThat(indices[known]).isPositive();
    }
}
