package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class LinearScorerTest implements ScorerContract {
    @Override
    public Stream<ScorerSpec> specs() {
        return Arrays.stream(Layout.values()).map(LinearScorer::new);
    }

    private static double[] after(Layout layout) {
        Scorer scorer = new LinearScorer(layout).create(2, new Features(1, 1), Seed.of(1));
        Context context = new Context(2, scorer.features());
        context.set(0, 2);
        context.set(context.place(0), 3);
        context.set(context.place(1), 5);
        scorer.learn(context, new double[] {1, -1}, 0.5);
        double[] out = new double[2];
        scorer.scores(context, out);
        return out;
    }

    /** Action 0 is (2, 3), action 1 is (2, 5). */
    @Test
    void layoutsShareWeights() {
        assertThat(after(Layout.DISJOINT)).containsExactly(0.5 * (4 + 9), -0.5 * (4 + 25));
        assertThat(after(Layout.SHARED)).containsExactly(0.5 * -2 * 3, 0.5 * -2 * 5);
        assertThat(after(Layout.HYBRID)).containsExactly(0.5 * 4 + 0.5 * -2 * 3, -0.5 * 4 + 0.5 * -2 * 5);
    }
}
