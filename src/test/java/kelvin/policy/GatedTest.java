package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.numeric.NeumaierSum;
import kelvin.numeric.Sigmoid;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatedTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new Gated(0.5, 0.5, new Softmax(0.7), new Greedy());
    }

    @Override
    public boolean onlyDifferencesMatter() {
        return false;
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(
                new Gated(0, 1, new Softmax(1), new Uniform()),
                new Gated(0, 1e300, new Softmax(1e-300), new Softmax(1)),
                new Gated(-1e17, Double.MIN_VALUE, new Softmax(1e300), new Greedy()),
                new Gated(1e308, 1e300, new Uniform(), new Greedy()),
                new Gated(0.5, 0.1, new Uniform(), new Uniform()));
    }

    static Stream<Row> cases() {
        return Reference.rows("sigmoid_gate_semantics.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAreAsAccurateAsDoublesAllow(Row row) {
        double tau = row.number("tau_hex");
        assertAccurate(row, new Uniform(), new Uniform(), "uniform_among_passing_fallback_uniform_hex");
        assertAccurate(row, new Uniform(), new Greedy(), "uniform_among_passing_fallback_greedy_hex");
        assertAccurate(row, new Softmax(tau), new Softmax(tau), "softmax_restricted_fallback_full_hex");
    }

    private static void assertAccurate(Row row, Policy among, Policy otherwise, String column) {
        double[] exact = row.numbers(column);
        Policy gated = new Gated(row.number("theta_hex"), row.number("tau_hex"), among, otherwise);
        double[] p = gated.probabilities(row.numbers("values_hex"));
        double[] enumerated = new Gated(row.number("theta_hex"), row.number("tau_hex"), new Hidden(among), otherwise)
                .probabilities(row.numbers("values_hex"));
        for (int i = 0; i < exact.length; i++) {
            assertThat(p[i]).isCloseTo(exact[i], within(1e-14 * exact[i]));
            assertThat(enumerated[i]).isCloseTo(exact[i], within(1e-14 * exact[i]));
        }
    }

    /** A policy that is not known for what it is, so that the sets of open gates are gone through one by one. */
    private record Hidden(Policy policy) implements Policy {
        @Override
        public void probabilities(double[] values, double[] out) {
            policy.probabilities(values, out);
        }
    }

    /** The quadrature against all sets, gates from 0 to 1 and weights down to 1e-300, relative to each probability. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theQuadratureIsTheSumOverAllSetsOfOpenGates(long seed) {
        UniformRandomProvider random = Seed.of(seed).generator();
        for (int round = 0; round < 40; round++) {
            double[] values = IntStream.range(0, random.nextInt(1, 10))
                    .mapToDouble(i -> random.nextDouble(-2, 2))
                    .toArray();
            double threshold = random.nextDouble(-3, 3);
            double width = Math.pow(10, random.nextDouble(-3, 2));
            Policy among =
                    random.nextInt(4) == 0 ? new Uniform() : new Softmax(Math.pow(10, random.nextDouble(-2.2, 2)));
            double[] expected = enumerated(new Gated(threshold, width, among, new Greedy()), values);
            double[] p = new Gated(threshold, width, among, new Greedy()).probabilities(values);
            for (int i = 0; i < p.length; i++) {
                assertThat(p[i]).isCloseTo(expected[i], within(Math.max(1e-13 * expected[i], 1e-305)));
            }
        }
    }

    /** Straight from the definition, a set of open gates being the bits of a number. */
    private static double[] enumerated(Gated gated, double[] values) {
        NeumaierSum[] p = Stream.generate(NeumaierSum::new).limit(values.length).toArray(NeumaierSum[]::new);
        for (int set = 0; set < 1 << values.length; set++) {
            double[] present = new double[values.length];
            double chance = 1;
            for (int i = 0; i < values.length; i++) {
                boolean open = (set >> i & 1) == 1;
                present[i] = open ? values[i] : Double.NEGATIVE_INFINITY;
                chance *= open ? gated.gate(values[i]) : gated.noGate(values[i]);
            }
            double[] part = set == 0
                    ? gated.otherwise().probabilities(values)
                    : gated.among().probabilities(present);
            for (int i = 0; i < values.length; i++) {
                p[i].add(chance * part[i]);
            }
        }
        return Stream.of(p).mapToDouble(NeumaierSum::value).toArray();
    }

    /** Integrating over u itself loses a weak action: its mass sits at u = exp(−1/w). */
    @Test
    void aWeakActionThatIsOftenAloneKeepsItsMass() {
        double[] values = {0, -10};
        double gate = Sigmoid.of(1e-9);
        double[] p = new Gated(0, 1e10, new Softmax(1), new Greedy()).probabilities(values);
        assertThat(p[1]).isCloseTo(gate * (1 - gate) + gate * gate * Math.exp(-10), within(1e-9));
    }

    @Test
    void gatesThatAreAllOpenLeaveTheSoftmaxAndGatesThatAreAllClosedLeaveTheOther() {
        double[] values = {1, 2, 700};
        double[] softmax = new Softmax(100).probabilities(values);
        assertThat(new Gated(-1e5, 1, new Softmax(100), new Greedy()).probabilities(values))
                .containsExactly(softmax, within(1e-15));
        assertThat(new Gated(1e5, 1, new Uniform(), new Softmax(100)).probabilities(values))
                .containsExactly(softmax, within(1e-15));
    }

    /** All gates surely open: the plain softmax down to e⁻⁷⁰⁰, though strong and weak actions never meet on the way. */
    @Test
    void farTailsKeepTheirDigits() {
        double[] values = {0, -300, -700, -340, -1, -699.5};
        double[] softmax = new Softmax(1).probabilities(values);
        double[] p = new Gated(-1e5, 1, new Softmax(1), new Greedy()).probabilities(values);
        for (int i = 0; i < p.length; i++) {
            assertThat(p[i]).isCloseTo(softmax[i], within(1e-13 * softmax[i]));
        }
    }

    /** Equal values: each is chosen as often as any other, and Greedy shares the rest equally too. */
    @Test
    void aThousandEqualActionsShareEqually() {
        double[] p = new Gated(0, 1, new Softmax(1), new Greedy()).probabilities(new double[1000]);
        assertThat(p).containsOnly(p[0]);
        assertThat(p[0]).isCloseTo(0.001, within(1e-18));
    }

    /** Uniform among a thousand: P(i) = g[i]·E[1/(1 + others open)] by the counts of the others, one action left out. */
    @Test
    void aThousandActionsAgreeWithTheCountOfOpenGates() {
        double[] values = IntStream.range(0, 1000).mapToDouble(Math::sin).toArray();
        Gated gated = new Gated(1, 0.3, new Uniform(), new Greedy());
        double[] p = gated.probabilities(values);
        for (int i = 0; i < 1000; i += 333) {
            assertThat(p[i]).isCloseTo(byCounts(gated, values, i), within(1e-13 * p[i]));
        }
    }

    private static double byCounts(Gated gated, double[] values, int action) {
        double[] count = new double[values.length];
        count[0] = 1;
        for (int j = 0; j < values.length; j++) {
            for (int k = j == action ? 0 : values.length - 1; k > 0; k--) {
                count[k] = count[k] * gated.noGate(values[j]) + count[k - 1] * gated.gate(values[j]);
            }
            count[0] *= j == action ? 1 : gated.noGate(values[j]);
        }
        double share = IntStream.range(0, count.length)
                .mapToDouble(k -> count[k] / (k + 1))
                .sum();
        return gated.gate(values[action]) * share;
    }

    @Test
    void anyPolicyMayChooseAmongTwentyGates() {
        double[] values = IntStream.range(0, 12).mapToDouble(i -> i % 5).toArray();
        Gated gated = new Gated(3, 1, new EpsilonGreedy(0.25), new Uniform());
        double[] p = gated.probabilities(values);
        assertThat(p).containsExactly(enumerated(gated, values), within(1e-15));
        assertThat(p[0]).isEqualTo(p[5]).isEqualTo(p[10]);
    }

    /** Twenty gates that are surely open leave the policy among them. */
    @Test
    void twentyGatesAreNotTooMany() {
        double[] values = IntStream.range(0, 20).mapToDouble(i -> i * 7 % 20).toArray();
        assertThat(new Gated(-1e5, 1, new EpsilonGreedy(0.25), new Uniform()).probabilities(values))
                .isEqualTo(new EpsilonGreedy(0.25).probabilities(values));
    }

    /** A decision does not depend on what another left in its workspace, of as many actions or of others. */
    @Test
    void aWorkspaceIsUsedAgainForOtherValues() {
        Gated gated = new Gated(0.4, 0.3, new EpsilonGreedy(0.25), new Uniform());
        Workspace work = new Workspace();
        for (double[] values : new double[][] {
            {0, 1, 0.5}, {1, 0, 0.2}, {0.9, Double.NEGATIVE_INFINITY, 0.1}, {0.3, 0.7, 0.1, 0.2, 0.5}, {2, 1}
        }) {
            double[] out = new double[values.length];
            Arrays.fill(out, Double.NaN);
            work.probabilities(gated, values, out);
            assertThat(out).isEqualTo(gated.probabilities(values));
        }
    }

    @Test
    void moreGatesThanTwentyAreRefusedExceptForSoftmaxAndUniform() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gated(0, 1, new Greedy(), new Uniform()).probabilities(new double[21]))
                .withMessage("among = Greedy[], must be Softmax or Uniform where more than 20 gates can open, here 21");
    }

    @Test
    void numbersOfTheComponentsAreReached() {
        assertThat(policy().with("among.temperature", 3)).isEqualTo(new Gated(0.5, 0.5, new Softmax(3), new Greedy()));
        assertThat(new Gated(0, 1, new Uniform(), new EpsilonGreedy(0)).with("otherwise.epsilon", 1))
                .isEqualTo(new Gated(0, 1, new Uniform(), new EpsilonGreedy(1)));
    }

    @Test
    void numbersOutsideTheirRangesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().with("threshold", Double.NaN))
                .withMessage("threshold = NaN, must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().with("temperature", 0))
                .withMessage("temperature = 0.0, must be finite and > 0");
    }
}
