package kelvin.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackjackTest implements WorldContract {
    private static final Solution OPTIMAL = Solution.optimal(Policies.of(new Blackjack()));

    @Override
    public World world() {
        return new Blackjack();
    }

    /** The value of sticking on 16 or less, which depends only on whether the dealer busts; known for an infinite deck. */
    @ParameterizedTest
    @CsvSource({
        "2, -0.292784",
        "3, -0.252250",
        "4, -0.211063",
        "5, -0.167193",
        "6, -0.153699",
        "7, -0.475375",
        "8, -0.510518",
        "9, -0.543150"
    })
    void theDealerBustsAsOftenAsItShould(int dealer, double worth) {
        assertThat(OPTIMAL.value(Blackjack.state(16, dealer, false), Blackjack.STICK))
                .isCloseTo(worth, within(1e-6));
    }

    /** Basic strategy where nobody doubles or splits (Thorp 1966; Sutton and Barto 2018, figure 5.2). */
    @ParameterizedTest
    @CsvSource({
        "false, 12, 2 3 7 8 9 10 1, 4 5 6", "false, 13, 7 8 9 10 1, 2 3 4 5 6", "false, 16, 7 8 9 10 1, 2 3 4 5 6",
        "false, 17, '', 1 2 3 4 5 6 7 8 9 10", "true, 17, 1 2 3 4 5 6 7 8 9 10, ''", "true, 18, 9 10, 2 3 4 5 6 7 8",
        "true, 19, '', 1 2 3 4 5 6 7 8 9 10"
    })
    void theOptimalPolicyIsBasicStrategy(boolean usable, int sum, String hits, String sticks) {
        for (String dealer : hits.isEmpty() ? new String[0] : hits.split(" ")) {
            assertThat(gainOfHitting(sum, Integer.parseInt(dealer), usable))
                    .as(dealer)
                    .isPositive();
        }
        for (String dealer : sticks.isEmpty() ? new String[0] : sticks.split(" ")) {
            assertThat(gainOfHitting(sum, Integer.parseInt(dealer), usable))
                    .as(dealer)
                    .isNegative();
        }
    }

    private double gainOfHitting(int sum, int dealer, boolean usable) {
        int state = Blackjack.state(sum, dealer, usable);
        return OPTIMAL.value(state, Blackjack.HIT) - OPTIMAL.value(state, Blackjack.STICK);
    }

    @Test
    void aceAndTenComeAtOnceInEightOfAHundredAndSixtyNine() {
        double natural = world().starts().stream()
                .filter(start -> world().outcomes(start.state(), Blackjack.HIT).isEmpty())
                .mapToDouble(Transition::probability)
                .sum();
        assertThat(natural).isCloseTo(8 / 169.0, Policies.exact());
    }
}
