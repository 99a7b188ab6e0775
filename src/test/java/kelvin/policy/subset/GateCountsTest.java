package kelvin.policy.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import kelvin.policy.AllSubsets;
import org.junit.jupiter.api.Test;

class GateCountsTest {
    private static final double[] OPEN = {0.1, 0.9, 0.5, 0.25, 0.7};
    private static final double[] SHUT = Arrays.stream(OPEN).map(p -> 1 - p).toArray();

    @Test
    void worthIsExpectedOverWhatTheOtherGatesDo() {
        double[] worth = {3, 1, 4, 1};
        double[] ifShut = new double[5];
        double[] ifOpen = new double[5];
        new GateCounts(5, 3).fill(OPEN, SHUT).expect(worth, ifShut, ifOpen);
        for (int i = 0; i < 5; i++) {
            assertThat(ifShut[i]).isCloseTo(enumerated(worth, i, false), within(1e-15));
            assertThat(ifOpen[i]).isCloseTo(enumerated(worth, i, true), within(1e-15));
        }
    }

    @Test
    void fillingAnewForgetsWhatWasThere() {
        double[] worth = {3, 1, 4, 1};
        double[][] fresh = new double[2][5];
        double[][] again = new double[2][5];
        new GateCounts(5, 3).fill(OPEN, SHUT).expect(worth, fresh[0], fresh[1]);
        new GateCounts(5, 3).fill(SHUT, OPEN).fill(OPEN, SHUT).expect(worth, again[0], again[1]);
        assertThat(again).isDeepEqualTo(fresh);
    }

    private static double enumerated(double[] worth, int gate, boolean open) {
        return AllSubsets.of(5)
                .filter(subset -> subset[gate] == open && AllSubsets.size(subset) < worth.length)
                .mapToDouble(subset -> worth[AllSubsets.size(subset)] * probability(subset, gate))
                .sum();
    }

    private static double probability(boolean[] subset, int except) {
        double product = 1;
        for (int i = 0; i < subset.length; i++) {
            product *= i == except ? 1 : subset[i] ? OPEN[i] : SHUT[i];
        }
        return product;
    }

    @Test
    void certainGatesAreDrawnAsTheyAre() {
        double[] open = {1, 0, 1, 0, 0, 1, 0};
        double[] shut = {0, 1, 0, 1, 1, 0, 1};
        boolean[] out = new boolean[7];
        new GateCounts(7, 3).fill(open, shut).draw(3, () -> -1, out);
        assertThat(out).containsExactly(true, false, true, false, false, true, false);
    }
}
