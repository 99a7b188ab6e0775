package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.GradientBandit;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.LinearScorer;
import kelvin.policy.DifferentiablePolicy;
import kelvin.policy.Greedy;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextualGradientTest implements LearnerContract {
    private static final Features FEATURES = new Features(2, 1);

    private static ContextualGradient learner(DifferentiablePolicy policy, Baseline baseline) {
        return new ContextualGradient(new LinearScorer(Layout.DISJOINT), policy, 0.4, baseline);
    }

    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(
                learner(new Softmax(1), Baseline.EXCLUDING),
                learner(new SigmoidGate(0.2, 0.5), Baseline.NONE),
                new ContextualGradient(new LinearScorer(Layout.HYBRID), new Softmax(0.5), 0.2, Baseline.INCLUDING));
    }

    private static Context context(double a, double b, double... own) {
        Context context = new Context(own.length, FEATURES);
        context.set(0, a);
        context.set(1, b);
        for (int i = 0; i < own.length; i++) {
            context.set(context.place(i), own[i]);
        }
        return context;
    }

    private static Learner player(ContextualGradient spec) {
        return player(spec, 1);
    }

    private static Learner player(ContextualGradient spec, long seed) {
        return spec.create(new BanditTask(3, 100, FEATURES), Players.random(seed));
    }

    private static double[] probabilities(Learner player, long step) {
        double[] p = new double[3];
        assertThat(player.probabilities(step, p)).isTrue();
        return p;
    }

    /** With one feature that is always 1 it is the gradient bandit. */
    @Test
    void whereNothingIsSeenItIsTheGradientBandit() {
        for (Baseline baseline : Baseline.values()) {
            Learner blind = new GradientBandit(0.4, baseline).create(new BanditTask(4, 100), Players.random(2));
            Learner player = learner(new Softmax(1), baseline)
                    .create(new BanditTask(4, 100, new Features(1, 0)), Players.random(3));
            UniformRandomProvider random = Players.random(4);
            double[] expected = new double[4];
            double[] p = new double[4];
            for (int step = 1; step <= 200; step++) {
                player.see(step, Context.of(4, 1));
                int action = player.select(step);
                double reward = random.nextDouble() + action;
                player.observe(step, action, reward);
                blind.observe(step, action, reward);
                player.see(step + 1, Context.of(4, 1));
                player.probabilities(step + 1, p);
                blind.probabilities(step + 1, expected);
                assertThat(p).containsExactly(expected, within(1e-10));
            }
        }
    }

    /** With a linear scorer softmax at τ with step size α is softmax at 1 with step size α/τ². */
    @Test
    void aTemperatureIsAStepSize() {
        LinearScorer linear = new LinearScorer(Layout.HYBRID);
        Learner cold = player(new ContextualGradient(linear, new Softmax(0.25), 0.1, Baseline.EXCLUDING));
        Learner usual = player(new ContextualGradient(linear, new Softmax(1), 1.6, Baseline.EXCLUDING));
        UniformRandomProvider random = Players.random(5);
        for (int step = 1; step <= 50; step++) {
            Context context = context(random.nextDouble(-1, 1), 1, random.nextDouble(), random.nextDouble(), -1);
            cold.see(step, context);
            usual.see(step, context);
            assertThat(probabilities(cold, step)).containsExactly(probabilities(usual, step), within(1e-10));
            int action = random.nextInt(3);
            double reward = random.nextDouble();
            cold.observe(step, action, reward);
            usual.observe(step, action, reward);
        }
    }

    /** Over all actions, the step expected is the gradient of the expected reward, by central differences in the weights. */
    @Test
    void inExpectationItFollowsTheGradientOfTheReward() {
        for (DifferentiablePolicy policy : new DifferentiablePolicy[] {new Softmax(0.7), new SigmoidGate(0.1, 0.6)}) {
            Context context = context(0.5, -1, 2, 1, -1);
            double[] rewards = {1, -0.5, 2};
            double[] step = new double[3];
            double[] start = new double[3];
            double[] p = policy.probabilities(start);
            for (int action = 0; action < 3; action++) {
                double[] after = scoresAfter(policy, context, action, rewards[action]);
                for (int a = 0; a < 3; a++) {
                    step[a] += p[action] * after[a];
                }
            }
            for (int a = 0; a < 3; a++) {
                double[] up = start.clone();
                double[] down = start.clone();
                up[a] += 1e-5;
                down[a] -= 1e-5;
                double slope = (expected(policy, up, rewards) - expected(policy, down, rewards)) / 2e-5;
                double norm = 0.25 + 1 + Math.pow(context.numbers()[2 + a], 2);
                assertThat(step[a]).isCloseTo(0.4 * norm * slope, within(1e-8));
            }
        }
    }

    private static double expected(DifferentiablePolicy policy, double[] scores, double[] rewards) {
        double[] p = policy.probabilities(scores);
        return p[0] * rewards[0] + p[1] * rewards[1] + p[2] * rewards[2];
    }

    /** The scores after one lesson of a player without any, found from the log-odds of a softmax. */
    private static double[] scoresAfter(DifferentiablePolicy policy, Context context, int action, double reward) {
        double[] gradient = new double[3];
        policy.logGradient(new double[3], action, gradient);
        Learner player = player(learner(policy, Baseline.NONE));
        player.see(1, context);
        player.observe(1, action, reward);
        player.see(2, context);
        double[] p = probabilities(player, 2);
        double[] scores = new double[3];
        for (int a = 0; a < 3; a++) {
            double norm = 0.25 + 1 + Math.pow(context.numbers()[2 + a], 2);
            scores[a] = 0.4 * norm * reward * gradient[a];
        }
        assertThat(p).containsExactly(policy.probabilities(scores), within(1e-12));
        return scores;
    }

    /** By the gradient at its decision, whatever was learnt, closed or seen since. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aLateRewardAnswersItsDecision(long seed) {
        Context first = context(1, 0, 1, 2, 3);
        Context second = context(0, 1, 0, 0, 0);
        Learner late = player(learner(new Softmax(1), Baseline.NONE), seed);
        late.see(1, first);
        int action = late.select(1);
        late.see(2, second);
        late.observe(2, late.select(2), 5);
        BitSet others = BitSet.valueOf(new long[] {0b111 & ~(1 << action)});
        late.open(others);
        late.observe(1, action, 1);
        late.observe(1, action, 100);
        late.open(BitSet.valueOf(new long[] {0b111}));
        Learner prompt = player(learner(new Softmax(1), Baseline.NONE));
        prompt.see(1, first);
        prompt.observe(1, action, 1);
        late.see(3, context(1, 0, 1, 2, 3));
        prompt.see(2, context(1, 0, 1, 2, 3));
        assertThat(probabilities(late, 3)).containsExactly(probabilities(prompt, 2), within(1e-12));
    }

    @Test
    void aPropensityStaysWhatItWasAtTheDecision() {
        Learner player = player(learner(new Softmax(1), Baseline.NONE));
        Context context = context(1, 1, 1, 2, 3);
        player.see(1, context);
        player.select(1);
        player.see(2, context);
        double[] before = probabilities(player, 2);
        player.select(2);
        player.observe(1, 0, 3);
        assertThat(probabilities(player, 2)).isEqualTo(before);
        player.see(3, context);
        assertThat(probabilities(player, 3)).isNotEqualTo(before);
    }

    /** The player of another may have chosen it: the gradient is then that of the player's own scores. */
    @Test
    void aRewardOfAnActionChosenElsewhereMovesTheWeightsToo() {
        Learner player = player(learner(new Softmax(1), Baseline.NONE));
        Context context = context(1, 0, 0, 0, 0);
        player.see(1, context);
        player.observe(1, 0, 1);
        player.see(2, context);
        double[] before = probabilities(player, 2);
        player.observe(2, 1, 1);
        double[] scores = {0.4 * 2 / 3, -0.4 / 3, -0.4 / 3};
        for (int a = 0; a < 3; a++) {
            scores[a] += 0.4 * ((a == 1 ? 1 : 0) - before[a]);
        }
        assertThat(probabilities(player, 2)).containsExactly(new Softmax(1).probabilities(scores), within(1e-12));
    }

    /** A reward that comes between the context and the decision counts for it. */
    @Test
    void aDecisionGoesByAllThatWasLearntBefore() {
        Learner player = player(learner(new Softmax(1), Baseline.NONE));
        player.see(1, context(1, 0, 0, 0, 0));
        int action = player.select(1);
        player.see(2, context(1, 0, 0, 0, 0));
        assertThat(probabilities(player, 2)[action]).isCloseTo(1 / 3.0, within(1e-15));
        player.observe(1, action, 1);
        assertThat(probabilities(player, 2)[action]).isGreaterThan(0.4);
    }

    @Test
    void coefficientsAreThoseOfTheScorer() {
        Learner player = player(learner(new Softmax(1), Baseline.NONE));
        double[] out = new double[3];
        player.see(1, context(1, 0, 3, 0, 0));
        player.observe(1, 0, 1);
        assertThat(player.coefficients(0, out)).isTrue();
        assertThat(out).containsExactly(new double[] {0.4 * 2 / 3, 0, 3 * 0.4 * 2 / 3}, within(1e-15));
        assertThat(learner(new Softmax(1), Baseline.NONE).closableArms()).isTrue();
    }

    @Test
    void itLearnsWhatTheContextTells() {
        Learner player = player(
                new ContextualGradient(new LinearScorer(Layout.DISJOINT), new Softmax(1), 0.5, Baseline.EXCLUDING));
        UniformRandomProvider random = Players.random(5);
        int right = 0;
        for (int step = 1; step <= 3000; step++) {
            double x = random.nextDouble() - 0.5;
            player.see(step, context(1, 4 * x, 0, 0, 0));
            int action = player.select(step);
            boolean hit = action == (x > 0 ? 2 : 0);
            player.observe(step, action, hit ? 1 : 0);
            right += step > 2000 && hit ? 1 : 0;
        }
        assertThat(right).isGreaterThan(900);
    }

    @Test
    void aPolicyWithoutDerivativesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ContextualGradient(new LinearScorer(Layout.DISJOINT), new Greedy(), 0.1, Baseline.NONE))
                .withMessage("policy = Greedy[], must be one with exact derivatives, such as Softmax or SigmoidGate");
    }

    @Test
    void aStepSizeOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ContextualGradient(new LinearScorer(Layout.DISJOINT), new Softmax(1), 0, Baseline.NONE))
                .withMessage("stepSize = 0.0, must be finite and > 0");
    }

    @Test
    void preferencesBeyondTheDoublesAreRefused() {
        Learner player =
                player(new ContextualGradient(new LinearScorer(Layout.DISJOINT), new Softmax(1), 1e300, Baseline.NONE));
        player.see(1, context(1e150, 0, 0, 0, 0));
        player.observe(1, 0, 1e10);
        player.see(2, context(1, 1, 0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player.select(2))
                .withMessageContaining("must be finite or -Infinity");
    }
}
