package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRanksTest {
    /** Differences with a drift; coarse ones tie, and some are 0. */
    private static double[] differences(int n, boolean coarse) {
        UniformRandomProvider random =
                Seed.of(17).child(n).child(coarse ? "coarse" : "fine").generator();
        return random.doubles(n, -1, 1.4)
                .map(d -> coarse ? Math.rint(8 * d) / 8 : d)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8, 20, 49, 50, 51, 200, 2000})
    void itsBitsAreThoseOfCommonsStatistics(int n) {
        for (double[] all : List.of(differences(n, false), differences(n, true))) {
            double[] nonzero = Arrays.stream(all).filter(d -> d != 0).toArray();
            WilcoxonSignedRankTest.Result other =
                    WilcoxonSignedRankTest.withDefaults().test(nonzero);
            SignedRanks ranks = SignedRanks.of(all, InterimLooks.ONE);
            assertThat(ranks.p()).isEqualTo(other.getPValue());
            assertThat(ranks.direction())
                    .isEqualTo(Math.signum(other.getStatistic() - nonzero.length * (nonzero.length + 1) / 4.0));
        }
    }

    /** Of the 8 signs of ranks 1, 2 and 3, W is 6 once and 0 once: p = 2/8. */
    @Test
    void threeDifferencesOfOneSignAreOneOfFour() {
        assertThat(SignedRanks.of(new double[] {1, 2, 3}, InterimLooks.ONE)).isEqualTo(new SignedRanks(0.25, 1));
        assertThat(SignedRanks.of(new double[] {-1, 0, -2, -3}, InterimLooks.ONE))
                .isEqualTo(new SignedRanks(0.25, -1));
    }
}
