package kelvin.policy.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.audit.AuditResult;
import kelvin.audit.PropensityAudit;
import kelvin.contract.SlateSizes;
import kelvin.policy.AllSubsets;
import kelvin.policy.ValueArrays;
import kelvin.policy.ValueChecks;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every subset policy. Its test implements this and supplies the policy, and variants at its extremes. */
public interface SubsetPolicyContract {
    String MISTAKES = "kelvin.policy.PolicyContract#mistakes";
    double CLOSED = Double.NEGATIVE_INFINITY;
    double REJECTED = 1e-6;

    /** A policy for values between −1 and 1 of which at least two are open. */
    SubsetPolicy policy();

    /** Policies that need at most so many open actions. */
    Stream<SubsetPolicy> variants(int open);

    default double[] five() {
        return new double[] {0.3, -0.2, 0.9, 0.5, 0.5};
    }

    private Stream<SubsetPolicy> variants(double[] values) {
        return variants(ValueChecks.open(values));
    }

    // ---- inclusion

    @Test
    default void inclusionIsAProbability() {
        ValueArrays.each(values -> {
            variants(values).forEach(policy -> {
                double[] inclusion = policy.inclusion(values);
                assertThat(inclusion).hasSameSizeAs(values);
                assertThat(Arrays.stream(inclusion)).allMatch(x -> x >= 0 && x <= 1);
            });
        });
    }

    @Test
    default void aLargerValueIsNeverLessLikely() {
        ValueArrays.each(values -> {
            int[] order = IntStream.range(0, values.length)
                    .boxed()
                    .sorted((i, j) -> Double.compare(values[i], values[j]))
                    .mapToInt(i -> i)
                    .toArray();
            variants(values).forEach(policy -> {
                double[] inclusion = policy.inclusion(values);
                for (int i = 1; i < order.length; i++) {
                    assertThat(inclusion[order[i]]).isGreaterThanOrEqualTo(inclusion[order[i - 1]] * (1 - 1e-13));
                }
            });
        });
    }

    @Test
    default void theOrderOfActionsDoesNotMatter() {
        ValueArrays.each(values -> {
            double[] reversed = IntStream.rangeClosed(1, values.length)
                    .mapToDouble(i -> values[values.length - i])
                    .toArray();
            variants(values).forEach(policy -> {
                double[] inclusion = policy.inclusion(values);
                double[] turned = policy.inclusion(reversed);
                for (int i = 0; i < inclusion.length; i++) {
                    assertThat(turned[inclusion.length - 1 - i]).isCloseTo(inclusion[i], roundings(inclusion[i]));
                }
            });
        });
    }

    @Test
    default void theSignOfAZeroDoesNotMatter() {
        ValueArrays.each(values -> {
            double[] others = ValueArrays.withOtherZeros(values);
            variants(values).forEach(policy -> {
                assertThat(policy.inclusion(others)).as("%s", policy).isEqualTo(policy.inclusion(values));
                for (int seed = 0; seed < 3; seed++) {
                    boolean[] drawn = policy.select(values, Seed.of(seed).generator());
                    assertThat(policy.select(others, Seed.of(seed).generator())).isEqualTo(drawn);
                    assertThat(policy.logProbability(others, drawn)).isEqualTo(policy.logProbability(values, drawn));
                }
            });
        });
    }

    @Test
    default void closedActionsMightAsWellNotBeThere() {
        ValueArrays.each(values -> {
            double[] open = Arrays.stream(values).filter(Double::isFinite).toArray();
            variants(values).forEach(policy -> {
                double[] inclusion = policy.inclusion(values);
                double[] alone = policy.inclusion(open);
                int next = 0;
                for (int i = 0; i < values.length; i++) {
                    double expected = values[i] == CLOSED ? 0 : alone[next++];
                    assertThat(inclusion[i]).isCloseTo(expected, expected == 0 ? within(0.0) : roundings(expected));
                }
            });
        });
    }

    @Test
    default void outMayBeTheValuesWhichAreOtherwiseNeverWritten() {
        ValueArrays.each(values -> {
            double[] before = values.clone();
            variants(values).forEach(policy -> {
                double[] both = values.clone();
                policy.inclusion(both, both);
                assertThat(both).isEqualTo(policy.inclusion(values));
                policy.logProbability(values, policy.select(values, () -> 1L << 62));
            });
            assertThat(values).isEqualTo(before);
        });
    }

    // ---- probabilities of sets

    @Test
    default void inclusionAndSizeAreSumsOverAllSets() {
        ValueArrays.each(9, values -> {
            variants(values).forEach(policy -> {
                double[] sums = new double[values.length];
                double total = AllSubsets.of(values.length)
                        .mapToDouble(subset -> {
                            double p = policy.probability(values, subset);
                            Arrays.setAll(sums, i -> sums[i] + (subset[i] ? p : 0));
                            return p;
                        })
                        .sum();
                assertThat(total).isCloseTo(1, within(1e-12));
                assertThat(sums).containsExactly(policy.inclusion(values), within(1e-12));
                assertThat(policy.expectedSize(values))
                        .isCloseTo(Arrays.stream(sums).sum(), within(1e-11));
            });
        });
    }

    @Test
    default void aSetWithAClosedActionIsImpossible() {
        double[] values = {0.5, CLOSED, 0.2, 0.3};
        AllSubsets.of(4).filter(subset -> subset[1]).forEach(subset -> {
            assertThat(policy().logProbability(values, subset)).isEqualTo(CLOSED);
            assertThat(policy().probability(values, subset)).isZero();
        });
    }

    // ---- selection

    @Tag("statistical")
    @Test
    default void selectionFollowsTheProbabilities() {
        double[] p = AllSubsets.of(5)
                .mapToDouble(subset -> policy().probability(five(), subset))
                .toArray();
        long[] counts = new long[p.length];
        UniformRandomProvider random = Seed.of(5).child("select").generator();
        for (int i = 0; i < 120_000; i++) {
            counts[AllSubsets.bits(policy().select(five(), random))]++;
        }
        assertThat(pValue(p, counts)).isGreaterThan(REJECTED);
        assertThat(pValue(withOnePercentMoved(p), counts)).isLessThan(REJECTED);
    }

    private static double pValue(double[] p, long[] counts) {
        int[] possible = IntStream.range(0, p.length).filter(i -> p[i] > 0).toArray();
        double[] expected = Arrays.stream(possible).mapToDouble(i -> p[i]).toArray();
        long[] observed = Arrays.stream(possible).mapToLong(i -> counts[i]).toArray();
        assertThat(Arrays.stream(observed).sum())
                .isEqualTo(Arrays.stream(counts).sum());
        return ChiSquareTest.withDefaults().test(expected, observed).getPValue();
    }

    private static double[] withOnePercentMoved(double[] p) {
        int[] byProbability = IntStream.range(0, p.length)
                .filter(i -> p[i] > 0)
                .boxed()
                .sorted((i, j) -> Double.compare(p[i], p[j]))
                .mapToInt(i -> i)
                .toArray();
        double[] moved = p.clone();
        moved[byProbability[0]] += 0.01;
        moved[byProbability[byProbability.length - 1]] -= 0.01;
        return moved;
    }

    @Tag("statistical")
    @Test
    default void anAuditFindsNothingToObject() {
        AuditResult verdict = new PropensityAudit(100_000, REJECTED)
                .of(policy(), five(), Seed.of(6).generator());
        assertThat(verdict.rejected()).as(verdict.text()).isFalse();
    }

    @Test
    default void noDrawEverMeetsAnImpossibleSet() {
        ValueArrays.each(values -> {
            variants(values).forEach(policy -> {
                for (long bits : new long[] {0, -1, 1L << 11, Long.MAX_VALUE, Long.MIN_VALUE}) {
                    boolean[] subset = policy.select(values, () -> bits);
                    assertThat(policy.logProbability(values, subset))
                            .as("%s, bits %x", policy, bits)
                            .isGreaterThan(CLOSED)
                            .isLessThanOrEqualTo(0);
                }
            });
        });
    }

    @Test
    default void aHundredThousandActionsAreNotTooMany() {
        double[] values = IntStream.range(0, 100_000).mapToDouble(Math::sin).toArray();
        values[99_999] = CLOSED;
        boolean[] subset = policy().select(values, Seed.of(1).generator());
        assertThat(subset[99_999]).isFalse();
    }

    @Test
    default void whatTheArrayHeldBeforeDoesNotMatter() {
        boolean[] used = new boolean[5];
        Arrays.fill(used, true);
        policy().select(five(), Seed.of(1).generator(), used);
        assertThat(used).isEqualTo(policy().select(five(), Seed.of(1).generator()));
    }

    @Test
    default void setsHaveTheSizesThatAreDeclared() {
        UniformRandomProvider random = Seed.of(1).generator();
        SlateSizes sizes = policy().sizes(5);
        for (int i = 0; i < 100; i++) {
            boolean[] drawn = policy().select(five(), random);
            assertThat((int) IntStream.range(0, 5)
                            .filter(action -> drawn[action])
                            .count())
                    .isBetween(sizes.least(), sizes.most());
        }
    }

    // ---- errors

    @ParameterizedTest
    @MethodSource(MISTAKES)
    default void badValuesAreRefusedAndNothingIsWritten(double[] values, String named) {
        double[] out = new double[values.length];
        Arrays.fill(out, 7);
        boolean[] subset = new boolean[values.length];
        Arrays.fill(subset, true);
        assertRefused(() -> policy().inclusion(values, out), named);
        assertRefused(() -> policy().expectedSize(values), named);
        assertRefused(() -> policy().select(values, () -> 0, subset), named);
        assertRefused(() -> policy().logProbability(values, subset), named);
        assertThat(Arrays.stream(out)).allMatch(x -> x == 7);
        assertThat(subset).doesNotContain(false);
    }

    private static void assertRefused(ThrowingCallable call, String named) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values")
                .hasMessageContaining(named);
    }

    @Test
    default void arraysOfAnotherLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().inclusion(five(), new double[4]))
                .withMessage("out.length = 4, must be values.length = 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().select(five(), () -> 0, new boolean[6]))
                .withMessage("out.length = 6, must be values.length = 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().logProbability(five(), new boolean[4]))
                .withMessage("subset.length = 4, must be values.length = 5");
    }

    private static Offset<Double> roundings(double p) {
        return within(Math.max(p * 1e-13, 4 * Double.MIN_VALUE));
    }
}
