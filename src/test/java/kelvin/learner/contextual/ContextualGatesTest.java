package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import kelvin.contract.Slate;
import kelvin.learner.BanditTask;
import kelvin.learner.Players;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.BernoulliLogistic;
import kelvin.learner.slate.SlateLearner;
import kelvin.learner.slate.SlateLearnerContract;
import kelvin.learner.slate.SlateSpec;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.LinearScorer;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ContextualGatesTest implements SlateLearnerContract {
    @Override
    public SlateSpec spec() {
        return gates(0.3, Baseline.EXCLUDING);
    }

    private static ContextualGates gates(double stepSize, Baseline baseline) {
        return new ContextualGates(new LinearScorer(Layout.DISJOINT), stepSize, baseline);
    }

    private static SlateLearner player(ContextualGates spec, int features) {
        return spec.create(new BanditTask(3, 1000, new Features(features, 0)), Players.random(1));
    }

    private static double[] inclusion(SlateLearner player, long step) {
        double[] out = new double[3];
        player.inclusion(step, out);
        return out;
    }

    /** With one feature that is always 1 it is the learner that sees nothing. */
    @Test
    void whereNothingIsSeenItIsTheBernoulliLogisticUnit() {
        for (Baseline baseline : Baseline.values()) {
            SlateLearner player = player(gates(0.2, baseline), 1);
            SlateLearner blind =
                    new BernoulliLogistic(0.2, baseline).create(new BanditTask(3, 1000), Players.random(2));
            UniformRandomProvider random = Players.random(3);
            for (int step = 1; step <= 200; step++) {
                player.see(step, Context.of(3, 1));
                assertThat(inclusion(player, step)).containsExactly(inclusion(blind, step), within(1e-12));
                Slate slate = new Slate(3);
                player.select(step, slate);
                slate.pay(random.nextDouble() + (slate.contains(1) ? 1 : 0));
                player.observe(step, slate);
                blind.observe(step, slate);
            }
        }
    }

    @Test
    void eachGateLearnsWhenToOpen() {
        SlateLearner player = player(gates(0.5, Baseline.EXCLUDING), 3);
        UniformRandomProvider random = Players.random(4);
        for (int step = 1; step <= 5000; step++) {
            double x = random.nextDouble() < 0.5 ? -1 : 1;
            double y = random.nextDouble() < 0.5 ? -1 : 1;
            player.see(step, Context.of(3, 1, x, y));
            Slate slate = new Slate(3);
            player.select(step, slate);
            slate.pay((slate.contains(0) ? x : 0) + (slate.contains(1) ? -y : 0) - (slate.contains(2) ? 1 : 0));
            player.observe(step, slate);
        }
        player.see(5001, Context.of(3, 1, 1, 1));
        double[] both = inclusion(player, 5001);
        assertThat(both[0]).isGreaterThan(0.9);
        assertThat(both[1]).isLessThan(0.1);
        assertThat(both[2]).isLessThan(0.1);
    }

    /** By the gradient at its decision, whatever was learnt, closed or seen since; once. */
    @Test
    void aLatePayoffAnswersItsDecision() {
        SlateLearner late = player(gates(0.5, Baseline.NONE), 2);
        late.see(1, Context.of(3, 1, 0));
        Slate first = new Slate(3);
        late.select(1, first);
        first.pay(2);
        late.see(2, Context.of(3, 0, 1));
        Slate second = new Slate(3);
        late.select(2, second);
        second.pay(3);
        late.observe(2, second);
        late.open(BitSet.valueOf(new long[] {0b001}));
        late.observe(1, first);
        late.observe(1, first);
        late.open(BitSet.valueOf(new long[] {0b111}));
        SlateLearner prompt = player(gates(0.5, Baseline.NONE), 2);
        prompt.see(1, Context.of(3, 1, 0));
        prompt.observe(1, first);
        late.see(3, Context.of(3, 1, 0));
        prompt.see(2, Context.of(3, 1, 0));
        assertThat(inclusion(late, 3)).containsExactly(inclusion(prompt, 2), within(1e-15));
    }

    /** A payoff of any slate moves the weights by the gates' own probabilities, at once. */
    @Test
    void aPayoffOfASlateChosenElsewhereMovesTheWeightsToo() {
        SlateLearner player = player(gates(0.5, Baseline.NONE), 1);
        Slate slate = new Slate(3);
        slate.add(1);
        slate.pay(1);
        player.see(1, Context.of(3, 1));
        player.observe(1, slate);
        player.see(2, Context.of(3, 1));
        double shut = 1 / (1 + Math.exp(0.25));
        double open = 1 / (1 + Math.exp(-0.25));
        assertThat(inclusion(player, 2)).containsExactly(new double[] {shut, open, shut}, within(1e-15));
        player.observe(2, slate);
        double lower = 1 / (1 + Math.exp(0.25 + 0.5 * shut));
        assertThat(inclusion(player, 2)[0]).isCloseTo(lower, within(1e-15));
    }

    @Test
    void coefficientsAreThoseOfTheScorer() {
        SlateLearner player = player(gates(0.5, Baseline.NONE), 1);
        Slate slate = new Slate(3);
        slate.add(1);
        slate.pay(1);
        player.see(1, Context.of(3, 1));
        player.observe(1, slate);
        double[] out = new double[1];
        assertThat(player.coefficients(1, out)).isTrue();
        assertThat(out).containsExactly(0.25);
        assertThat(gates(0.5, Baseline.NONE).closableArms()).isTrue();
    }

    @Test
    void aStepSizeOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gates(0, Baseline.NONE))
                .withMessage("stepSize = 0.0, must be finite and > 0");
    }
}
