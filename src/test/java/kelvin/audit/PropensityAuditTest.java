package kelvin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.audit.Doubles.Draw;
import kelvin.audit.Doubles.Gates;
import kelvin.audit.Doubles.Twin;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.IndependentGates;
import kelvin.policy.subset.PlackettLuce;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropensityAuditTest {
    private static final int DRAWS = 200_000;
    private static final double[] VALUES = {0.1, 0.5, 0.9};
    private static final Softmax SOFTMAX = new Softmax(0.3);
    private static final IndependentGates GATES = new IndependentGates(0.5, 0.3);

    private static UniformRandomProvider random() {
        return Seed.of(1).child("audit").generator();
    }

    private static AuditResult audit(Policy policy, double... values) {
        return new PropensityAudit(DRAWS, 1e-6).of(policy, values, random());
    }

    private static AuditResult audit(SubsetPolicy policy, double... values) {
        return new PropensityAudit(DRAWS, 1e-6).of(policy, values, random());
    }

    static Stream<Named<Policy>> dishonest() {
        return Stream.of(
                softmax("the largest of a Dirichlet draw", Doubles::largestOfDirichlet),
                softmax("weights not added up, −1 when none fits", Doubles::notCumulated),
                softmax("weights not added up, the last when none fits", Doubles::notCumulatedButLast),
                softmax("a new uniform number for every action", Doubles::freshForEachAction),
                softmax("one percent off", Doubles::offByOnePercent),
                softmax("always the best", (p, random) -> p.length - 1),
                Named.of(
                        "exploration without the last",
                        new Twin(new EpsilonGreedy(0.1), Doubles::neverExploringTheLast)));
    }

    private static Named<Policy> softmax(String name, Draw draw) {
        return Named.of(name, new Twin(SOFTMAX, draw));
    }

    @ParameterizedTest
    @MethodSource("dishonest")
    void aSamplerOfSomethingElseIsCaught(Policy policy) {
        AuditResult verdict = audit(policy, VALUES);
        assertThat(verdict.rejected()).isTrue();
        assertThat(verdict.text()).startsWith("Rejected: a").contains("reported probability", "times of 200,000");
    }

    static Stream<Policy> honest() {
        return Stream.of(new Twin(SOFTMAX, Doubles::cumulated), SOFTMAX, new EpsilonGreedy(0.1), new Softmax(1e-3));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void anHonestSamplerIsNot(Policy policy) {
        AuditResult verdict = audit(policy, VALUES);
        assertThat(verdict.rejected()).isFalse();
        assertThat(verdict.text()).startsWith("Accepted: 200,000 draws agree");
    }

    static Stream<SubsetPolicy> honestSets() {
        return Stream.of(GATES, new ExactlyM(2, 0.3), new PlackettLuce(2, 0.3));
    }

    @ParameterizedTest
    @MethodSource("honestSets")
    void honestSetsAreAccepted(SubsetPolicy policy) {
        PropensityAudit audit = new PropensityAudit(40_000, 1e-6);
        assertThat(audit.of(policy, VALUES, random()).rejected()).isFalse();
        double[] many = IntStream.range(0, 20).mapToDouble(Math::sin).toArray();
        assertThat(new PropensityAudit(8_000, 1e-6).of(policy, many, random()).rejected())
                .isFalse();
    }

    @Test
    void gatesThatOpenTooOftenAreCaught() {
        AuditResult verdict = audit(new Gates(GATES, 0.01, false), VALUES);
        assertThat(verdict.rejected()).isTrue();
        double[] many = new double[20];
        assertThat(audit(new Gates(GATES, 0.02, false), many).worst().name()).endsWith("in the set");
    }

    /** Each action is in the set as often as reported, but not independently of the others. */
    @Test
    void setsAreTestedAndNotOnlyActions() {
        AuditResult verdict = audit(new Gates(GATES, 0, true), VALUES);
        assertThat(verdict.rejected()).isTrue();
        assertThat(verdict.worst().name()).startsWith("set [");
    }

    /** An error too small to show in any of two hundred actions shows in all of them together. */
    @Test
    void manySmallErrorsAreCaughtTogether() {
        Draw tilted = (p, random) -> {
            int action = random.nextInt(p.length);
            return action % 2 == 0 && random.nextDouble() < 0.06 ? action + 1 : action;
        };
        AuditResult verdict = audit(new Twin(new Softmax(1), tilted), new double[200]);
        assertThat(verdict.rejected()).isTrue();
        assertThat(verdict.worst().pValue() * 200).isGreaterThan(1e-6);
        assertThat(verdict.text()).contains("all of them together");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5, 0.2    | 0 | the reported probabilities sum to 0.7, must sum to 1",
                "0.5, 0.9    | 0 | the reported probabilities sum to 1.4, must sum to 1",
                "NaN, 0.5    | 1 | action 0 has the reported probability NaN, must be in [0, 1]",
                "1.5, -0.5   | 0 | action 0 has the reported probability 1.5, must be in [0, 1]",
                "0.5, 0.5    | 2 | an action out of [0, 2) has the reported probability 0 but was drawn 50 times of 50 (1)",
                "1, 0.000001 | 0 | the reported probabilities sum to 1.000001, must sum to 1"
            })
    void whatIsWrongWhateverIsDrawnIsSaidFirst(String reported, int action, String fault) {
        double[] p =
                Stream.of(reported.split(", ")).mapToDouble(Double::parseDouble).toArray();
        AuditResult verdict = new PropensityAudit(50, 1e-6).of(p, () -> action);
        assertThat(verdict.rejected()).isTrue();
        assertThat(verdict.text()).startsWith("Rejected: " + fault);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.5, 1.5, 0.9})
    void whatIsNoDistributionIsRejected(double first) {
        Policy policy = new Policy() {
            @Override
            public void probabilities(double[] values, double[] out) {
                Arrays.fill(out, 0.25);
                out[0] = first;
            }

            @Override
            public int select(double[] values, UniformRandomProvider random) {
                return 0;
            }
        };
        assertThat(audit(policy, VALUES).rejected()).isTrue();
    }

    /** The promise about power, kept: of 200 audits of a policy that is off by what is detectable, 99 in 100 find it. */
    @Test
    void whatIsSaidToBeDetectableIsDetected() {
        PropensityAudit audit = new PropensityAudit(1000, 1e-3);
        double error = audit.of(new Softmax(1), new double[2], random()).detectable();
        Policy off = new Twin(new Softmax(1), (p, random) -> random.nextDouble() < 0.5 + error ? 0 : 1);
        UniformRandomProvider random = random();
        long found = IntStream.range(0, 200)
                .filter(i -> audit.of(off, new double[2], random).rejected())
                .count();
        assertThat(error).isBetween(0.08, 0.12);
        assertThat(found).isGreaterThan(192);
    }

    @Test
    void falseAlarmsAreAsRareAsStated() {
        PropensityAudit audit = new PropensityAudit(200, 0.05);
        UniformRandomProvider random = random();
        long alarms = IntStream.range(0, 4000)
                .filter(i -> audit.of(SOFTMAX, VALUES, random).rejected())
                .count();
        assertThat(alarms).isBetween(20L, 200L);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PropensityAudit(0, 0.1))
                .withMessage("draws = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PropensityAudit(1, 1))
                .withMessage("falseAlarm = 1.0, must be in (0, 1)");
    }
}
