package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.json.Json;
import kelvin.json.JsonState;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The contract of every scorer. */
public interface ScorerContract {
    int ACTIONS = 3;
    Features FEATURES = new Features(2, 2);
    double RATE = 0x1p-20;

    Stream<ScorerSpec> specs();

    private static Context context(UniformRandomProvider random) {
        Context context = new Context(ACTIONS, FEATURES);
        IntStream.range(0, context.numbers().length).forEach(i -> context.set(i, random.nextDouble() - 0.5));
        return context;
    }

    private static double[] numbers(UniformRandomProvider random) {
        return random.doubles(ACTIONS).map(x -> x - 0.5).toArray();
    }

    private static Scorer taught(ScorerSpec spec) {
        Scorer scorer = spec.create(ACTIONS, FEATURES, Seed.of(1));
        teach(scorer, Seed.of(2).generator(), 50);
        return scorer;
    }

    private static void teach(Scorer scorer, UniformRandomProvider random, int lessons) {
        for (int i = 0; i < lessons; i++) {
            scorer.learn(context(random), numbers(random), 0.3);
        }
    }

    private static double[] scores(Scorer scorer, Context context) {
        double[] out = new double[scorer.actions()];
        scorer.scores(context, out);
        return out;
    }

    /**
     * A small step changes the scores by the weights' inner product of the two gradients: in one context as a symmetric and not negative
     * matrix of derivatives, so that the function that is followed grows.
     */
    @Test
    default void stepsFollowTheGradient() {
        assertThat(specs()).allSatisfy(spec -> {
            UniformRandomProvider random = Seed.of(3).generator();
            Context context = context(random);
            double[][] moved = IntStream.range(0, ACTIONS)
                    .mapToObj(a -> {
                        double[] unit = new double[ACTIONS];
                        unit[a] = 1;
                        return change(spec, context, unit);
                    })
                    .toArray(double[][]::new);
            double[] gradient = numbers(random);
            double[] change = change(spec, context, gradient);
            double growth = 0;
            for (int a = 0; a < ACTIONS; a++) {
                double sum = 0;
                for (int b = 0; b < ACTIONS; b++) {
                    assertThat(moved[a][b]).isCloseTo(moved[b][a], within(1e-5));
                    sum += gradient[b] * moved[b][a];
                }
                assertThat(change[a]).isCloseTo(sum, within(1e-5));
                growth += gradient[a] * change[a];
            }
            assertThat(growth).isPositive();
        });
    }

    private static double[] change(ScorerSpec spec, Context context, double[] gradient) {
        Scorer scorer = taught(spec);
        double[] before = scores(scorer, context);
        scorer.learn(context, gradient, RATE);
        double[] after = scores(scorer, context);
        return IntStream.range(0, ACTIONS)
                .mapToDouble(a -> (after[a] - before[a]) / RATE)
                .toArray();
    }

    @Test
    default void aStateMakesAScorerThatGoesOnAsThisOne() {
        assertThat(specs()).allSatisfy(spec -> {
            Scorer scorer = taught(spec);
            Scorer restored = spec.create(ACTIONS, FEATURES, Seed.of(1));
            JsonState.load("scorer", Json.parse(Json.canonical(JsonState.save(scorer))), restored);
            teach(scorer, Seed.of(4).generator(), 20);
            teach(restored, Seed.of(4).generator(), 20);
            assertThat(restored.state()).isEqualTo(scorer.state());
            double[] state = scorer.state();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scorer.restore(Arrays.copyOf(state, state.length + 1)));
            double[] broken = state.clone();
            broken[broken.length - 1] = Double.NaN;
            assertThatIllegalArgumentException().isThrownBy(() -> scorer.restore(broken));
            assertThat(scorer.state()).isEqualTo(state);
        });
    }

    @Test
    default void aSnapshotChangesApart() {
        assertThat(specs()).allSatisfy(spec -> {
            Scorer scorer = taught(spec);
            double[] state = scorer.state();
            Scorer snapshot = scorer.snapshot();
            teach(scorer, Seed.of(5).generator(), 1);
            assertThat(snapshot.state()).isEqualTo(state).isNotEqualTo(scorer.state());
            Scorer second = snapshot.snapshot();
            teach(second, Seed.of(5).generator(), 1);
            assertThat(snapshot.state()).isEqualTo(state);
            assertThat(second.state()).isEqualTo(scorer.state());
        });
    }

    @Test
    default void anActionMayBeAdded() {
        assertThat(specs()).allSatisfy(spec -> {
            Scorer scorer = taught(spec);
            Context context = context(Seed.of(6).generator());
            double[] before = scores(scorer, context);
            scorer.addAction();
            Context wider = new Context(ACTIONS + 1, FEATURES);
            System.arraycopy(context.numbers(), 0, wider.numbers(), 0, context.numbers().length);
            double[] after = scores(scorer, wider);
            assertThat(Arrays.copyOf(after, ACTIONS)).isEqualTo(before);
            assertThat(after[ACTIONS]).isFinite();
        });
    }

    @Test
    default void coefficientsAddUpToScores() {
        assertThat(specs()).allSatisfy(spec -> {
            Scorer scorer = taught(spec);
            Context context = context(Seed.of(9).generator());
            double[] scores = scores(scorer, context);
            double[] weights = new double[FEATURES.total()];
            double[] x = new double[FEATURES.total()];
            for (int a = 0; a < ACTIONS; a++) {
                if (scorer.coefficients(a, weights)) {
                    context.describe(a, x);
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += weights[i] * x[i];
                    }
                    assertThat(sum).isCloseTo(scores[a], within(1e-12));
                }
            }
        });
    }

    @Test
    default void aContextOfAnotherShapeIsRefused() {
        assertThat(specs()).allSatisfy(spec -> {
            Scorer scorer = taught(spec);
            double[] four = new double[4];
            assertThat(scorer.features()).isEqualTo(FEATURES);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scorer.scores(new Context(4, FEATURES), four))
                    .withMessage("context = 4 actions, must be 3 actions");
            assertThatIllegalArgumentException().isThrownBy(() -> scorer.learn(Context.of(3, 1), new double[3], 1));
        });
    }

    @Test
    default void scoringAndLearningAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
        assertThat(specs()).allSatisfy(spec -> {
            Scorer scorer = taught(spec);
            Context context = context(Seed.of(7).generator());
            double[] gradient = numbers(Seed.of(8).generator());
            play(scorer, context, gradient);
            long before = threads.getCurrentThreadAllocatedBytes();
            play(scorer, context, gradient);
            assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 2000.0)
                    .isLessThan(4);
        });
    }

    private static void play(Scorer scorer, Context context, double[] gradient) {
        double[] out = new double[ACTIONS];
        for (int i = 0; i < 2000; i++) {
            scorer.scores(context, out);
            scorer.learn(context, gradient, i % 2 == 0 ? 0.01 : -0.01);
        }
    }
}
