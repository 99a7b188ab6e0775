package kelvin.policy.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.policy.Distribution;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.policy.ValueChecks;
import kelvin.policy.temperature.KlFrom.Branch;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KlFromTest implements PolicyContract {
    private static final double[] VALUES = {0.1, 0.5, 0.9, 1};
    private static final double[] REFERENCE = new Softmax(0.5).probabilities(VALUES);

    /** A reference has as many numbers as there are actions: here, uniform over those that are open. */
    public record FromUniform(double target, Branch branch) implements Policy {
        @Override
        public void probabilities(double[] values, double[] out) {
            ValueChecks.best(values, out);
            new KlFrom(new Uniform().probabilities(values), target, branch).probabilities(values, out);
        }

        @Override
        public int select(double[] values, UniformRandomProvider random) {
            ValueChecks.best(values);
            return new KlFrom(new Uniform().probabilities(values), target, branch).select(values, random);
        }

        @Override
        public Policy with(String parameter, double value) {
            KlFrom changed = (KlFrom) new KlFrom(new double[] {1}, target, branch).with(parameter, value);
            return new FromUniform(changed.target(), branch);
        }
    }

    @Override
    public Policy policy() {
        return new FromUniform(0.1, Branch.COLDER);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, 1e-6, 0.5, 100.0, 1e300)
                .flatMap(target -> Stream.of(Branch.values()).map(branch -> new FromUniform(target, branch)));
    }

    @Override
    public boolean costly() {
        return true;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-3, 0.05, 0.1})
    void theBranchesLieOnEitherSideOfTheReference(double target) {
        SolvedTemperature colder = new KlFrom(REFERENCE, target, Branch.COLDER).temperature(VALUES);
        SolvedTemperature hotter = new KlFrom(REFERENCE, target, Branch.HOTTER).temperature(VALUES);
        assertThat(colder.temperature()).isLessThan(0.5);
        assertThat(hotter.temperature()).isGreaterThan(0.5);
        assertThat(colder.reached() && hotter.reached()).isTrue();
        for (SolvedTemperature solved : new SolvedTemperature[] {colder, hotter}) {
            Distribution found = solved.policy().distribution(VALUES);
            assertThat(Distribution.of(REFERENCE).kl(found)).isCloseTo(target, within(1e-14));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBudgetOfNothingStaysAtTheReference(Branch branch) {
        SolvedTemperature solved = new KlFrom(REFERENCE, 0, branch).temperature(VALUES);
        assertThat(solved.reached()).isTrue();
        assertThat(solved.temperature()).isCloseTo(0.5, within(1e-7));
    }

    @Test
    void theHotterBranchEndsAtUniform() {
        SolvedTemperature solved = new KlFrom(REFERENCE, 1, Branch.HOTTER).temperature(VALUES);
        assertThat(solved.policy()).isEqualTo(new Uniform());
        assertThat(solved.reached()).isFalse();
        assertThat(solved.achieved()).isCloseTo(klToUniform(), within(1e-15));
    }

    private static double klToUniform() {
        return Distribution.of(REFERENCE).kl(new Uniform().distribution(VALUES));
    }

    /** Each halving of the temperature about doubles a large divergence: it has no end. */
    @ParameterizedTest
    @ValueSource(doubles = {10, 1e6, 1e100, 1e300})
    void theColderBranchHasNoEnd(double target) {
        SolvedTemperature solved = new KlFrom(REFERENCE, target, Branch.COLDER).temperature(VALUES);
        assertThat(solved.reached()).isTrue();
        assertThat(solved.achieved()).isCloseTo(target, within(1e-9 * target));
    }

    /** Softmax cannot prefer the worst: the minimum lies at infinite temperature, and only the colder branch is left. */
    @Test
    void aReferenceAgainstTheValuesIsNearestToUniform() {
        double[] reversed = {0.7, 0.2, 0.1, 0};
        assertThat(new KlFrom(reversed, 0.1, Branch.HOTTER).temperature(VALUES).policy())
                .isEqualTo(new Uniform());
        for (double target : new double[] {1e-12, 0.1}) {
            assertThat(new KlFrom(reversed, target, Branch.COLDER)
                            .temperature(VALUES)
                            .reached())
                    .isFalse();
        }
        assertThat(new KlFrom(reversed, 2, Branch.COLDER).temperature(VALUES).reached())
                .isTrue();
    }

    @Test
    void aGreedyReferenceLeavesOnlyTheHotterBranch() {
        double[] greedy = {0, 0, 0, 1};
        assertThat(new KlFrom(greedy, 0.5, Branch.COLDER).temperature(VALUES).policy())
                .isEqualTo(new Greedy());
        double p = Math.exp(-0.5);
        assertThat(new KlFrom(greedy, 0.5, Branch.HOTTER).probabilities(VALUES)[3])
                .isCloseTo(p, within(1e-15));
    }

    @Test
    void mistakesAreNamed() {
        assertRefused("reference = numbers with sum 0.75, must be of sum 1", 0.25, 0.5);
        assertRefused("reference[1] = 1.5, must be in [0, 1]", 0.2, 1.5);
        assertRefused("reference[1] = 0.5, must be 0 where the action is closed", 0.5, 0.5);
        assertRefused("reference.length = 3, must be values.length = 2", 0.5, 0.25, 0.25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KlFrom(REFERENCE, -0.1, Branch.COLDER))
                .withMessage("target = -0.1, must be finite and >= 0");
    }

    private static void assertRefused(String message, double... reference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KlFrom(reference, 0.1, Branch.COLDER).probabilities(1, Double.NEGATIVE_INFINITY))
                .withMessage(message);
    }

    @Test
    void theTargetCanBeReplaced() {
        KlFrom changed = new KlFrom(REFERENCE, 1, Branch.COLDER).withTarget(0.5);
        assertThat(changed.target()).isEqualTo(0.5);
        assertThat(changed.with("target", 2)).isInstanceOf(KlFrom.class);
    }
}
