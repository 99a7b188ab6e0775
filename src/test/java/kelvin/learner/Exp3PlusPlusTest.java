package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.IntStream;
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

    /** After 1000 losses of 1 and of 0 at step 10⁷, with K = 2: 256·ln t/(t·gap²), the gap 1 less two widths √(3·ln(t·2^⅓)/2000). */
    @Test
    void aClearGapIsExploredLess() {
        Exp3PlusPlus.Gaps gaps = new Exp3PlusPlus.Gaps(2);
        IntStream.range(0, 2000).forEach(step -> gaps.learn(step, step % 2, step % 2, 0.5));
        double gap = 1 - 2 * Math.sqrt(3 * Math.log(1e7 * Math.cbrt(2)) / 2000);
        double least = gaps.leastUpperBound(10_000_000, BitSet.valueOf(new long[] {3}));
        double wanted = 256 * Math.log(1e7) / (1e7 * gap * gap);
        assertThat(gaps.explore(100_000_000, 0, 0.1)).isLessThan(gaps.explore(100_000_000, 1, 0.1));
        assertThat(gaps.explore(10_000_000, 0, least)).isCloseTo(Math.min(wanted, rate(1e7)), within(1e-12));
        assertThat(gaps.explore(10_000_000, 1, least)).isCloseTo(rate(1e7), within(1e-15));
    }

    private static double rate(double step) {
        return Math.sqrt(Math.log(2) / (2 * step)) / 2;
    }
}
