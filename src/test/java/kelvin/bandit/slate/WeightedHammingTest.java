package kelvin.bandit.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import kelvin.bandit.Slates;
import kelvin.bandit.Testbed;
import kelvin.contract.Slate;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class WeightedHammingTest implements AnswerSetContract {
    private static final double COST = 0.3;

    @Override
    public Testbed around(Testbed testbed, int least, int most) {
        return new WeightedHamming(testbed, least, most, COST);
    }

    @Override
    public double payoff(boolean[] shown, boolean[] right) {
        int wrong = 0;
        int missing = 0;
        for (int i = 0; i < shown.length; i++) {
            wrong += shown[i] && !right[i] ? 1 : 0;
            missing += right[i] && !shown[i] ? 1 : 0;
        }
        return 1 - (COST * wrong + (1 - COST) * missing) / shown.length;
    }

    /** The two worlds draw the same rewards and contexts; only what is seen and paid differs. */
    @Test
    void regretIsThatOfSemiBanditOverTheNumberOfArms() {
        SlateBandit here = new WeightedHamming(AnswerSetContract.logistic(), 1, 3, COST).open(Seed.of(1), 100);
        SlateBandit there = new SemiBandit(AnswerSetContract.logistic(), 1, 3, COST).open(Seed.of(1), 100);
        for (int step = 1; step <= 50; step++) {
            here.advance(step);
            there.advance(step);
            for (Slate slate : Slates.all(4, 1, 3)) {
                assertThat(here.benchmark() - here.mean(slate))
                        .isCloseTo((there.benchmark() - there.mean(slate)) / 4, within(1e-15));
            }
        }
    }

    @Test
    void aCostBeyondThePriceOfAMissingAnswerIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedHamming(AnswerSetContract.five(), 0, 3, 1.5))
                .withMessageStartingWith("cost = 1.5, must be ");
    }
}
