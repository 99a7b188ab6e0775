package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The half of {@link PolicyContract} that is about drawing: the probability reported is the probability used. */
interface SelectionContract {
    double REJECTED = 1e-6;

    Policy policy();

    default Stream<Policy> variants() {
        return Stream.of(policy());
    }

    /** Returns the variants to which actions differ by their values alone: none where one is treated apart by its number. */
    default Stream<Policy> impartial() {
        return variants();
    }

    /** Returns true if a decision solves an equation: it then chooses among fewer actions. */
    default boolean costly() {
        return false;
    }

    /**
     * Elsewhere, the draw was compared with each probability without adding them up, with a new draw per action, or against
     * all actions but the last; the sampler and the reported probabilities parted.
     */
    @Tag("statistical")
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 300})
    default void selectionFollowsTheProbabilities(int most) {
        int actions = costly() ? Math.min(most, 50) : most;
        double[] values = IntStream.range(0, actions).mapToDouble(Math::sin).toArray();
        values[actions - 1] = actions == 2 ? 1 : Arrays.stream(values).max().orElseThrow();
        double[] p = policy().probabilities(values);
        long[] counts = counts(values, actions < 50 ? 150_000 : 30_000);
        assertThat(pValue(p, counts)).isGreaterThan(REJECTED);
        assertThat(pValue(withMoved(0.01, p), counts)).isLessThan(REJECTED);
    }

    /** Draws of a selector, which computes probabilities once for all. */
    private long[] counts(double[] values, int draws) {
        UniformRandomProvider random = Seed.of(values.length).child("select").generator();
        ActionSelector selector = new ActionSelector(policy(), values, random);
        long[] counts = new long[values.length];
        for (int i = 0; i < draws; i++) {
            counts[selector.select(1)]++;
        }
        return counts;
    }

    /** So what is found out about the draws of a selector holds for those of the policy. */
    @Test
    default void aSelectorDrawsWhatTheNakedPolicyDraws() {
        ValueArrays.all()
                .limit(50)
                .forEach(array -> variants().forEach(policy -> {
                    double[] values = array.getPayload();
                    UniformRandomProvider random = Seed.of(8).generator();
                    ActionSelector selector =
                            new ActionSelector(policy, values, Seed.of(8).generator());
                    for (int i = 0; i < 3; i++) {
                        assertThat(selector.select(1))
                                .as("%s, %s", policy, array.getName())
                                .isEqualTo(policy.select(values, random));
                    }
                }));
    }

    /** The p-value of the counts: 0 if an impossible action was drawn, 1 if there was no choice. */
    private static double pValue(double[] p, long[] counts) {
        int[] possible = IntStream.range(0, p.length).filter(i -> p[i] > 0).toArray();
        double[] expected = Arrays.stream(possible).mapToDouble(i -> p[i]).toArray();
        long[] observed = Arrays.stream(possible).mapToLong(i -> counts[i]).toArray();
        if (Arrays.stream(observed).sum() < Arrays.stream(counts).sum()) {
            return 0;
        }
        return possible.length == 1
                ? 1
                : ChiSquareTest.withDefaults().test(expected, observed).getPValue();
    }

    private static double[] withMoved(double share, double[] p) {
        int rarest = IntStream.range(0, p.length).reduce(0, (i, j) -> p[j] < p[i] ? j : i);
        double[] moved =
                Arrays.stream(p).map(x -> x * (1 - share / (1 - p[rarest]))).toArray();
        moved[rarest] = p[rarest] + share;
        return moved;
    }

    /** Elsewhere, rounding let the largest draw fall off the end: to action 0, to −1, or to one that was impossible. */
    @Test
    default void noDrawEverMeetsAnImpossibleAction() {
        ValueArrays.each(values -> {
            variants().forEach(policy -> {
                double[] p = policy.probabilities(values);
                for (long bits : new long[] {0, -1, 1L << 11, Long.MAX_VALUE, Long.MIN_VALUE}) {
                    assertThat(p[policy.select(values, () -> bits)])
                            .as("%s, bits %x", policy, bits)
                            .isPositive();
                }
            });
        });
    }
}
