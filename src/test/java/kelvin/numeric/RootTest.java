package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootTest {
    private static final double[] ENDS = {-Double.MAX_VALUE, Double.MAX_VALUE};

    @ParameterizedTest
    @ValueSource(doubles = {-1.7e308, -1, -4.9e-324, 0, 4.9e-324, 1e-310, 1e-300, 0.1, 1, 1e300, 1.7e308})
    void everyDoubleIsFoundExactly(double root) {
        assertThat(Root.find(x -> Double.compare(x, root), ENDS[0], ENDS[1])).isEqualTo(root);
    }

    @Test
    void theNearerOfTheTwoNeighboursIsReturned() {
        assertThat(Root.find(x -> x * x - 2, 0, 2)).isEqualTo(Math.sqrt(2));
        assertThat(Root.find(x -> x * x * x - 3, 0, 2)).isEqualTo(Math.cbrt(3));
    }

    @Test
    void aSignThatDoesNotChangeGivesTheNearestEnd() {
        assertThat(Root.find(x -> x + 1, 0, 5)).isEqualTo(0);
        assertThat(Root.find(x -> x - 9, 0, 5)).isEqualTo(5);
        assertThat(Root.find(x -> x - 9, 5, 5)).isEqualTo(5);
    }

    @Test
    void infiniteEndsAndJumpsAreNoObstacle() {
        assertThat(Root.find(x -> Math.log(x) - 1, 0, 1e300)).isEqualTo(Math.E);
        assertThat(Root.find(x -> x < 0.3 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY, 0, 1))
                .isEqualTo(0.3);
    }

    @Test
    void theWorstFunctionCostsNoMoreThanBisection() {
        assertThat(evaluations(x -> x < 1e-17 ? -1e-300 : 1e300, ENDS[0], ENDS[1]))
                .isLessThanOrEqualTo(68);
        assertThat(evaluations(x -> StrictMath.pow(x, 99) - 1e-90, 0, 1)).isLessThanOrEqualTo(66);
    }

    @Test
    void aSmoothFunctionCostsFarFewer() {
        assertThat(evaluations(x -> StrictMath.exp(x) - 2, 0.5, 1)).isLessThanOrEqualTo(15);
        assertThat(evaluations(x -> StrictMath.exp(x) - 2, 0, 1)).isLessThanOrEqualTo(30);
    }

    private static int evaluations(DoubleUnaryOperator f, double low, double high) {
        AtomicInteger count = new AtomicInteger();
        Root.find(
                x -> {
                    count.incrementAndGet();
                    return f.applyAsDouble(x);
                },
                low,
                high);
        return count.get();
    }
}
