package kelvin.policy.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.policy.Floor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows give the choices of all members; each member's costs follow from those before it. */
class CoverCostsTest {
    static Stream<Row> covers() {
        return Reference.rows("context/cover.csv");
    }

    private static int[] choices(Row row) {
        return Arrays.stream(row.text("members_choices").split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("covers")
    void pseudoCostsFollowFromTheChoicesBefore(Row row) {
        double[] costs = row.numbers("costs_hex");
        int[] choices = choices(row);
        double minimum = CoverCosts.minimum((long) row.number("t"), costs.length);
        String[] expected = row.text("pseudo_costs_of_members_2.._hex").split(" \\| ", -1);
        assertThat(minimum).isCloseTo(row.number("minimum_probability_hex"), within(0x1p-53));
        assertThat(expected).hasSize(choices.length - 1);
        for (int member = 1; member < choices.length; member++) {
            double[] out = costs.clone();
            int[] before = Arrays.copyOf(choices, member);
            CoverCosts.of(out, before, choices.length, minimum, row.number("psi_hex"), out);
            double[] right = Arrays.stream(expected[member - 1].split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(out).as("member %s", member + 1).containsExactly(right, within(0x1p-50));
        }
    }

    @ParameterizedTest
    @MethodSource("covers")
    void theSharesOfTheChoicesAndTheirFloors(Row row) {
        int actions = (int) row.number("K");
        int[] choices = choices(row);
        double[][] votes = new double[choices.length][actions];
        for (int member = 0; member < choices.length; member++) {
            votes[member][choices[member]] = 1;
        }
        double[] shares = new double[actions];
        VoteShares.of(votes, shares);
        double[] chosen = Arrays.stream(shares)
                .map(share -> share == 0 ? Double.NEGATIVE_INFINITY : 0)
                .toArray();
        Floor floor = new Floor(VoteSharesTest.fixed(shares), row.number("minimum_probability_hex"));
        assertThat(shares).containsExactly(row.numbers("raw_probabilities_hex"), within(0x1p-52));
        assertThat(floor.probabilities(new double[actions]))
                .containsExactly(row.numbers("with_floor_hex"), within(0x1p-51));
        assertThat(floor.probabilities(chosen))
                .containsExactly(row.numbers("with_floor_on_nonzero_only_hex"), within(0x1p-51));
    }

    @Test
    void theLeastProbabilityStartsUniformAndDecays() {
        assertThat(CoverCosts.minimum(1, 4)).isEqualTo(0.25);
        assertThat(CoverCosts.minimum(100, 4)).isEqualTo(0.05);
        assertThat(CoverCosts.minimum(Long.MAX_VALUE, Integer.MAX_VALUE)).isPositive();
    }

    @Test
    void mistakesAreNamed() {
        assertRefused(
                () -> of(new int[] {}, 3, 0.5, 1), "choices.length = 0, must be at least 1 and less than members = 3");
        assertRefused(() -> of(new int[] {0, 1, 0}, 3, 0.5, 1), "choices.length = 3");
        assertRefused(() -> of(new int[] {0}, 3, 0.51, 1), "minimum = 0.51, must be in (0, 1/2]");
        assertRefused(() -> of(new int[] {0}, 3, 0, 1), "minimum = 0.0");
        assertRefused(() -> of(new int[] {0}, 3, 0.5, -1), "psi = -1.0, must be finite and >= 0");
        assertRefused(
                () -> CoverCosts.of(new double[2], new int[] {0}, 3, 0.5, 1, new double[3]),
                "out.length = 3, must be costs.length = 2");
        assertThatThrownBy(() -> of(new int[] {2}, 3, 0.5, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static void of(int[] choices, int members, double minimum, double psi) {
        CoverCosts.of(new double[2], choices, members, minimum, psi, new double[2]);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
