package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Ridge;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import org.junit.jupiter.api.Test;

class ContextualLearnerTest implements LearnerContract {
    private static final BanditTask TASK = new BanditTask(2, 100, new Features(1, 0));

    private static ContextualLearner learner(Outlook outlook) {
        return new ContextualLearner(new Averages(), new Softmax(0.5), outlook, false);
    }

    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(
                learner(new Draws(2, 3)),
                learner(new Mean()),
                new ContextualLearner(new Averages(), new Softmax(0.5), new Averaged(), true),
                learner(new Optimistic(1)),
                new ContextualLearner(new Averages(), new Uniform(), new Plausible(1), false),
                learner(new Averaged()),
                learner(new Sampled(1)));
    }

    private static Learner player(LearnerSpec spec) {
        return spec.create(TASK, Players.random(1));
    }

    private static double[] probabilities(Learner player, long step) {
        double[] p = new double[TASK.actions()];
        assertThat(player.probabilities(step, p)).isTrue();
        return p;
    }

    private static double[] values(Learner player, long step) {
        double[] values = new double[TASK.actions()];
        assertThat(player.values(step, values)).isTrue();
        return values;
    }

    @Test
    void theContextDecides() {
        Learner player = player(new ContextualLearner(new Averages(), new Softmax(1)));
        player.see(1, Context.of(2, 1));
        player.observe(1, 0, 1);
        player.see(2, Context.of(2, 2));
        assertThat(probabilities(player, 2)[0]).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
        player.see(3, Context.of(2, -2));
        assertThat(probabilities(player, 3)[1]).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
        assertThat(player.temperature(3)).isEqualTo(1);
    }

    @Test
    void aLateRewardAnswersTheContextOfItsDecisionOnce() {
        Learner player = player(learner(new Mean()));
        for (int step = 1; step <= 5; step++) {
            player.see(step, Context.of(2, step));
            player.select(step);
        }
        player.observe(3, 1, 1);
        player.observe(3, 1, 100);
        player.see(6, Context.of(2, 1));
        assertThat(values(player, 6)).containsExactly(0, 3);
    }

    /** The world shows every context in the same place. */
    @Test
    void contextsAreCopied() {
        Learner player = player(learner(new Mean()));
        Context shared = Context.of(2, 3);
        player.see(1, shared);
        shared.set(0, 5);
        player.observe(1, 0, 1);
        player.see(2, Context.of(2, 1));
        assertThat(values(player, 2)).containsExactly(3, 0);
    }

    /** It does so whatever is learnt or closed between a decision and the next context. */
    @Test
    void aPropensityStaysWhatItWasAtTheDecision() {
        for (Outlook outlook : new Outlook[] {new Mean(), new Draws(1, 4), new Averaged(), new Optimistic(1)}) {
            Learner player = player(learner(outlook));
            player.see(1, Context.of(2, 1));
            player.select(1);
            player.see(2, Context.of(2, 2));
            double[] before = probabilities(player, 2);
            player.select(2);
            player.observe(1, 0, 10);
            player.open(BitSet.valueOf(new long[] {1}));
            assertThat(probabilities(player, 2)).as("%s", outlook).isEqualTo(before);
            player.open(BitSet.valueOf(new long[] {3}));
            player.see(3, Context.of(2, 2));
            assertThat(probabilities(player, 3)).as("%s", outlook).isNotEqualTo(before);
        }
    }

    /** A reward that comes between the context and the decision counts for it. */
    @Test
    void aDecisionGoesByAllThatWasLearntBefore() {
        Learner player = player(learner(new Mean()));
        player.see(1, Context.of(2, 1));
        player.select(1);
        player.see(2, Context.of(2, 1));
        assertThat(probabilities(player, 2)).containsExactly(0.5, 0.5);
        player.observe(1, 0, 1);
        assertThat(probabilities(player, 2)[0]).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
    }

    @Test
    void aForcedChoiceHasTheProbabilityOfItsDraw() {
        Learner player = player(new ContextualLearner(new Averages(), new Greedy(), new Mean(), true));
        player.see(1, Context.of(2, 1));
        assertThat(probabilities(player, 1)).containsExactly(0.5, 0.5);
        int first = player.select(1);
        assertThat(probabilities(player, 1)).containsExactly(0.5, 0.5);
        player.see(2, Context.of(2, 1));
        assertThat(player.temperature(2)).isNaN();
        assertThat(player.select(2)).isEqualTo(1 - first);
        player.observe(2, 1 - first, 1);
        assertThat(probabilities(player, 2)[1 - first]).isEqualTo(1);
        player.see(3, Context.of(2, 1));
        assertThat(player.select(3)).isEqualTo(1 - first);
    }

    /** A choice is a try, whoever made it. */
    @Test
    void anActionTriedElsewhereIsNotForced() {
        Learner player = player(new ContextualLearner(new Averages(), new Greedy(), new Mean(), true));
        player.see(1, Context.of(2, 1));
        player.observe(1, 1, 0);
        assertThat(probabilities(player, 1)).containsExactly(1, 0);
    }

    @Test
    void aClosedActionHasNoProbabilityFromThenOn() {
        Learner player = player(learner(new Mean()));
        player.see(1, Context.of(2, 1));
        assertThat(probabilities(player, 1)).containsExactly(0.5, 0.5);
        player.open(BitSet.valueOf(new long[] {0b10}));
        assertThat(probabilities(player, 1)).containsExactly(0, 1);
    }

    @Test
    void coefficientsAreThoseOfTheModel() {
        Learner player = player(new ContextualLearner(new Ridge(1), new Greedy()));
        player.see(1, Context.of(2, 2));
        player.observe(1, 1, 5);
        double[] out = new double[1];
        assertThat(player.coefficients(1, out)).isTrue();
        assertThat(out[0]).isCloseTo(2, within(1e-12));
        assertThat(player(learner(new Mean())).coefficients(1, out)).isFalse();
    }

    @Test
    void rewardsThatNeverComeFillNoMemory() {
        Features large = new Features(1 << 20, 0);
        Learner player = learner(new Mean()).create(new BanditTask(2, 100, large), Players.random(1));
        Context context = new Context(2, large);
        for (int step = 1; step <= 40; step++) {
            context.set(large.shared() - 1, step);
            player.see(step, context);
            player.select(step);
        }
        player.observe(1, 0, 1);
        player.observe(40, 1, 1);
        player.see(41, context);
        assertThat(values(player, 41)).containsExactly(0, 1600);
    }

    /** A learner over learners shows all of them what it sees, and asks one. */
    @Test
    void aContextWithoutADecisionIsForgotten() {
        Learner player = player(learner(new Mean()));
        player.see(1, Context.of(2, 7));
        player.see(2, Context.of(2, 1));
        player.observe(1, 0, 1);
        assertThat(values(player, 2)).containsExactly(0, 0);
        player.observe(2, 0, 1);
        assertThat(values(player, 2)).containsExactly(1, 0);
    }

    @Test
    void aDecisionWithoutAContextIsRefused() {
        Learner player = player(learner(new Mean()));
        assertThatIllegalStateException()
                .isThrownBy(() -> player.select(1))
                .withMessage("no context was shown at step 1: see(step, context) comes before each decision");
        player.see(1, Context.of(2, 1));
        player.select(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> player.probabilities(2, new double[2]))
                .withMessage("no context was shown at step 2, the last one at step 1: see(step, context) comes before"
                        + " each decision");
    }

    @Test
    void aContextOfAnotherShapeIsRefused() {
        Learner player = player(learner(new Mean()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player.see(1, Context.of(3, 1)))
                .withMessage("context = 3 actions, must be 2 actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player.see(1, Context.of(2, 1, 2)))
                .withMessageContaining("2 shared features and 0 per action");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Context.of(2, 1, Double.NaN))
                .withMessage("feature 1 = NaN, must be finite");
    }

    @Test
    void theOneOpenActionIsCertain() {
        specs().forEach(spec -> {
            Learner player = Players.create(spec, 4, 100, Players.random(2));
            player.open(BitSet.valueOf(new long[] {0b0100}));
            assertThat(IntStream.rangeClosed(1, 30).map(player::select))
                    .as("%s", spec)
                    .containsOnly(2);
        });
    }
}
