package kelvin.learner.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kelvin.json.JsonState;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.LongRun;
import kelvin.learner.Players;
import kelvin.learner.ValueLearner;
import kelvin.learner.adversarial.Exp3;
import kelvin.learner.adversarial.Hedge;
import kelvin.learner.index.Ucb1;
import kelvin.learner.slate.CombUcb1;
import kelvin.policy.Uniform;
import kelvin.schedule.InverseCount;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class CorralTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Corral(List.of(new Exp3(0.2), new Ucb1()), 0.1));
    }

    /** The weights solve 1/p[i] = 1/q[i] + η·(ℓ[i] − λ) for one λ, and sum to 1. */
    @Test
    void trustFollowsMirrorDescent() {
        CorralWeights trust = new CorralWeights(3, 0.2, Long.MAX_VALUE);
        trust.learn(1, 2.5);
        double[] p = trust.probabilities;
        double lambda = (3 - 1 / p[0]) / 0.2;
        assertThat(1 / p[1]).isCloseTo(3 + 0.2 * (2.5 - lambda), within(1e-12));
        assertThat(p[0]).isEqualTo(p[2]).isGreaterThan(p[1]);
        assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-14));
    }

    /** Always plays one action, so that the probabilities of Corral's choices are its trust. */
    private record Always(int action) implements LearnerSpec {
        @Override
        public Learner create(BanditTask problem, UniformRandomProvider random) {
            return new Learner() {
                @Override
                public int select(long step) {
                    return action;
                }

                @Override
                public boolean probabilities(long step, double[] out) {
                    Arrays.fill(out, 0);
                    out[action] = 1;
                    return true;
                }

                @Override
                public void observe(long step, int chosen, double reward) {}
            };
        }
    }

    /** The loss of the one that chose is divided by the probability of choosing it: 1/p moves by η·(1 − r)/p more than the other's. */
    @Test
    void lossesAreWeighedByTheProbabilityOfTheChoice() {
        double rate = 0.1;
        Learner corral = new Corral(List.of(new Always(0), new Always(1)), rate)
                .create(new BanditTask(2, 1L << 60), Players.random(3));
        double[] before = new double[2];
        double[] after = new double[2];
        for (int step = 1; step <= 20; step++) {
            corral.probabilities(step, before);
            int chosen = corral.select(step);
            corral.observe(step, chosen, 0.25 + 0.5 * chosen);
            corral.probabilities(step + 1, after);
            double loss = (0.75 - 0.5 * chosen) / before[chosen];
            double moved = 1 / after[chosen] - 1 / before[chosen];
            double other = 1 / after[1 - chosen] - 1 / before[1 - chosen];
            assertThat(moved - other).isCloseTo(rate * loss, within(1e-9));
        }
        assertThat(before[1]).isGreaterThan(0.6);
    }

    /** 1/p mixes in 1/T: a learner never trusted less than 1/(T·M) is chosen now and then. */
    @Test
    void everyLearnerKeepsItsShareOfOneOverTheHorizon() {
        CorralWeights trust = new CorralWeights(2, 5, 10);
        for (int i = 0; i < 200; i++) {
            trust.learn(0, 1 / trust.probabilities[0]);
        }
        assertThat(trust.probabilities[0]).isBetween(0.05, 0.06);
        assertThat(trust.probabilities[0] + trust.probabilities[1]).isCloseTo(1, within(1e-14));
    }

    /** With T = 20 and M = 2 the rate grows by e^(1/ln 20) once 1/p exceeds 2M = 4, and the next limit is 2/p. */
    @Test
    void theRateGrowsWhenALearnerFallsBelowItsLimit() {
        CorralWeights trust = new CorralWeights(2, 0.5, 20);
        while (1 / trust.probabilities[0] <= 4) {
            assertThat(JsonState.save(trust).get("rates")).isEqualTo(List.of(0.5, 0.5));
            trust.learn(0, 1 / trust.probabilities[0]);
        }
        double grown = 0.5 * Math.exp(1 / Math.log(20));
        List<?> rates = (List<?>) Objects.requireNonNull(JsonState.save(trust).get("rates"));
        assertThat((double) rates.get(0)).isCloseTo(grown, within(1e-12));
        assertThat(rates.get(1)).isEqualTo(0.5);
        List<?> limits = (List<?>) Objects.requireNonNull(JsonState.save(trust).get("limits"));
        assertThat((double) limits.get(0)).isCloseTo(2 / trust.probabilities[0], within(1e-12));
        assertThat(limits.get(1)).isEqualTo(4.0);
    }

    @Test
    void itComesToTrustTheLearnerThatLearns() {
        LearnerSpec corral =
                new Corral(List.of(new ValueLearner(new Uniform(), 0, new InverseCount(1), false), new Ucb1()), 0.1);
        assertThat(LongRun.optimalBeforeAndAfterASwap(corral, 20_000)[0]).isGreaterThan(0.9);
    }

    @Test
    void aSingleLearnerIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Corral(List.of(new Ucb1()), 0.1))
                .withMessage("learners = [Ucb1[]], must be at least two learners");
    }

    @Test
    void learnersThatWantMoreThanTheirRewardAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Corral(List.of(new Ucb1(), new Hedge(1)), 0.1))
                .withMessage("learners = Hedge[scale=1.0], must be ones that choose one action at a step and need no"
                        + " rewards of others");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Corral(List.of(new Ucb1(), new CombUcb1(1, 1.5)), 0.1))
                .withMessageStartingWith("learners = CombUcb1[");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Corral(List.of(new Ucb1(), new Ucb1()), 0))
                .withMessage("learningRate = 0.0, must be finite and > 0");
    }

    @Test
    void actionsMayCloseIfNoLearnerNeedsThemAll() {
        assertThat(new Corral(List.of(new Exp3(0.2), new Ucb1()), 0.1).closableArms())
                .isTrue();
        assertThat(new Corral(List.of(new Ucb1(), new Always(1)), 0.1).closableArms())
                .isFalse();
    }
}
