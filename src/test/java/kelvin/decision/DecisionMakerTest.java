package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.BitSet;
import kelvin.contract.InvalidValue;
import kelvin.decision.memory.DecisionKey;
import kelvin.numeric.Weights;
import kelvin.policy.Annealed;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.Constant;
import kelvin.schedule.Linear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionMakerTest {
    private static final Seed SEED = Seed.of(3);

    private final HandClock clock = new HandClock();

    private DecisionMaker maker(Settings rules) {
        return new DecisionMaker(rules, State.initial(rules), clock);
    }

    private DecisionMaker softmax() {
        return maker(new Settings(new Softmax(0.5), 3, SEED).remembered(4).maxAge(Duration.ofMillis(100)));
    }

    @Test
    void aChoiceIsAFunctionOfSeedIdAndState() {
        DecisionMaker maker = softmax();
        maker.decide("first");
        maker.reward("first", 1);
        double[] p = maker.probabilities();
        Decision decision = maker.decide("second");
        assertThat(decision.action())
                .isEqualTo(Weights.draw(p, DecisionKey.of(SEED, "second").draw()));
        assertThat(decision.propensity()).isEqualTo(p[decision.action()]);
        assertThat(decision.version()).isEqualTo(2);
        assertThat(decision.step()).isEqualTo(2);
    }

    @Test
    void actionsAreDrawnWithTheirPropensities() {
        DecisionMaker maker = softmax();
        maker.addArm(0.4, 1);
        double[] p = maker.probabilities();
        double[] shares = new double[4];
        for (int i = 0; i < 20_000; i++) {
            shares[maker.decide("id " + i).action()] += 1.0 / 20_000;
        }
        assertThat(shares).containsExactly(p, within(0.015));
        p[3] += 0.05;
        p[0] -= 0.05;
        assertThat(shares[3]).isNotCloseTo(p[3], within(0.015));
    }

    @Test
    void aRepeatedDecisionIsTheSameDecision() {
        DecisionMaker maker = softmax();
        Decision decision = maker.decide("again");
        maker.addArm(9, 1);
        assertThat(maker.decide("again")).isEqualTo(decision);
        assertThat(maker.state().decisions()).isEqualTo(1);
    }

    @Test
    void aSecondRewardChangesNothing() {
        DecisionMaker maker = softmax();
        maker.decide("a");
        assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.LEARNED);
        double[] p = maker.probabilities();
        assertThat(maker.reward("a", 5)).isEqualTo(RewardOutcome.DUPLICATE);
        assertThat(maker.probabilities()).isEqualTo(p);
        assertThat(maker.state().counts()).isEqualTo(new DecisionCounts(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void rewardsMayComeOutOfOrder() {
        DecisionMaker maker = softmax();
        Decision a = maker.decide("a");
        Decision b = maker.decide("b");
        maker.reward("b", 2);
        maker.reward("a", 1);
        State state = maker.state();
        assertThat(state.arms().stream().mapToDouble(ActionEstimate::sum).sum()).isEqualTo(3);
        assertThat(state.arms().get(a.action()).count() + (a.action() == b.action() ? 0 : 1))
                .isEqualTo(2);
    }

    @Test
    void theOldestIsForgottenWhenTooManyAreRemembered() {
        DecisionMaker maker = softmax();
        for (int i = 0; i < 5; i++) {
            maker.decide("id " + i);
        }
        assertThat(maker.reward("id 0", 1)).isEqualTo(RewardOutcome.UNKNOWN);
        assertThat(maker.reward("id 1", 1)).isEqualTo(RewardOutcome.LEARNED);
        assertThat(maker.state().counts()).isEqualTo(new DecisionCounts(1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(maker.state().remembered()).hasSize(4);
    }

    @Test
    void aRewardAfterMaxAgeIsExpired() {
        DecisionMaker maker = softmax();
        maker.decide("a");
        maker.decide("b");
        clock.set(100);
        assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.LEARNED);
        clock.set(101);
        assertThat(maker.reward("b", 1)).isEqualTo(RewardOutcome.EXPIRED);
        assertThat(maker.state().counts().expired()).isEqualTo(1);
    }

    @Test
    void aRewardForNothingIsCounted() {
        DecisionMaker maker = softmax();
        assertThat(maker.reward("never asked", 1)).isEqualTo(RewardOutcome.UNKNOWN);
        assertThat(maker.state().counts().unknown()).isEqualTo(1);
    }

    @Test
    void aSampleAverageKeepsExactTies() {
        DecisionMaker maker = maker(new Settings(new Softmax(100), 2, SEED));
        for (int i = 0; i < 60; i++) {
            Decision decision = maker.decide("" + i);
            maker.reward("" + i, (decision.action() + i) % 3 * 0.1);
        }
        ActionEstimate arm = maker.state().arms().get(0);
        assertThat(arm.value()).isEqualTo(arm.sum() / arm.count());
    }

    @Test
    void aConstantStepSizeForgets() {
        Settings rules = new Settings(new Greedy(), 1, SEED)
                .initialValue(1.0)
                .stepSize(new Constant(0.25))
                .remembered(10)
                .maxAge(Duration.ofDays(1));
        DecisionMaker maker = maker(rules);
        maker.decide("a");
        maker.reward("a", 2);
        assertThat(maker.state().arms().get(0).value()).isEqualTo(1.25);
    }

    @Test
    void aNewArmBeginsWithItsPrior() {
        DecisionMaker maker = maker(new Settings(new Greedy(), 1, SEED));
        int arm = maker.addArm(0.5, 3);
        maker.decide("a");
        maker.reward("a", 1.3);
        assertThat(arm).isEqualTo(1);
        assertThat(maker.state().arms().get(1).value()).isCloseTo((3 * 0.5 + 1.3) / 4, within(1e-15));
    }

    @Test
    void aClosedArmIsNeverChosenAndComesBackAsItWas() {
        DecisionMaker maker = softmax();
        maker.setOpen(1, false);
        assertThat(maker.probabilities()).containsExactly(0.5, 0, 0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.decide("x", BitSet.valueOf(new long[] {0b010})))
                .withMessageContaining("at least one action must be open");
        maker.setOpen(1, true);
        assertThat(maker.probabilities()).containsOnly(1.0 / 3);
    }

    @Test
    void theLastOpenArmStaysOpen() {
        DecisionMaker maker = softmax();
        maker.setOpen(0, false);
        maker.setOpen(1, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.setOpen(2, false))
                .withMessage("action = 2, must be one that is not the last open arm");
        assertThat(maker.decide("a").action()).isEqualTo(2);
    }

    @Test
    void aDecisionMayBeAmongSomeArms() {
        DecisionMaker maker = softmax();
        for (int i = 0; i < 20; i++) {
            Decision decision = maker.decide("" + i, BitSet.valueOf(new long[] {0b101}));
            assertThat(decision.action()).isNotEqualTo(1);
            assertThat(decision.propensity()).isEqualTo(0.5);
        }
    }

    @Test
    void aScheduleCountsDecisions() {
        DecisionMaker maker =
                maker(new Settings(new Annealed(new Softmax(1), "temperature", new Linear(1, 0.01, 3)), 2, SEED));
        maker.addArm(1, 1);
        double first = maker.decide("a").propensity();
        double later = 0;
        for (int i = 0; i < 5; i++) {
            later = maker.decide("later " + i).propensity();
        }
        assertThat(maker.probabilities()[2]).isGreaterThan(0.999);
        assertThat(first).isLessThan(0.6);
        assertThat(later).isGreaterThan(0.999);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aRewardThatIsNoNumberIsRefused(double reward) {
        DecisionMaker maker = softmax();
        maker.decide("a");
        State before = maker.state();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.reward("a", reward))
                .withMessage("reward = " + reward + ", must be finite");
        assertThat(maker.state()).isEqualTo(before);
    }

    @Test
    void anIdHasALength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> softmax().decide(""))
                .withMessage("id = 0 characters, must be 1 to 256 characters");
    }

    @Test
    void anIdConsistsOfWholeCharacters() {
        DecisionMaker maker = softmax();
        maker.decide("\ud83d\ude00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.decide("a\ud83d"))
                .withMessage("id = half of a surrogate pair, U+D83D, as character 2, must be text of whole characters");
        assertThatIllegalArgumentException().isThrownBy(() -> maker.reward("\ude00\ud83d", 1));
        assertThat(maker.state().counts().unknown()).isZero();
    }

    @Test
    void aRememberedDecisionForAnActionThatIsNotAllowedIsRefused() {
        DecisionMaker maker = softmax();
        BitSet first = BitSet.valueOf(new long[] {0b001});
        Decision decision = maker.decide("a", first);
        State before = maker.state();
        String remembered =
                "id = a, must be that of a new decision: it is remembered as a decision for action 0, which ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.decide("a", BitSet.valueOf(new long[] {0b100})))
                .withMessage(remembered + "is not among those allowed now, {2}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.decide("a", new double[] {Double.NEGATIVE_INFINITY, 0, 0}, null))
                .withMessage(remembered + "is not among those allowed now, {1, 2}");
        assertThat(maker.decide("a", BitSet.valueOf(new long[] {0b101}))).isEqualTo(decision);
        assertThat(maker.decide("a", new double[] {0, 1, 1}, null)).isEqualTo(decision);
        assertThat(maker.state()).isEqualTo(before);
        maker.setOpen(0, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.decide("a"))
                .withMessage(remembered + "has been closed since");
        assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.LEARNED);
        maker.setOpen(0, true);
        assertThat(maker.decide("a")).isEqualTo(decision);
    }

    @Test
    void aDecisionForOneActionMayBeRewardedByNameOfThatAction() {
        DecisionMaker maker = new DecisionMaker(new Settings(new Softmax(1), 3, Seed.of(1)));
        int action = maker.decide("a").action();
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> maker.reward("a", (action + 1) % 3, 1))
                .withMessageContaining("must be the one that the decision took, " + action);
        assertThat(maker.reward("a", action, 1)).isEqualTo(RewardOutcome.LEARNED);
    }
}
