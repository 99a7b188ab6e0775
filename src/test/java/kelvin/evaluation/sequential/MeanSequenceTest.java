package kelvin.evaluation.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kelvin.evaluation.Interval;
import org.junit.jupiter.api.Test;

class MeanSequenceTest {
    private static MeanSequence sequence() {
        MeanSequence sequence = new MeanSequence(-2, 3, 0.05);
        for (int i = 0; i < 1200; i++) {
            sequence.add(i % 4 - 2);
        }
        return sequence;
    }

    @Test
    void itsMeanIsThatOfTheRewards() {
        assertThat(sequence().mean()).isCloseTo(-0.5, within(1e-12));
        assertThat(sequence().count()).isEqualTo(1200);
        assertThat(new MeanSequence(-2, 3, 0.05).mean()).isNaN();
    }

    @Test
    void anIntervalHoldsWhatItsTestHolds() {
        MeanSequence sequence = sequence();
        Interval interval = sequence.interval();
        for (double inside : new double[] {interval.low() + 1e-9, sequence.mean(), interval.high() - 1e-9}) {
            assertThat(sequence.contains(inside)).isTrue();
        }
        for (double outside : new double[] {interval.low() - 1e-9, interval.high() + 1e-9, Double.NaN}) {
            assertThat(sequence.contains(outside)).isFalse();
        }
    }

    @Test
    void withoutRewardsAllMeansWithinTheBoundsArePossible() {
        MeanSequence empty = new MeanSequence(-2, 3, 0.05);
        for (double mean : new double[] {-2, 0, 3}) {
            assertThat(empty.contains(mean)).isTrue();
        }
        assertThat(empty.contains(-2.1)).isFalse();
        assertThat(empty.contains(3.1)).isFalse();
    }
}
