package kelvin.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Exponential;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.arm.Poisson;
import kelvin.bandit.arm.Uniform;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.bandit.testbed.GeometricGaps;
import kelvin.bandit.testbed.LinearGaps;
import kelvin.bandit.testbed.OneGoodArm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LowerBoundsTest {
    static Stream<Row> problems() {
        return Reference.rows("lai_robbins.csv");
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theConstantOfBernoulliArmsIsThatOfLaiAndRobbins(Row problem) {
        List<Arm> arms = Arrays.stream(problem.numbers("means"))
                .<Arm>mapToObj(Bernoulli::new)
                .toList();
        double expected = problem.number("lai_robbins_constant_dec");
        assertThat(new FixedTestbed(arms).lowerBounds().laiRobbins()).isCloseTo(expected, within(1e-12 * expected));
    }

    /** By hand: Σ 2σ²/Δ = 8/0.5 + 8/1 for Gaussian arms; Δ/(μ/μ* − 1 − ln(μ/μ*)) for exponential, Δ/(μ* − μ + μ·ln(μ/μ*)) for Poisson. */
    @Test
    void otherFamiliesHaveTheirConstantsToo() {
        assertThat(new LinearGaps(3, new Gaussian(7, 2), 0.5).lowerBounds().laiRobbins())
                .isCloseTo(24, within(1e-12));
        assertThat(new FixedTestbed(List.of(new Exponential(2), new Exponential(1)))
                        .lowerBounds()
                        .laiRobbins())
                .isCloseTo(1 / (Math.log(2) - 0.5), within(1e-12));
        assertThat(new OneGoodArm(3, new Poisson(2), new Poisson(1))
                        .lowerBounds()
                        .laiRobbins())
                .isCloseTo(2 / (1 - Math.log(2)), within(1e-12));
    }

    @Test
    void anArmThatCouldNeverBeTheBestCostsNothing() {
        FixedTestbed testbed = new FixedTestbed(List.of(new Bernoulli(0.5), new Gaussian(3, 1), new Gaussian(2, 1)));
        assertThat(testbed.lowerBounds().laiRobbins()).isCloseTo(2, within(1e-15));
    }

    @Test
    void theMinimaxBoundIsOfOneKindOfArms() {
        assertThat(new FixedTestbed(List.of(new Bernoulli(0.5), new Bernoulli(1), new Bernoulli(0), new Bernoulli(0)))
                        .lowerBounds()
                        .minimax())
                .isCloseTo(0.1, within(1e-15));
        assertThat(new GeometricGaps(10, new Gaussian(0, 9), 0.1, 1)
                        .lowerBounds()
                        .minimax())
                .isCloseTo(1, within(1e-15));
        assertThat(new FixedTestbed(List.of(new Gaussian(0, 1), new Gaussian(0, 2)))
                        .lowerBounds()
                        .minimax())
                .isNaN();
    }

    @Test
    void whatIsDrawnAnewHasNone() {
        assertThat(new GaussianTestbed(10, 0, 1, 1).lowerBounds()).isEqualTo(LowerBounds.NONE);
        assertThat(new FixedTestbed(List.of(new Uniform(0, 1), new Uniform(0, 2))).lowerBounds())
                .isEqualTo(LowerBounds.NONE);
    }
}
