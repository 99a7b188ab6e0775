package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Exp3PlusPlusTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Exp3PlusPlus());
    }

    /** While no gap is clear, exploration is the learning rate: at step 4, with no news, uniform. */
    @Test
    void withoutRewardsAllActionsAreEqual() {
        double[] p = new double[4];
        new Exp3PlusPlus().create(new Problem(4, 100), Players.random(1)).probabilities(4, p);
        assertThat(p).containsOnly(0.25);
    }

    /** The gap is clear once 2·√(3·ln(t·2^⅓)/(2n)) is below it; exploration is then 256·ln t/(t·gap²), if less than the rate. */
    @Test
    void aClearGapIsExploredLess() {
        Learner player = new Exp3PlusPlus().create(new Problem(2, 100), Players.random(1));
        for (int step = 1; step <= 2000; step++) {
            player.observe(step, step % 2, step % 2);
        }
        double[] p = new double[2];
        player.probabilities(100_000_000, p);
        double width = Math.sqrt(3 * Math.log(1e8 * Math.cbrt(2)) / 2000);
        double gap = 1 - 2 * width;
        assertThat(p[0]).isLessThan(256 * Math.log(1e8) / (1e8 * gap * gap) * 1.001);
    }
}
