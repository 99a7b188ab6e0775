package kelvin.learner.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
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
        new Exp3PlusPlus().create(new BanditTask(4, 100), Players.random(1)).probabilities(4, p);
        assertThat(p).containsOnly(0.25);
    }

    /** After 1000 losses of 1 and of 0 at step 10¹⁰, with K = 2: 256·ln t/(t·gap²), the gap 1 less two widths √(3·ln(t·2^⅓)/2000). */
    @Test
    void aClearGapIsExploredLess() {
        Exp3PlusPlus.Gaps gaps = new Exp3PlusPlus.Gaps(2);
        IntStream.range(0, 2000).forEach(step -> gaps.learn(step, step % 2, step % 2, 0.5));
        double gap = 1 - 2 * Math.sqrt(3 * Math.log(1e10 * Math.cbrt(2)) / 2000);
        gaps.probabilities(10_000_000_000L, BitSet.valueOf(new long[] {3}), new double[2]);
        double wanted = 256 * Math.log(1e10) / (1e10 * gap * gap);
        assertThat(wanted).isLessThan(rate(1e10));
        assertThat(gaps.exploration).containsExactly(new double[] {wanted, rate(1e10)}, within(1e-15));
    }

    private static double rate(double step) {
        return Math.sqrt(Math.log(2) / (2 * step)) / 2;
    }
}
