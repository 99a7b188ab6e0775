package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Rewards;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.policy.Greedy;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Regressions on logged rewards. */
class LogRegressionTest {
    private static final SmallRidge RIDGE = new SmallRidge(1e-6);

    /** A ridge regression that sees nothing but the constant. */
    private record Blind() implements ModelSpec {
        @Override
        public Model create(int actions, Features features, Seed seed) {
            return RIDGE.create(actions, features, seed);
        }
    }

    /** A model of rewards in [0, 1]. */
    private record Shares() implements ModelSpec {
        @Override
        public Model create(int actions, Features features, Seed seed) {
            return RIDGE.create(actions, features, seed);
        }

        @Override
        public Rewards rewards() {
            return Rewards.UNIT_INTERVAL;
        }
    }

    /** The constant alone: what a model sees that is too small for its log. */
    private static LoggedDecisions blind(LoggedDecisions log) {
        LoggedDecisions blind = new LoggedDecisions();
        blind.addAll(log);
        blind.setContexts(new LogContexts() {
            @Override
            public Features features() {
                return new Features(1, 0);
            }

            @Override
            public void read(int decision, Context out) {
                out.set(0, 1);
            }
        });
        return blind;
    }

    private static double[] values(Model model, double... numbers) {
        double[] values = new double[model.actions()];
        model.values(Context.of(model.actions(), numbers), values);
        return values;
    }

    /** Both actions pay ½ on average, but where they were logged they pay 0.65: only weights tell. */
    @Test
    void weightsCorrectForTheChoicesOfTheLog() {
        LoggedDecisions log = blind(ContextLogs.log(40_000, 1));
        assertThat(values(new LogRegression(new Blind(), Weighting.NONE, Seed.of(1)).fit(log, 2), 1))
                .containsExactly(new double[] {0.65, 0.65}, within(0.02));
        for (Weighting weighting : List.of(Weighting.IPS, Weighting.DR)) {
            assertThat(values(new LogRegression(new Blind(), weighting, Seed.of(1)).fit(log, 2), 1))
                    .containsExactly(new double[] {0.5, 0.5}, within(0.02));
        }
    }

    @ParameterizedTest
    @EnumSource(Weighting.class)
    void aModelThatIsRightIsFoundWithAnyWeights(Weighting weighting) {
        Model model = new LogRegression(RIDGE, weighting, Seed.of(1)).fit(ContextLogs.log(40_000, 1), 2);
        assertThat(values(model, 1, 0.6)[1]).isCloseTo(0.8, within(0.03));
        assertThat(values(model, 1, 0.6)[0]).isCloseTo(0.2, within(0.03));
    }

    /**
     * Rewards 1, 4, 2, 3 of actions 0, 1, 0, 1 at propensities ½, ¼, ¼, ½: the even decisions are completed from the odd ones, which
     * know 4 and 3 of action 1 and nothing of action 0, and the odd ones from the even ones.
     */
    @Test
    void rewardsAreCompletedByHand() {
        LoggedDecisions log = new LoggedDecisions();
        log.add(new LoggedDecision(0, 1, 0.5, null));
        log.add(new LoggedDecision(1, 4, 0.25, null));
        log.add(new LoggedDecision(0, 2, 0.25, null));
        log.add(new LoggedDecision(1, 3, 0.5, BitSet.valueOf(new long[] {0b10})));
        LoggedDecisions seen = blind(log);
        Model fitted = new LogRegression(new SmallRidge(1), Weighting.DR, Seed.of(1)).fit(seen, 2);
        double first = 3 / 3.0; // action 0 from the even decisions: (1 + 2)/(2 + 1)
        double second = 7 / 3.0; // action 1 from the odd ones: (4 + 3)/(2 + 1)
        assertThat(values(fitted, 1)[0]).isCloseTo((1 / 0.5 + first + 2 / 0.25) / 4, within(1e-14));
        assertThat(values(fitted, 1)[1]).isCloseTo((second + 4 / 0.25 + second + 3 / 0.5) / 5, within(1e-14));
    }

    /** Weights of 2, 4 and 2 have the mean 8/3; without the division the regularisation would count for less. */
    @Test
    void weightsAreDividedByTheirMean() {
        LoggedDecisions log = new LoggedDecisions();
        log.add(new LoggedDecision(0, 1, 0.5, null));
        log.add(new LoggedDecision(0, 4, 0.25, null));
        log.add(new LoggedDecision(0, 2, 0.5, null));
        Model fitted = new LogRegression(new SmallRidge(1), Weighting.IPS, Seed.of(1)).fit(blind(log), 1);
        assertThat(values(fitted, 1)[0]).isCloseTo((2 + 16 + 4) * 3 / 8.0 / 4, within(1e-14));
    }

    /** Rewards are coins whatever the action; a target that has seen them seems to do better than ½, a held-out one does not. */
    @ParameterizedTest
    @EnumSource(Weighting.class)
    void aHeldOutTargetHasNotSeenTheRewardsThatJudgeIt(Weighting weighting) {
        LoggedDecisions log = new LoggedDecisions();
        IntStream.range(0, 400)
                .forEach(
                        i -> log.add(new LoggedDecision(i % 40, Integer.bitCount(i * 0x9e3779b9) & 1, 1 / 40.0, null)));
        LoggedDecisions seen = blind(log);
        LogRegression regression = new LogRegression(new SmallRidge(1), weighting, Seed.of(1));
        Target seenBefore = Target.of(new Greedy(), regression.fit(seen, 40), seen.contexts());
        assertThat(Evaluation.of(seen, 40, seenBefore, Seed.of(1)).estimate(new SelfNormalisedIps()))
                .isGreaterThan(0.75);
        Target heldOut = regression.heldOut(new Greedy(), seen, 40);
        assertThat(heldOut.learned()).isTrue();
        double[] p = new double[40];
        double[] again = new double[40];
        heldOut.probabilities(6, seen.get(6), p);
        seen.replaceAll(each -> each); // the same log
        seen.set(8, new LoggedDecision(8, 1e6, 1 / 40.0, null));
        regression.heldOut(new Greedy(), seen, 40).probabilities(6, seen.get(6), again);
        assertThat(again).isEqualTo(p); // decision 8 is of the same half
        seen.set(9, new LoggedDecision(9, 1e6, 1 / 40.0, null));
        regression.heldOut(new Greedy(), seen, 40).probabilities(6, seen.get(6), again);
        assertThat(again[9]).isEqualTo(1);
    }

    @Test
    void rewardsThatTheModelDoesNotTakeAreRefused() {
        LoggedDecisions log = new LoggedDecisions();
        log.add(new LoggedDecision(0, 1.5, 0.5, null));
        assertThatThrownBy(() -> new LogRegression(new Shares(), Weighting.NONE, Seed.of(1)).fit(log, 1))
                .hasMessage("reward = 1.5, must be of the kind of the model: rewards in [0, 1]");
        assertThatThrownBy(() -> new LogRegression(new Shares(), Weighting.DR, Seed.of(1)))
                .hasMessageStartingWith("weights = DR, must be NONE or IPS for a model of rewards in [0, 1]");
    }
}
