package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import kelvin.contract.Rewards;
import kelvin.contract.Slate;
import kelvin.learner.BanditTask;
import kelvin.learner.Players;
import kelvin.learner.slate.SlateLearner;
import kelvin.learner.slate.SlateLearnerContract;
import kelvin.learner.slate.SlateSpec;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Logistic;
import kelvin.model.Ridge;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.IndependentGates;
import org.junit.jupiter.api.Test;

class ContextualSubsetTest implements SlateLearnerContract {
    private static final Features ONE = new Features(1, 0);

    @Override
    public SlateSpec spec() {
        return new ContextualSubset(new Ridge(1), new IndependentGates(0.3, 0.2), new Mean());
    }

    private static SlateLearner player(ContextualSubset spec, int actions, long seed) {
        return spec.create(new BanditTask(actions, 100, ONE), Players.random(seed));
    }

    private static Slate slate(int... actions) {
        Slate slate = new Slate(3);
        for (int action : actions) {
            slate.add(action);
        }
        return slate;
    }

    private static double[] values(SlateLearner player, long step) {
        double[] values = new double[3];
        assertThat(player.values(step, values)).isTrue();
        return values;
    }

    /** A late answer teaches the context of its own decision, once; rewards that were not seen teach nothing. */
    @Test
    void everyRewardThatWasSeenTeachesTheContextOfItsDecision() {
        SlateLearner player = player(new ContextualSubset(new Averages(), new ExactlyM(2, 1), new Mean()), 3, 1);
        player.see(1, Context.of(3, 2));
        player.select(1, new Slate(3));
        player.see(2, Context.of(3, 100));
        Slate slate = slate(2, 0, 1);
        slate.see(1);
        slate.see(-3);
        slate.pay(-2);
        player.observe(1, slate);
        player.observe(1, slate);
        player.see(3, Context.of(3, 1));
        assertThat(values(player, 3)).containsExactly(-6, 0, 2);
    }

    @Test
    void inclusionIsTheMeanOverTheViews() {
        FixedBeliefs model = new FixedBeliefs(List.of(new double[] {9, 0, 0}, new double[] {0, 9, 0}), new double[3]);
        ContextualSubset spec = new ContextualSubset(model, new ExactlyM(1, 0.1), new Averaged());
        double[] inclusion = new double[3];
        double[] shown = new double[3];
        for (int i = 0; i < 1000; i++) {
            SlateLearner player = player(spec, 3, i);
            player.see(1, Context.of(3, 1));
            Slate slate = new Slate(3);
            player.select(1, slate);
            shown[slate.action(0)]++;
            assertThat(player.inclusion(1, inclusion)).isTrue();
        }
        assertThat(inclusion).containsExactly(new double[] {0.5, 0.5, 0}, within(1e-15));
        assertThat(shown[0] / 1000).isCloseTo(0.5, within(0.07));
    }

    @Test
    void drawsHaveNoInclusionProbabilities() {
        SlateLearner player = player(new ContextualSubset(new Ridge(1), new ExactlyM(1, 1), new Sampled(1)), 3, 1);
        player.see(1, Context.of(3, 1));
        assertThat(player.inclusion(1, new double[3])).isFalse();
        assertThat(player.temperature(1)).isEqualTo(1);
    }

    @Test
    void inclusionStaysWhatItWasAtTheDecision() {
        SlateLearner player = player(new ContextualSubset(new Averages(), new ExactlyM(2, 1), new Mean()), 3, 1);
        player.see(1, Context.of(3, 2));
        player.select(1, new Slate(3));
        double[] before = new double[3];
        player.inclusion(1, before);
        Slate slate = slate(1);
        slate.see(5);
        slate.pay(5);
        player.observe(1, slate);
        player.open(BitSet.valueOf(new long[] {0b110}));
        double[] after = new double[3];
        player.inclusion(1, after);
        assertThat(after).isEqualTo(before);
    }

    /** A reward that comes between the context and the decision counts for it. */
    @Test
    void aDecisionGoesByAllThatWasLearntBefore() {
        SlateLearner player = player(new ContextualSubset(new Averages(), new ExactlyM(1, 1), new Mean()), 3, 1);
        player.see(1, Context.of(3, 1));
        player.select(1, new Slate(3));
        player.see(2, Context.of(3, 1));
        double[] before = new double[3];
        player.inclusion(2, before);
        Slate slate = slate(1);
        slate.see(5);
        player.observe(1, slate);
        double[] after = new double[3];
        player.inclusion(2, after);
        assertThat(after[1]).isGreaterThan(0.9).isGreaterThan(before[1]);
    }

    @Test
    void whatTheModelNeedsAndTellsIsPassedOn() {
        ContextualSubset logistic =
                new ContextualSubset(new Logistic(1, Layout.DISJOINT), new ExactlyM(1, 1), new Mean());
        assertThat(logistic.rewards()).isEqualTo(Rewards.UNIT_INTERVAL);
        assertThat(logistic.closableArms()).isTrue();
        SlateLearner player = player(new ContextualSubset(new Ridge(1), new ExactlyM(1, 1), new Mean()), 3, 1);
        player.see(1, Context.of(3, 2));
        Slate slate = slate(1);
        slate.see(5);
        player.observe(1, slate);
        double[] out = new double[1];
        assertThat(player.coefficients(1, out)).isTrue();
        assertThat(out[0]).isCloseTo(2, within(1e-12));
    }

    @Test
    void morePlacesThanActionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player(new ContextualSubset(new Ridge(1), new ExactlyM(4, 1), new Mean()), 3, 1));
    }

    @Test
    void aModelThatLacksWhatTheOutlookNeedsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContextualSubset(new Ridge(1), new ExactlyM(1, 1), new Averaged()))
                .withMessageEndingWith("must be one for Averaged[]; this one is not made of several");
    }
}
