package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kelvin.decision.Decision.Group;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Floor;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class ControlGroupTest {
    private static final Settings RULES = new Settings(new Softmax(0.2), 3, Seed.of(4));

    @Test
    void aShareOfTheIdsIsDecidedByTheOtherPolicyWithItsPropensity() {
        DecisionMaker maker = new DecisionMaker(RULES.control(new Greedy(), 0.25));
        maker.reward(maker.decide("first").id(), 1);
        double[] softmax = maker.probabilities();
        double[] greedy = new Greedy().probabilities(values(maker));
        int controlled = 0;
        for (int i = 0; i < 4000; i++) {
            Decision decision = maker.decide("visit " + i);
            boolean control = decision.group() == Group.CONTROL;
            controlled += control ? 1 : 0;
            assertThat(decision.propensity()).isEqualTo((control ? greedy : softmax)[decision.action()]);
        }
        assertThat(controlled / 4000.0).isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / 4000)));
    }

    private static double[] values(DecisionMaker maker) {
        return maker.state().arms().stream().mapToDouble(ActionEstimate::value).toArray();
    }

    /** Else the groups would take different actions by assignment, not by policy. */
    @Test
    void theAssignmentIsIndependentOfTheDraw() {
        DecisionMaker maker = new DecisionMaker(RULES.control(new Uniform(), 0.5));
        int[][] counts = new int[2][3];
        for (int i = 0; i < 6000; i++) {
            Decision decision = maker.decide("visit " + i);
            counts[decision.group() == Group.CONTROL ? 1 : 0][decision.action()]++;
        }
        for (int action = 0; action < 3; action++) {
            assertThat(counts[0][action]).isBetween(880, 1120);
            assertThat(counts[1][action]).isBetween(880, 1120);
        }
    }

    @Test
    void aLargerShareKeepsTheIdsOfASmallerOne() {
        DecisionMaker small = new DecisionMaker(RULES.control(new Greedy(), 0.1));
        DecisionMaker large = new DecisionMaker(RULES.control(new Greedy(), 0.3));
        List<String> ids = IntStream.range(0, 500).mapToObj(i -> "id " + i).toList();
        List<String> few = ids.stream()
                .filter(id -> small.decide(id).group() == Group.CONTROL)
                .toList();
        assertThat(few).hasSizeBetween(25, 80);
        assertThat(few).allMatch(id -> large.decide(id).group() == Group.CONTROL);
    }

    @Test
    void withoutAControlGroupNothingChanges() {
        Decision decision = new DecisionMaker(RULES, new HandClock()).decide("a");
        assertThat(decision.group()).isEqualTo(Group.TREATMENT);
        Decision same = new DecisionMaker(RULES.control(new Greedy(), 1e-9), new HandClock()).decide("a");
        assertThat(same).isEqualTo(decision);
    }

    @Test
    void bothGroupsTeachTheEstimates() {
        DecisionMaker maker = new DecisionMaker(RULES.control(new EpsilonGreedy(0.3), 0.25));
        for (int i = 0; i < 100; i++) {
            maker.reward(maker.decide("id " + i).id(), 1);
        }
        assertThat(maker.state().arms().stream()
                        .mapToLong(ActionEstimate::count)
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void aControlPolicyThatCannotChooseIsRefusedAtTheStart() {
        Settings impossible = RULES.control(new Floor(new Softmax(1), 0.5), 0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecisionMaker(impossible))
                .withMessage("minimum = 0.5, must be at most 1/3, with 3 open actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.control(new Greedy(), 1))
                .withMessage("share = 1.0, must be in (0, 1)");
    }

    @Test
    void explorationIsCountedByGroup() {
        DecisionMaker maker = new DecisionMaker(RULES.control(new Greedy(), 0.5));
        Consumer<double[]> decide = new Consumer<>() {
            private int number;

            @Override
            public void accept(double[] scores) {
                maker.decide("id " + number++, scores, null);
            }
        };
        double[] scores = {0, 0.1, 0.2};
        for (int i = 0; i < 1000; i++) {
            decide.accept(scores);
        }
        Guards.Counts control = maker.guards().counts(Group.CONTROL);
        Guards.Counts treatment = maker.guards().counts(Group.TREATMENT);
        double[] p = new Softmax(0.2).probabilities(scores);
        double loss = p[0] * 0.2 + p[1] * 0.1;
        assertThat(control.decisions() + treatment.decisions()).isEqualTo(1000);
        assertThat(control.exploring()).isZero();
        assertThat(control.expectedLoss()).isZero();
        assertThat(treatment.expectedLoss()).isCloseTo(treatment.decisions() * loss, within(1e-9));
        assertThat((double) treatment.exploring() / treatment.decisions()).isCloseTo(1 - p[2], within(0.09));
        maker.guards().stop(0);
        decide.accept(scores);
        assertThat(maker.guards().counts(Group.STOPPED)).isEqualTo(new Guards.Counts(1, 1, 0.2));
        maker.guards().shadow(Request.of("beside"), 1);
        assertThat(maker.guards().counts(Group.STOPPED).decisions()).isEqualTo(1);
    }
}
