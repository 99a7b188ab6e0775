package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The contract of every model of action values. */
public interface ModelContract extends ModelStateContract {
    /** Models whose numbers are extreme, which need not learn anything useful. */
    default Stream<ModelSpec> extremes() {
        return Stream.of();
    }

    /** The models that allocate nothing once their memory is full. */
    default Stream<ModelSpec> steady() {
        return specs();
    }

    /** Returns true if it is promised that the order of rewards does not matter. */
    default boolean anyOrder() {
        return false;
    }

    /** Returns true if it is promised that a weight of 2 counts as the same reward twice. */
    default boolean countsWeights() {
        return false;
    }

    /** Returns false if samples have another mean or standard deviation than values and widths say. */
    default boolean samplesHaveTheWidths() {
        return true;
    }

    @Test
    default void predictionsAreFinite() {
        assertThat(Stream.concat(cases(), cases(extremes()))).allSatisfy(each -> {
            for (double size : new double[] {0, 1e-300, 1e-158, 1e-148, 1e-9, 1, 1e6, 1e150}) {
                for (int actions : new int[] {1, ACTIONS}) {
                    Model model = each.create(actions);
                    for (Lesson lesson : each.lessons(actions, 30)) {
                        Context context = lesson.context();
                        for (int i = 0; i < context.numbers().length; i++) {
                            context.set(i, size * context.numbers()[i]);
                        }
                        double[] out = new double[actions];
                        model.values(context, out);
                        assertThat(Arrays.stream(out).allMatch(Double::isFinite))
                                .isTrue();
                        if (each.spec().widths()) {
                            model.widths(context, out);
                            assertThat(Arrays.stream(out).allMatch(x -> x >= 0 && x <= Double.MAX_VALUE))
                                    .isTrue();
                        }
                        lesson.teach(model);
                    }
                }
            }
        });
    }

    /** Features whose squares no double holds are learnt from and predicted with, or refused with an error that says so. */
    @Test
    default void featuresBeyondSquaresGiveFinitePredictionsOrOneError() {
        assertThat(cases()).allSatisfy(each -> {
            for (double size : new double[] {1e160, 1e200, 1e300}) {
                Model model = each.taught(ACTIONS, 20);
                double[] out = new double[ACTIONS];
                for (Lesson lesson : each.lessons(ACTIONS, 10)) {
                    Context context = lesson.context();
                    for (int i = 0; i < context.numbers().length; i++) {
                        context.set(i, size * context.numbers()[i]);
                    }
                    try {
                        model.values(context, out);
                        assertThat(Arrays.stream(out)).allMatch(Double::isFinite);
                        lesson.teach(model);
                    } catch (InvalidValue e) {
                        assertThat(e).hasMessageContaining("must be");
                    }
                    assertThat(Arrays.stream(model.state())).allMatch(Double::isFinite);
                }
            }
        });
    }

    /** Where one action always pays 1 and the others nothing, the model notices. */
    @Test
    default void theActionThatPaysIsFound() {
        assertThat(cases().filter(each -> each.features().equals(new Features(3, 2))))
                .allSatisfy(each -> {
                    Model model = each.create(ACTIONS);
                    Context context = new Context(ACTIONS, each.features());
                    context.set(0, 1);
                    context.set(context.place(1), 1);
                    for (int i = 1; i <= 300; i++) {
                        model.learn(i, context, i % ACTIONS, i % ACTIONS == 1 ? 1 : 0, 1);
                    }
                    double[] out = new double[ACTIONS];
                    model.values(context, out);
                    assertThat(out[1] - 0.4).isGreaterThan(out[0]).isGreaterThan(out[2]);
                });
    }

    @Test
    default void weightsAndOrderMatterNoMoreThanPromised() {
        assertThat(cases()).allSatisfy(each -> {
            List<Lesson> lessons = each.lessons(ACTIONS, 40);
            Model expected = each.taught(ACTIONS, 40);
            Model model = each.create(ACTIONS);
            if (anyOrder()) {
                Collections.reverse(lessons);
                lessons.forEach(lesson -> lesson.teach(model));
                assertThat(ModelStateContract.answers(each, model))
                        .containsExactly(ModelStateContract.answers(each, expected), within(1e-10));
            }
            if (countsWeights()) {
                Model again = each.create(ACTIONS);
                for (Lesson lesson : each.lessons(ACTIONS, 40)) {
                    for (int i = 0; i < lesson.weight(); i++) {
                        again.learn(lesson.decision(), lesson.context(), lesson.action(), lesson.reward(), 1);
                    }
                }
                assertThat(ModelStateContract.answers(each, again))
                        .containsExactly(ModelStateContract.answers(each, expected), within(1e-10));
            }
        });
    }

    @Test
    default void whatDoesNotFitIsRefusedAndChangesNothing() {
        assertThat(cases()).allSatisfy(each -> {
            Model model = each.taught(ACTIONS, 20);
            double[] state = model.state();
            Context context = each.context(ACTIONS, 1);
            Context wider = new Context(
                    ACTIONS,
                    new Features(each.features().shared() + 1, each.features().perAction()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.values(each.context(ACTIONS + 1, 1), new double[ACTIONS + 1]))
                    .withMessage("context = 4 actions, must be 3 actions");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.learn(1, wider, 0, each.reward(0.9), 1))
                    .withMessageMatching("context = \\d shared features and \\d per action, must be .*");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.learn(1, context, ACTIONS, each.reward(0.9), 1));
            assertThatIllegalArgumentException().isThrownBy(() -> model.learn(1, context, -1, each.reward(0.9), 1));
            assertThatIllegalArgumentException().isThrownBy(() -> model.learn(1, context, 0, Double.NaN, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> model.learn(1, context, 0, each.reward(0.9), -1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.learn(1, context, 0, each.reward(0.9), Double.NaN));
            if (each.spec().widths()) {
                UniformRandomProvider random = SEED.generator();
                double[] out = new double[ACTIONS];
                assertThatIllegalArgumentException().isThrownBy(() -> model.widths(wider, out));
                assertThatIllegalArgumentException().isThrownBy(() -> model.sample(wider, 1, random, out));
            }
            model.learn(1, context, 0, each.reward(0.9), 0);
            assertThat(model.state()).containsExactly(state);
        });
    }

    @Test
    default void whatTheDescriptionSaysIsSo() {
        assertThat(cases()).allSatisfy(each -> {
            Model model = each.taught(ACTIONS, 20);
            assertThat(model.features()).isEqualTo(each.features());
            Context context = each.context(ACTIONS, 1);
            double[] out = new double[ACTIONS];
            if (!each.spec().widths()) {
                assertThatThrownBy(() -> model.widths(context, out)).isInstanceOf(UnsupportedOperationException.class);
            }
            if (!each.spec().samples()) {
                assertThatThrownBy(() -> model.sample(context, 1, SEED.generator(), out))
                        .isInstanceOf(UnsupportedOperationException.class);
            }
            assertThat(model instanceof Ensemble).isEqualTo(each.spec().ensemble());
        });
    }

    /** By z-tests, which standard deviations that are a tenth larger must not pass. */
    @Test
    default void samplesHaveTheMeansAndTheWidthsThatAreTold() {
        assertThat(cases().filter(each -> each.spec().samples() && each.spec().widths() && samplesHaveTheWidths()))
                .allSatisfy(each -> {
                    int draws = 10_000;
                    Model model = each.taught(ACTIONS, 20);
                    Context context = each.context(ACTIONS, 5);
                    double[] means = new double[ACTIONS];
                    double[] widths = new double[ACTIONS];
                    model.values(context, means);
                    model.widths(context, widths);
                    UniformRandomProvider random = Seed.of(9).generator();
                    double[][] samples = new double[draws][ACTIONS];
                    Arrays.stream(samples).forEach(out -> model.sample(context, 2, random, out));
                    for (int a = 0; a < ACTIONS; a++) {
                        int action = a;
                        double[] deviations = IntStream.range(0, draws)
                                .mapToDouble(i -> samples[i][action] - means[action])
                                .toArray();
                        double[] squares =
                                Arrays.stream(deviations).map(x -> x * x).toArray();
                        double variance = 4 * widths[a] * widths[a];
                        assertThat(z(deviations, 0)).isBetween(-5.0, 5.0);
                        assertThat(z(squares, variance)).isBetween(-5.0, 5.0);
                        assertThat(variance == 0 || z(squares, 1.21 * variance) < -5)
                                .isTrue();
                    }
                    model.sample(context, 0, random, samples[0]);
                    assertThat(samples[0]).containsExactly(means, within(1e-12));
                });
    }

    private static double z(double[] numbers, double expected) {
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double variance =
                Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum() / (numbers.length - 1);
        double error = Math.sqrt(variance / numbers.length) + 1e-12 * Math.abs(expected);
        return mean == expected ? 0 : (mean - expected) / error;
    }

    /** Anything allocated at every step would be 16 bytes at least. */
    @Test
    default void askingAndLearningAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
        assertThat(cases(steady())).allSatisfy(each -> {
            Model model = each.create(ACTIONS);
            List<Lesson> lessons = each.lessons(ACTIONS, 4000);
            UniformRandomProvider random = SEED.generator();
            double[] out = new double[ACTIONS];
            play(each, model, lessons.subList(0, 3000), random, out);
            List<Lesson> measured = lessons.subList(3000, 4000);
            long before = threads.getCurrentThreadAllocatedBytes();
            play(each, model, measured, random, out);
            assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 1000.0)
                    .isLessThan(4);
        });
    }

    private static void play(Case each, Model model, List<Lesson> lessons, UniformRandomProvider random, double[] out) {
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            model.values(lesson.context(), out);
            if (each.spec().widths()) {
                model.widths(lesson.context(), out);
            }
            if (each.spec().samples()) {
                model.sample(lesson.context(), 1, random, out);
            }
            lesson.teach(model);
        }
    }
}
