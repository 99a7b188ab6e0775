package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.json.Json;
import kelvin.json.JsonState;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.numeric.GammaSampler;
import org.junit.jupiter.api.Test;

/** The values of players with a posterior are its means, and damaged posteriors are refused. */
class PosteriorValuesTest {
    private static Learner taught(LearnerSpec spec, double... rewards) {
        Learner player = spec.create(new BanditTask(2, 100), Players.random(1));
        for (int i = 0; i < rewards.length; i++) {
            player.observe(i + 1, 1, rewards[i]);
        }
        return player;
    }

    private static double[] values(LearnerSpec spec, double... rewards) {
        double[] values = new double[2];
        assertThat(taught(spec, rewards).values(9, values)).isTrue();
        return values;
    }

    @Test
    void aValueIsThePosteriorMean() {
        assertThat(values(new ThompsonBeta(2, 3), 1, 1, 0)).containsExactly(0.4, 0.5);
        assertThat(values(new ThompsonPoisson(3, 2), 4, 1)).containsExactly(1.5, 2);
        assertThat(values(new ThompsonDirichlet(List.of(0.0, 0.5, 3.5), 0.5), 0.5, 3.5))
                .containsExactly(new double[] {4 / 3.0, 0.5 * (1.5 * 0.5 + 1.5 * 3.5) / 1.75}, within(1e-15));
        assertThat(values(new ThompsonNormalGamma(1, 2, 1, 1), 4, 6)).containsExactly(1, (2 * 1 + 4 + 6) / 4.0);
        // weighs as much as (2/½)² = 16 rewards
        assertThat(values(new ThompsonGaussian(2, 1, 0.5), 4, 6))
                .containsExactly(new double[] {1, (16 * 1 + 4 + 6) / 18.0}, within(1e-15));
    }

    private static void refused(LearnerSpec spec, String from, String to, String message) {
        String state = Json.canonical(JsonState.save(taught(spec, 1)));
        assertThat(state).contains(from);
        Object damaged = Json.parse(state.replace(from, to));
        Learner fresh = spec.create(new BanditTask(2, 100), Players.random(1));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> JsonState.load("player", damaged, fresh))
                .withMessageStartingWith("player.belief." + message);
    }

    @Test
    void whatNoRewardsCouldHaveLedToIsRefused() {
        refused(new ThompsonBeta(2, 3), "\"a\":[2.0,3.0]", "\"a\":[1.0,3.0]", "a[0]: found 1.0, must be in [2.0, ");
        refused(new ThompsonBeta(2, 3), "\"b\":[3.0,3.0]", "\"b\":[3.0,2.0]", "b[1]: found 2.0, must be in [3.0, ");
        refused(new ThompsonPoisson(1, 1), "\"sums\":[0.0,1.0]", "\"sums\":[0.0,-1.0]", "sums[1]: found -1.0");
        refused(new ThompsonNormalGamma(0, 1, 1, 1), "\"rates\":[1.0,", "\"rates\":[0.0,", "rates[0]: found 0.0");
        refused(
                new ThompsonDirichlet(List.of(0.0, 1.0), 1),
                "[[1.0,1.0],[1.0,2.0]]",
                "[[1.0,1.0],[0.0,2.0]]",
                "counts[1]: found 0.0, must be finite and > 0");
    }

    private static double[] best(double[] a, double[] b, long open) {
        double[] p = new double[a.length];
        Arrays.fill(p, 7);
        BestBeta.probabilities(a, b, BitSet.valueOf(new long[] {open}), p);
        return p;
    }

    /** Whole numbers have a finite sum, others and more actions an integral; a third action that is hopeless changes nothing. */
    @Test
    void theProbabilityOfBeingTheBestIsTheSameByEachFormula() {
        double[][] cases = {{3, 2, 4, 9}, {1, 1, 1, 1}, {30, 5, 60, 14}, {300, 200, 290, 205}};
        for (double[] each : cases) {
            double[] a = {each[0], each[2], 1};
            double[] b = {each[1], each[3], 1e7};
            double[] whole = best(a, b, 0b011);
            double[] three = best(a, b, 0b111);
            double[] nearlyWhole = best(new double[] {a[0] * (1 + 1e-12), a[1], 1}, b, 0b011);
            assertThat(whole[0] + whole[1]).isCloseTo(1, within(1e-12));
            assertThat(three).containsExactly(whole, within(1e-5));
            assertThat(nearlyWhole).containsExactly(whole, within(1e-10));
        }
        assertThat(best(new double[] {600, 600}, new double[] {500, 500}, 0b11))
                .containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    }

    /** Of two draws from Beta(2, 1) one exceeds the uniform one with ∫ 2x·x dx = ⅔. */
    @Test
    void theProbabilityOfBeingTheBestByHand() {
        assertThat(best(new double[] {2, 1}, new double[] {1, 1}, 0b11))
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-15));
        assertThat(best(new double[] {2, 1, 1}, new double[] {1, 1, 1}, 0b111))
                .containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-12));
        assertThat(best(new double[] {2, 1, 1}, new double[] {1, 1, 1}, 0b110))
                .containsExactly(new double[] {0, 0.5, 0.5}, within(1e-12));
        assertThat(best(new double[] {2, 1, 1}, new double[] {1, 1, 1}, 0b010))
                .containsExactly(new double[] {0, 1, 0}, within(1e-15));
    }

    /** Draws what it was last paid; of its mean and of the best it says nothing. */
    private static final class Echo implements PosteriorSampling.Belief {
        private final double[] last = new double[2];
        private long now;

        @Override
        public void advance(long step) {
            now = step;
        }

        @Override
        public double draw(int action, GammaSampler gammas) {
            return now < 5 ? last[action] : -last[action];
        }

        @Override
        public void learn(long step, int action, double reward) {
            last[action] = reward;
        }
    }

    @Test
    void aBeliefOfOnesOwnNeedOnlyDrawAndLearn() {
        Learner player = new PosteriorSampling(new Echo(), 2, Players.random(1));
        player.observe(1, 1, 3);
        assertThat(player.select(2)).isEqualTo(1);
        assertThat(player.select(5)).isZero(); // it is told the step first
        double[] out = {7, 7};
        assertThat(player.values(6, out) || player.probabilities(6, out)).isFalse();
        assertThat(out).containsExactly(7, 7);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> JsonState.save(player))
                .withMessage("cannot be saved: does not say what its state is");
    }
}
