package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import kelvin.schedule.Constant;
import kelvin.schedule.InverseCount;
import org.junit.jupiter.api.Test;

class ActionEstimateTest {
    private static final ActionEstimate ARM = new ActionEstimate(0.5, 2, 4, true, "a");
    private static final ActionEstimate CLOSED = new ActionEstimate(1, 3, 3, false);

    @Test
    void anAverageIsTheSumOverTheNumber() {
        assertThat(ARM.learn(3, new InverseCount(1))).isEqualTo(new ActionEstimate(1, 5, 5, true, "a"));
        assertThat(CLOSED.learn(5, new InverseCount(1))).isEqualTo(new ActionEstimate(2, 8, 4, false));
        assertThat(ARM.learn(3, new Constant(0.25))).isEqualTo(new ActionEstimate(1.125, 5, 5, true, "a"));
    }

    @Test
    void aPriorIsSoManyRewardsOfItsValue() {
        assertThat(ActionEstimate.prior(0.5, 4)).isEqualTo(new ActionEstimate(0.5, 2, 4, true));
        assertThat(ActionEstimate.ofRewards(new double[] {3, 0}, new long[] {2, 0}))
                .containsExactly(new ActionEstimate(1.5, 3, 2, true), new ActionEstimate(0, 0, 0, true));
    }

    @Test
    void aWeightIsReducedButNotRaised() {
        assertThat(ARM.atMost(2)).isEqualTo(new ActionEstimate(0.5, 1, 2, true, "a"));
        assertThat(ARM.atMost(0)).isEqualTo(new ActionEstimate(0.5, 0, 0, true, "a"));
        assertThat(ARM.atMost(4)).isSameAs(ARM);
        assertThatIllegalArgumentException().isThrownBy(() -> ARM.atMost(-1)).withMessage("most = -1, must be >= 0");
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionEstimate(Double.NaN, 0, 0, true))
                .withMessage("value = NaN, must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionEstimate(0, Double.POSITIVE_INFINITY, 0, true))
                .withMessage("sum = Infinity, must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionEstimate(0, 0, -1, true))
                .withMessage("count = -1, must be >= 0");
    }

    @Test
    void namesHaveUpTo256WholeCharacters() {
        assertThatCode(() -> ActionEstimate.requireName("name", "x".repeat(256)))
                .doesNotThrowAnyException();
        for (String wrong : List.of("", "x".repeat(257))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ARM.withName(wrong))
                    .withMessage("name = " + wrong.length() + " characters, must be 1 to 256 characters");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ARM.withName("\ud800"));
        assertThat(ARM.withName(null)).hasToString("ActionEstimate[value=0.5, sum=2.0, count=4, open=true]");
        assertThat(ARM).hasToString("ActionEstimate[value=0.5, sum=2.0, count=4, open=true, name=a]");
    }

    @Test
    void armsAreKnownByNameOrNumber() {
        List<ActionEstimate> arms = List.of(CLOSED, ARM);
        assertThat(ActionEstimate.name(arms, 0)).isEqualTo("0");
        assertThat(ActionEstimate.name(arms, 1)).isEqualTo("a");
        assertThat(ActionEstimate.action(arms, "a")).isEqualTo(1);
        assertThat(ActionEstimate.action(arms, "0")).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> ActionEstimate.action(arms, "1"));
        for (int wrong : new int[] {-1, 2}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ActionEstimate.name(arms, wrong))
                    .withMessage("action = " + wrong + ", must be in [0, 1]");
        }
        ActionEstimate.requireDistinctNames(List.of(CLOSED, CLOSED));
        ActionEstimate.requireDistinctNames(arms);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActionEstimate.requireDistinctNames(List.of(CLOSED, ARM, CLOSED.withName("0"))))
                .withMessage("name of arm 2 = 0, must be another than that of arm 0");
    }

    @Test
    void namesAreGivenToThoseWithoutOne() {
        assertThat(ActionEstimate.named(List.of(CLOSED, ARM, CLOSED), List.of("b", "c")))
                .containsExactly(CLOSED.withName("b"), ARM, CLOSED);
        BitSet open = ActionEstimate.open(List.of(CLOSED, ARM, CLOSED));
        assertThat(open).hasToString("{1}");
    }

    /** Arms that were seen take what was seen of them, not whether they are open now; others stay, and new ones come. */
    @Test
    void aWarmStartTakesWhatWasSeenOfEachArm() {
        ActionEstimate seen = new ActionEstimate(0.25, 1, 4, true, "seen");
        ActionEstimate unseen = new ActionEstimate(9, 0, 0, true, "unseen");
        assertThat(ActionEstimate.warm(List.of(CLOSED, ARM, ARM), List.of(seen, unseen), 7))
                .containsExactly(seen.withOpen(false).withName(null), ARM, ARM);
        assertThat(ActionEstimate.warm(List.of(ARM), List.of(unseen, seen, unseen), 7))
                .containsExactly(ARM, seen, ActionEstimate.prior(7, 0));
    }
}
