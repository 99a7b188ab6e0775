package kelvin.policy.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.policy.Floor;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.UniformMix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VoteSharesTest {
    static Stream<Row> bags() {
        return Reference.rows("context/bagging.csv");
    }

    private static double[][] members(Row row) {
        double[] scores = row.numbers("scores_hex(member by member)");
        int actions = (int) row.number("K");
        return IntStream.range(0, (int) row.number("members"))
                .mapToObj(m -> Arrays.copyOfRange(scores, m * actions, (m + 1) * actions))
                .toArray(double[][]::new);
    }

    private static double[] shares(double[][] members) {
        double[] out = new double[members[0].length];
        Arrays.fill(out, 7);
        VoteShares.of(members, out);
        return out;
    }

    /** A policy that has these probabilities whatever the values. */
    static Policy fixed(double[] shares) {
        return (values, out) -> System.arraycopy(shares, 0, out, 0, out.length);
    }

    @ParameterizedTest
    @MethodSource("bags")
    void sharesAndTheirFloors(Row row) {
        double[] shares = shares(members(row));
        double minimum = row.number("epsilon_hex") / shares.length;
        double[] floored = new Floor(fixed(shares), minimum).probabilities(new double[shares.length]);
        double[] mixed = new UniformMix(fixed(shares), minimum).probabilities(new double[shares.length]);
        assertThat(shares).containsExactly(row.numbers("bag_probabilities_hex(ties shared)"), within(0x1p-52));
        assertThat(floored).containsExactly(row.numbers("with_floor_epsilon/K_by_projection_hex"), within(0x1p-51));
        assertThat(mixed).containsExactly(row.numbers("mixed_with_uniform_hex"), within(0x1p-52));
    }

    @Test
    void theFirstOfTheBestDoesNotTakeTheVote() {
        assertThat(bags().map(VoteSharesTest::members).filter(VoteSharesTest::hasTies))
                .isNotEmpty();
        assertThat(shares(new double[][] {{1, 1, 0}, {0, 3, 2}})).containsExactly(0.25, 0.75, 0);
    }

    private static boolean hasTies(double[][] members) {
        return Stream.of(members)
                .anyMatch(values -> Arrays.stream(values)
                                .filter(value ->
                                        value == Arrays.stream(values).max().orElseThrow())
                                .count()
                        > 1);
    }

    @Test
    void aClosedActionGetsNoVote() {
        double closed = Double.NEGATIVE_INFINITY;
        assertThat(shares(new double[][] {{closed, -1e308, 0.0, -0.0}})).containsExactly(0, 0, 0.5, 0.5);
        assertThat(shares(new double[][] {{closed, closed, 3}}))
                .isEqualTo(new Greedy().probabilities(closed, closed, 3));
    }

    @Test
    void membersThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VoteShares.of(new double[0][], new double[2]))
                .withMessage("values is empty, must hold at least one member");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VoteShares.of(new double[][] {{1, 2}, {1, 2, 3}}, new double[2]))
                .withMessageContaining("out.length = 2, must be values.length = 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VoteShares.of(new double[][] {{1, Double.NaN}}, new double[2]))
                .withMessageContaining("values[1] = NaN");
    }
}
