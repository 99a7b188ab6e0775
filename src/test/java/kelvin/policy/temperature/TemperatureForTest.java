package kelvin.policy.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.policy.Accuracy;
import kelvin.policy.Distribution;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureForTest {
    private static final double CLOSED = Double.NEGATIVE_INFINITY;
    private static final double[] VALUES = {0.1, 0.5, 0.9, 1};

    static Stream<Row> cases() {
        return Reference.rows("temperature_for.csv");
    }

    static TemperatureFor goal(String name, double target) {
        return switch (name) {
            case "TargetEntropy" -> new TargetEntropy(target);
            case "EffectiveActions" -> new EffectiveActions(target);
            case "BestProbability" -> new BestProbability(target);
            case "KlFromUniform" -> new KlFromUniform(target);
            default -> new ExpectedLoss(target);
        };
    }

    static Stream<TemperatureFor> goals() {
        return Stream.of(
                new TargetEntropy(0.7),
                new EffectiveActions(2.5),
                new BestProbability(0.6),
                new KlFromUniform(0.2),
                new ExpectedLoss(0.1));
    }

    /** The distribution is right even where its temperature is no double. */
    @ParameterizedTest
    @MethodSource("cases")
    void theDistributionAgreesWithTheReference(Row row) {
        double[] exact = row.numbers("probabilities_hex");
        double[] p = goal(row.text("goal"), row.number("target_hex")).probabilities(row.numbers("values_hex"));
        for (int i = 0; i < p.length; i++) {
            Accuracy.assertWithin(Math.max(1e-9 * exact[i], 1e-300), p[i], exact[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTemperatureAgreesWithTheReference(Row row) {
        double exact = row.number("tau_hex");
        SolvedTemperature solved =
                goal(row.text("goal"), row.number("target_hex")).temperature(row.numbers("values_hex"));
        if (exact == Double.POSITIVE_INFINITY) {
            assertThat(solved.temperature()).isEqualTo(exact);
        } else {
            Accuracy.assertWithin(Math.max(2e-9 * exact, Double.MIN_VALUE), solved.temperature(), exact);
        }
        if (exact > Double.MIN_NORMAL && exact < Double.MAX_VALUE) {
            assertThat(solved.reached()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("goals")
    void theScaleOfValuesDoesNotMatter(TemperatureFor goal) {
        double[] p = goal.probabilities(VALUES);
        for (int exponent : new int[] {-990, -300, 300, 1020}) {
            TemperatureFor scaled =
                    goal instanceof ExpectedLoss loss ? new ExpectedLoss(Math.scalb(loss.target(), exponent)) : goal;
            double[] values =
                    Arrays.stream(VALUES).map(q -> Math.scalb(q, exponent)).toArray();
            assertThat(scaled.probabilities(values)).isEqualTo(p);
        }
    }

    @ParameterizedTest
    @MethodSource("goals")
    void whereAllAreTiedItIsUniform(TemperatureFor goal) {
        assertThat(goal.probabilities(3, 3, CLOSED, 3)).containsExactly(new double[] {1.0 / 3, 1.0 / 3, 0, 1.0 / 3});
        assertThat(goal.probabilities(-7)).containsExactly(1);
        assertThat(goal.temperature(3, 3).policy()).isEqualTo(new Uniform());
    }

    @Test
    void tiesBoundWhatIsReachable() {
        SolvedTemperature solved = new TargetEntropy(0.5).temperature(2, 1, 2, 0);
        assertThat(solved.reached()).isFalse();
        assertThat(solved.policy()).isEqualTo(new Greedy());
        assertThat(solved.achieved()).isEqualTo(StrictMath.log(2));
        assertThat(new TargetEntropy(0.5).probabilities(2, 1, 2, 0)).containsExactly(0.5, 0, 0.5, 0);
        assertThat(new EffectiveActions(1.9).temperature(2, 1, 2, 0).achieved()).isCloseTo(2, within(1e-15));
    }

    @Test
    void moreThanUniformIsOutOfReach() {
        for (TemperatureFor goal : new TemperatureFor[] {
            new TargetEntropy(1.4), new EffectiveActions(4.1), new BestProbability(0.2), new ExpectedLoss(0.4)
        }) {
            assertThat(goal.temperature(VALUES).reached()).as("%s", goal).isFalse();
            assertThat(goal.temperature(VALUES).policy()).isEqualTo(new Uniform());
            assertThat(goal.probabilities(VALUES)).containsExactly(0.25, 0.25, 0.25, 0.25);
        }
    }

    @Test
    void theLimitsThemselvesAreReached() {
        assertReached(new TargetEntropy(Math.log(4)), new Uniform());
        assertReached(new EffectiveActions(4), new Uniform());
        assertReached(new BestProbability(0.25), new Uniform());
        assertReached(new KlFromUniform(0), new Uniform());
        assertReached(new TargetEntropy(0), new Greedy());
        assertReached(new EffectiveActions(1), new Greedy());
        assertReached(new BestProbability(1), new Greedy());
        assertReached(new KlFromUniform(Math.log(4)), new Greedy());
        assertReached(new ExpectedLoss(0), new Greedy());
    }

    private static void assertReached(TemperatureFor goal, Policy limit) {
        SolvedTemperature solved = goal.temperature(VALUES);
        assertThat(solved.reached()).as("%s", goal).isTrue();
        assertThat(solved.policy().probabilities(VALUES))
                .as("%s", goal)
                .containsExactly(limit.probabilities(VALUES), within(1e-7));
    }

    /** The quick solution is the one that is bracketed to the last bit, up to what rounding the quantity does to either. */
    @ParameterizedTest
    @MethodSource("goals")
    void theQuickSolutionIsTheBracketedOne(TemperatureFor goal) {
        assertThat(farthestFromBracketed(goal, goal)).isLessThan(1e-13);
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aTargetOffByOneInABillionIsNoticed(TemperatureFor goal) {
        SolvedTemperaturePolicy other = (SolvedTemperaturePolicy) goal;
        TemperatureFor wrong = (TemperatureFor) other.withTarget(other.target() * (1 + 1e-9));
        assertThat(farthestFromBracketed(goal, wrong)).isGreaterThan(1e-11);
    }

    /** The largest relative distance of the two temperatures over many sets of ten values. */
    private static double farthestFromBracketed(TemperatureFor quick, TemperatureFor bracketed) {
        UniformRandomProvider random = Seed.of(3).generator();
        ValueGaps gaps = new ValueGaps();
        double farthest = 0;
        for (int i = 0; i < 1000; i++) {
            double[] values = random.doubles(10).toArray();
            double found =
                    ((SolvedTemperaturePolicy) quick).solve(gaps.of(values)).temperature();
            double exact = gaps.bracketed((SolvedTemperaturePolicy) bracketed).temperature();
            farthest = Math.max(farthest, Math.abs(found / exact - 1));
        }
        return farthest;
    }

    @ParameterizedTest
    @MethodSource("goals")
    void theSolvedPolicyIsThePolicy(TemperatureFor goal) {
        double[] p = goal.temperature(VALUES).policy().probabilities(VALUES);
        assertThat(goal.probabilities(VALUES)).containsExactly(p, within(1e-15));
        assertThat(goal.temperatureAt(VALUES))
                .isEqualTo(goal.temperature(VALUES).temperature());
    }

    /** The measured quantity is a function of the distribution alone. */
    @Test
    void theDistributionHasTheProperty() {
        double[] values = IntStream.range(0, 50).mapToDouble(Math::sin).toArray();
        DoubleFunction<Distribution> entropy = target -> new TargetEntropy(target).distribution(values);
        for (double target : new double[] {0.001, 0.5, 2, 3.9}) {
            assertThat(entropy.apply(target).entropy()).isCloseTo(target, within(1e-14));
        }
        assertThat(new EffectiveActions(7).distribution(values).effectiveActions())
                .isCloseTo(7, within(1e-13));
        Distribution lossy = new ExpectedLoss(0.25).distribution(values);
        double best = Arrays.stream(values).max().orElseThrow();
        assertThat(best - lossy.expected(values)).isCloseTo(0.25, within(1e-14));
    }

    @Test
    void aHundredThousandActionsAreNoTrouble() {
        double[] values = IntStream.range(0, 100_000)
                .mapToDouble(i -> i * 7919L % 100_003 / 1000.0)
                .toArray();
        Distribution d = new EffectiveActions(1234.5).distribution(values);
        assertThat(d.effectiveActions()).isCloseTo(1234.5, within(1e-9));
    }

    /** From (0.25, 0.25, 0.25, 0.25) cold to 1.3745 nats and back to uniform hot: an entropy has two temperatures or none. */
    @Test
    void gatesHaveNoTemperatureByMeaning() {
        double[] values = {0.6, 0.7, 0.9, 1};
        double[] entropies = Stream.of(1e-3, 0.2023, 1e3)
                .mapToDouble(temperature ->
                        new SigmoidGate(0.5, temperature).distribution(values).entropy())
                .toArray();
        assertThat(entropies[0]).isCloseTo(Math.log(4), within(1e-6));
        assertThat(entropies[1]).isCloseTo(1.3744984, within(1e-7));
        assertThat(entropies[2]).isCloseTo(Math.log(4), within(1e-6));
    }

    @Test
    void familiesWithoutOneAreRefused() {
        TemperatureFor goal = new TargetEntropy(1);
        assertThat(goal.temperature(new Softmax(9), VALUES)).isEqualTo(goal.temperature(VALUES));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> goal.temperature(new SigmoidGate(0.5, 1), VALUES))
                .withMessageStartingWith("family = SigmoidGate[threshold=0.5, temperature=1.0], must be a Softmax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TargetEntropy", "EffectiveActions", "BestProbability", "KlFromUniform", "ExpectedLoss"})
    void targetsOutsideTheirRangeAreRefused(String name) {
        for (double target : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> goal(name, target))
                    .withMessageStartingWith("target = " + target + ", must be ");
        }
    }
}
