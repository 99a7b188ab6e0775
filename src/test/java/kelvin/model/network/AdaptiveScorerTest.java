package kelvin.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kelvin.model.Context;
import kelvin.model.ScorerContract;
import kelvin.model.ScorerSpec;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

/** Steps whose size each weight has of its own are not proportional to the gradient, as the contract's are. */
class AdaptiveScorerTest implements ScorerContract {
    @Override
    public Stream<ScorerSpec> specs() {
        return Stream.of(
                new NetworkScorer(List.of(4), Activation.TANH, Optimiser.ADAGRAD),
                new NetworkScorer(List.of(4, 4), Activation.RELU, Optimiser.ADAM));
    }

    @Override
    @Test
    public void stepsFollowTheGradient() {
        assertThat(specs()).allSatisfy(spec -> {
            NeuralNetwork scorer = (NeuralNetwork) spec.create(ACTIONS, FEATURES, Seed.of(1));
            Context context = new Context(ACTIONS, FEATURES);
            for (int i = 0; i < context.numbers().length; i++) {
                context.set(i, 1.0 / (1 + i));
            }
            double[] scores = new double[ACTIONS];
            for (int t = 0; t < 50; t++) {
                scorer.learn(context, new double[] {-1, 2, 0}, 0.1);
            }
            scorer.scores(context, scores);
            assertThat(2 * scores[1] - scores[0]).isGreaterThan(1);
        });
    }
}
