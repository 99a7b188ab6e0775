package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.numeric.ArgMax;
import kelvin.numeric.GammaSampler;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Choices of players that count draws instead of making them, against all draws made. */
class TopTwoTest {
    private static final double LEADING = 0.3;

    /** Draws a plausible mean of an arm of so many plays and wins. */
    private interface Posterior {
        double draw(int plays, int wins, GammaSampler gammas);
    }

    private static final Posterior BETA = (plays, wins, gammas) -> gammas.beta(1 + wins, 1 + plays - wins);
    private static final Posterior NORMAL =
            (plays, wins, gammas) -> wins / (plays + 1.0) + 0.5 / Math.sqrt(plays + 1.0) * gammas.normal();

    /** Plays and wins of each arm; the last case has a closed arm that looks best. */
    static Stream<Arguments> pasts() {
        int[][][] pasts = {
            {{50, 40}, {50, 30}, {30, 16}, {8, 3}},
            {{400, 260}, {200, 101}, {100, 52}, {9, 1}},
            {{40, 40}, {40, 24}, {40, 24}, {0, 0}},
            {{90, 70}, {90, 30}, {5, 0}, {40, 40}}
        };
        return Arrays.stream(pasts)
                .flatMap(past -> Stream.of(5, 100)
                        .flatMap(attempts -> Stream.of(
                                Arguments.of(new TopTwoBeta(LEADING, attempts), BETA, past, attempts),
                                Arguments.of(
                                        new TopTwoGaussian(0.5, 0.5, LEADING, attempts), NORMAL, past, attempts))));
    }

    @ParameterizedTest
    @MethodSource("pasts")
    void armsAreChosenAsOftenAsIfAllDrawsWereMade(LearnerSpec spec, Posterior posterior, int[][] past, int attempts) {
        compare(spec, posterior, past, attempts, 12_000, 1e-4);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("pasts")
    void armsAreChosenAsOftenInAMillionDecisions(LearnerSpec spec, Posterior posterior, int[][] past, int attempts) {
        compare(spec, posterior, past, attempts, 1_000_000, 1e-4);
    }

    private static void compare(
            LearnerSpec spec, Posterior posterior, int[][] past, int attempts, int decisions, double level) {
        BitSet open = new BitSet();
        open.set(0, past.length - (past[3][1] == 40 ? 1 : 0));
        long[] chosen = choices(spec, past, open, decisions);
        assertThat(pValue(chosen, plain(posterior, past, open, attempts, LEADING, decisions)))
                .isGreaterThan(level);
        assertThat(pValue(chosen, plain(posterior, past, open, attempts, LEADING + 0.05, decisions)))
                .isLessThan(level);
    }

    private static long[] choices(LearnerSpec spec, int[][] past, BitSet open, int decisions) {
        long[] chosen = new long[past.length];
        Learner player = spec.create(new BanditTask(past.length, 1_000_000), Players.random(1));
        player.open(open);
        for (int arm = 0; arm < past.length; arm++) {
            IndexTable.teach(player, arm, past[arm][0], past[arm][1]);
        }
        for (int i = 0; i < decisions; i++) {
            chosen[player.select(1000)]++;
        }
        return chosen;
    }

    /** Any arm may be the best here, so that draws are repeated and not counted; the second of a single draw would be another. */
    @Test
    void theChallengerIsTheBestOfAnotherDraw() {
        int[][] past = {{5, 3}, {40, 25}, {4, 2}, {60, 33}};
        BitSet open = BitSet.valueOf(new long[] {0b1111});
        for (Posterior posterior : List.of(BETA, NORMAL)) {
            LearnerSpec spec =
                    posterior.equals(BETA) ? new TopTwoBeta(LEADING, 5) : new TopTwoGaussian(0.5, 0.5, LEADING, 5);
            long[] chosen = choices(spec, past, open, 6000);
            assertThat(pValue(chosen, plain(posterior, past, open, 5, LEADING, 6000)))
                    .isGreaterThan(1e-4);
            assertThat(pValue(chosen, plain(posterior, past, open, 0, LEADING, 6000)))
                    .isLessThan(1e-4);
        }
    }

    private static double pValue(long[] some, long[] others) {
        int[] seen = IntStream.range(0, some.length)
                .filter(i -> some[i] + others[i] > 0)
                .toArray();
        return ChiSquareTest.withDefaults()
                .test(
                        Arrays.stream(seen).mapToLong(i -> some[i]).toArray(),
                        Arrays.stream(seen).mapToLong(i -> others[i]).toArray())
                .getPValue();
    }

    private static long[] plain(
            Posterior posterior, int[][] past, BitSet open, int attempts, double leading, int decisions) {
        UniformRandomProvider random = Players.random(2);
        GammaSampler gammas = new GammaSampler(random);
        double[] drawn = new double[past.length];
        long[] chosen = new long[past.length];
        for (int i = 0; i < decisions; i++) {
            int leader = draw(posterior, past, open, drawn, gammas);
            int action = leader;
            if (random.nextDouble() >= leading) {
                for (int attempt = 0; attempt < attempts && action == leader; attempt++) {
                    action = draw(posterior, past, open, drawn, gammas);
                }
                drawn[leader] = Double.NEGATIVE_INFINITY;
                action = ArgMax.of(drawn, random);
            }
            chosen[action]++;
        }
        return chosen;
    }

    private static int draw(Posterior posterior, int[][] past, BitSet open, double[] drawn, GammaSampler gammas) {
        int best = 0;
        for (int arm = 0; arm < drawn.length; arm++) {
            drawn[arm] = open.get(arm) ? posterior.draw(past[arm][0], past[arm][1], gammas) : Double.NEGATIVE_INFINITY;
            best = drawn[arm] > drawn[best] ? arm : best;
        }
        return best;
    }
}
