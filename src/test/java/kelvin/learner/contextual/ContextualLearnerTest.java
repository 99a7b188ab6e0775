package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.policy.Softmax;
import org.junit.jupiter.api.Test;

class ContextualLearnerTest implements LearnerContract {
    private static final BanditTask TASK = new BanditTask(2, 100, new Features(1, 0));

    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(
                new ContextualLearner(new Averages(), new Softmax(0.5)),
                new ContextualLearner(new Averages(), new Softmax(0.5), new Mean(), true));
    }

    @Test
    void theContextDecides() {
        Learner player = new ContextualLearner(new Averages(), new Softmax(1)).create(TASK, Players.random(1));
        player.see(1, Context.of(2, 1));
        player.observe(1, 0, 1);
        double[] p = new double[2];
        player.see(2, Context.of(2, 2));
        player.probabilities(2, p);
        assertThat(p[0]).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
        player.see(2, Context.of(2, -2));
        player.probabilities(2, p);
        assertThat(p[1]).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
    }

    @Test
    void aLateRewardAnswersTheContextOfItsDecision() {
        Learner player = new ContextualLearner(new Averages(), new Softmax(1)).create(TASK, Players.random(1));
        for (int step = 1; step <= 5; step++) {
            player.see(step, Context.of(2, step));
        }
        player.observe(3, 1, 1);
        player.observe(3, 1, 100);
        player.see(6, Context.of(2, 1));
        double[] values = new double[2];
        player.values(6, values);
        assertThat(values).containsExactly(0, 3);
    }

    @Test
    void anOutlookNeedsAModelThatKnowsHowSureItIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContextualLearner(new Averages(), new Softmax(1), new Optimistic(1), false))
                .withMessage(
                        "model = Averages[], must be one for Optimistic[bonus=1.0]; this one does not know how sure its"
                                + " predictions are");
    }
}
