package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ArgMaxTest {
    private static final double NONE = Double.NEGATIVE_INFINITY;

    private static double[] shares(double... numbers) {
        double[] out = new double[numbers.length];
        ArgMax.shares(numbers, out);
        return out;
    }

    @Test
    void theLargestShareEqually() {
        assertThat(shares(1, 3, 2)).containsExactly(0, 1, 0);
        assertThat(shares(3, 1, 3, 2, 3, 3)).containsExactly(0.25, 0, 0.25, 0, 0.25, 0.25);
        assertThat(shares(-0.0, 0.0, NONE)).containsExactly(0.5, 0.5, 0);
        assertThat(shares(NONE, NONE)).containsExactly(0.5, 0.5);
    }

    @Test
    void aTieIsDrawnFromItsPlaces() {
        UniformRandomProvider random = Seed.of(1).generator();
        int[] counts = new int[6];
        for (int i = 0; i < 3000; i++) {
            counts[ArgMax.of(new double[] {1, 3, 3, 2, 0, 3}, random)]++;
        }
        assertThat(counts[0] + counts[3] + counts[4]).isZero();
        for (int place : new int[] {1, 2, 5}) {
            assertThat(counts[place]).isBetween(880, 1120);
        }
        assertThat(ArgMax.of(new double[] {3, 4, 3}, random)).isEqualTo(1);
    }
}
