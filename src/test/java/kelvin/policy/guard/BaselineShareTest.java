package kelvin.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.stream.Stream;
import kelvin.policy.Distribution;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.policy.ValueArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineShareTest implements PolicyContract {
    private static final double CLOSED = Double.NEGATIVE_INFINITY;

    @Override
    public Policy policy() {
        return new BaselineShare(new Softmax(0.5), 0.2, 0);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, Double.MIN_VALUE, 0.3, 1 - 0x1p-53, 1.0)
                .flatMap(share -> Stream.of(
                        new BaselineShare(new Softmax(1), share, 0), new BaselineShare(new Greedy(), share, 0)));
    }

    @Override
    public Stream<Policy> impartial() {
        return Stream.of();
    }

    @Override
    public double replacement(String parameter) {
        return parameter.equals("baseline") ? 1 : 0.125;
    }

    /** By hand: the others have 0.75 in all, and 0.6 are left for them. */
    @Test
    void theOthersKeepTheirProportions() {
        Policy fixed = (values, out) -> System.arraycopy(new double[] {0.5, 0.25, 0.25}, 0, out, 0, 3);
        assertThat(new BaselineShare(fixed, 0.4, 1).probabilities(1, 2, 3))
                .containsExactly(new double[] {0.4, 0.4, 0.2}, within(1e-16));
    }

    @Test
    void aPolicyThatTakesTheBaselineOftenEnoughIsLeftAsItIs() {
        double[] values = {0.3, 0.1, CLOSED, 0.2};
        double[] p = new Softmax(1).probabilities(values);
        assertThat(new BaselineShare(new Softmax(1), p[1], 1).probabilities(values))
                .isEqualTo(p);
    }

    @Test
    void aClosedBaselineHasNoShare() {
        assertThat(new BaselineShare(new Softmax(1), 0.5, 1).probabilities(3, CLOSED, 2))
                .isEqualTo(new Softmax(1).probabilities(3, CLOSED, 2));
    }

    @Test
    void theWholeShareIsTheBaselineAlone() {
        assertThat(new BaselineShare(new Softmax(1), 1, 2).probabilities(5, 4, -1e308, CLOSED))
                .containsExactly(0, 0, 1, 0);
        assertThat(new BaselineShare(new Softmax(1), 0.7, 1).probabilities(CLOSED, 2, CLOSED))
                .containsExactly(0, 1, 0);
    }

    @Test
    void probabilitiesAreThoseOfTheFormulaForAllDoubles() {
        ValueArrays.each(values -> {
            int baseline = values.length - 1;
            double[] p = new Softmax(1).probabilities(values);
            double[] guarded = new BaselineShare(new Softmax(1), 0.375, baseline).probabilities(values);
            BigDecimal others = ExactBounds.sum(p.length, i -> i == baseline ? BigDecimal.ZERO : new BigDecimal(p[i]));
            boolean kept = p[baseline] >= 0.375 || values[baseline] == CLOSED;
            BigDecimal rest = BigDecimal.ONE.subtract(BigDecimal.valueOf(0.375));
            for (int i = 0; i < p.length; i++) {
                double expected = kept
                        ? p[i]
                        : i == baseline
                                ? 0.375
                                : rest.multiply(new BigDecimal(p[i]))
                                        .divide(others, ExactBounds.DIGITS)
                                        .doubleValue();
                assertThat(guarded[i]).isCloseTo(expected, within(Math.max(expected * 0x1p-51, Double.MIN_VALUE)));
            }
        });
    }

    /** A step from it towards any other distribution with the share raises the divergence: both directions of it. */
    @Test
    void noDistributionWithTheShareIsNearer() {
        double[] values = {3, 2.5, -1, 0.4};
        Distribution policy = new Softmax(1).distribution(values);
        double[] p = new BaselineShare(new Softmax(1), 0.4, 2).probabilities(values);
        Distribution nearest = Distribution.of(p);
        for (int corner = 0; corner < p.length; corner++) {
            double[] other = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                other[i] = 0.999 * p[i] + 0.001 * ((i == 2 ? 0.4 : 0) + (i == corner ? 0.6 : 0));
            }
            assertThat(Distribution.of(other).kl(policy)).isGreaterThan(nearest.kl(policy));
            assertThat(policy.kl(Distribution.of(other))).isGreaterThan(policy.kl(nearest));
        }
    }

    @Test
    void aBaselineThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BaselineShare(new Uniform(), 0.1, 3).probabilities(1, 2, 3))
                .withMessage("baseline = 3, must be below the number of actions, 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BaselineShare(new Uniform(), 0.1, -1))
                .withMessageContaining("baseline = -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().with("baseline", 0.5))
                .withMessage("baseline = 0.5, must be a whole number");
    }

    @Test
    void numbersOfTheComponentAreReached() {
        assertThat(policy().with("policy.temperature", 3)).isEqualTo(new BaselineShare(new Softmax(3), 0.2, 0));
        assertThat(policy().temperatureAt(1, 2)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareOutsideItsRangeIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BaselineShare(new Greedy(), share, 0))
                .withMessage("share = " + share + ", must be in [0, 1]");
    }
}
