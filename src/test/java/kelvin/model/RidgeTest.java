package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.numeric.Moments;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RidgeTest implements ModelContract {
    @Override
    public Stream<ModelSpec> specs() {
        return Arrays.stream(Layout.values())
                .flatMap(layout ->
                        Stream.of(new Ridge(1, layout, 1), new Ridge(0.25, layout, 1), new Ridge(0.5, layout, 0.9)));
    }

    @Override
    public boolean anyOrder() {
        return true;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    private static double normal(UniformRandomProvider random) {
        return ZigguratSampler.NormalizedGaussian.of(random).sample();
    }

    private static Context random(UniformRandomProvider random, int actions, Features features) {
        Context context = new Context(actions, features);
        for (int i = 0; i < context.numbers().length; i++) {
            context.set(i, normal(random));
        }
        return context;
    }

    /** Rewards of one action among others', in their order, in disorder, and with those of the others between them or not. */
    @ParameterizedTest
    @EnumSource(Layout.class)
    void rewardsMayComeInAnyOrder(Layout layout) {
        Features features = new Features(4, 3);
        List<ModelStateContract.Lesson> lessons = new ArrayList<>();
        UniformRandomProvider random = SEED.child(3).generator();
        for (int i = 1; i <= 300; i++) {
            lessons.add(new ModelStateContract.Lesson(
                    i, random(random, 3, features), random.nextInt(3), normal(random), 1));
        }
        Model first = new Ridge(1, layout, 1).create(3, features, SEED);
        lessons.forEach(lesson -> lesson.teach(first));
        for (int shuffle = 0; shuffle < 3; shuffle++) {
            ListSampler.shuffle(random, lessons);
            Model model = new Ridge(1, layout, 1).create(3, features, SEED);
            lessons.forEach(lesson -> lesson.teach(model));
            for (int a = 0; a < 3; a++) {
                assertThat(coefficients(model, a)).containsExactly(coefficients(first, a), within(1e-13));
            }
        }
    }

    static Stream<Row> illConditioned() {
        return Reference.rows("context/ridge_ill_conditioned.csv");
    }

    @ParameterizedTest
    @MethodSource("illConditioned")
    void rewardsOfNearlyCollinearFeaturesMayComeInAnyOrder(Row row) {
        int size = (int) row.number("d");
        double[] all = row.numbers("X_hex(row major)");
        double[] rewards = row.numbers("rewards_hex");
        double[] exact = row.numbers("theta_hex");
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, rewards.length).boxed().toList());
        double bound = Math.max(1e-12, 64 * Math.ulp(1.0) * row.number("condition_number"));
        for (int shuffle = 0; shuffle < 10; shuffle++) {
            ListSampler.shuffle(SEED.child(shuffle).generator(), order);
            Model model = new Ridge(row.number("lambda")).create(1, new Features(size, 0), SEED);
            for (int i : order) {
                model.learn(i + 1, Context.of(1, Arrays.copyOfRange(all, i * size, (i + 1) * size)), 0, rewards[i], 1);
            }
            double[] theta = coefficients(model, 0);
            double length = Math.sqrt(Arrays.stream(exact).map(x -> x * x).sum());
            for (int j = 0; j < size; j++) {
                assertThat((theta[j] - exact[j]) / length).isCloseTo(0, within(Math.min(bound, 1e-8)));
            }
        }
    }

    /** Where the layout is hybrid, all is as in the shared one with the situation's features in the place of the action. */
    @Test
    void hybridIsTheJointProblem() {
        Features features = new Features(5, 6);
        Features wide = new Features(0, 6 + 4 * 5);
        Model hybrid = new Ridge(0.5, Layout.HYBRID, 1).create(3, features, SEED);
        hybrid.addAction();
        Model joint = new Ridge(0.5, Layout.SHARED, 1).create(4, wide, SEED);
        UniformRandomProvider random = SEED.child(7).generator();
        for (int i = 1; i <= 200; i++) {
            Context context = random(random, 4, features);
            int action = random.nextInt(4);
            double reward = normal(random);
            hybrid.learn(i, context, action, reward, 1);
            joint.learn(i, inPlace(context, wide), action, reward, 1);
        }
        Context context = random(random, 4, features);
        assertThat(values(hybrid, context)).containsExactly(values(joint, inPlace(context, wide)), within(1e-13));
        double[] widths = widths(hybrid, context);
        assertThat(widths).containsExactly(widths(joint, inPlace(context, wide)), within(1e-13));

        // Covariance of the draws for two actions, from the width of the sum of what describes them
        Context sum = inPlace(context, wide);
        for (int j = 0; j < wide.perAction(); j++) {
            sum.set(j, sum.numbers()[j] + sum.numbers()[sum.place(1) + j]);
        }
        double square = widths(joint, sum)[0];
        double covariance = (square * square - widths[0] * widths[0] - widths[1] * widths[1]) / 2;
        UniformRandomProvider source = SEED.generator();
        double[] means = values(hybrid, context);
        double[] out = new double[4];
        Moments products = new Moments(1);
        for (int i = 0; i < 40_000; i++) {
            hybrid.sample(context, 1, source, out);
            products.add(new double[] {(out[0] - means[0]) * (out[1] - means[1])});
        }
        double z = (products.means()[0] - covariance) / products.standardErrors()[0];
        assertThat(z).isBetween(-4.0, 4.0);
        assertThat(Math.abs(products.means()[0]) / products.standardErrors()[0]).isGreaterThan(10);
    }

    private static Context inPlace(Context context, Features wide) {
        Context all = new Context(context.actions(), wide);
        int common = context.features().perAction();
        int own = context.features().shared();
        for (int a = 0; a < context.actions(); a++) {
            for (int j = 0; j < common; j++) {
                all.set(all.place(a) + j, context.numbers()[context.place(a) + j]);
            }
            for (int j = 0; j < own; j++) {
                all.set(all.place(a) + common + a * own + j, context.numbers()[j]);
            }
        }
        return all;
    }

    /** Weights that fall by γ per decision are weights of a model that forgets nothing; late rewards have fallen already. */
    @ParameterizedTest
    @EnumSource(Layout.class)
    void forgettingIsAWeightThatFalls(Layout layout) {
        Features features = new Features(2, 3);
        Model forgetting = new Ridge(0.5, layout, 0.9).create(3, features, SEED);
        Model weighted = new Ridge(0.5, layout, 1).create(3, features, SEED);
        UniformRandomProvider random = SEED.child(5).generator();
        List<Integer> decisions =
                new ArrayList<>(IntStream.range(1, 60).map(i -> 3 * i).boxed().toList());
        ListSampler.shuffle(random, decisions);
        for (int decision : decisions) {
            Context context = random(random, 3, features);
            int action = random.nextInt(3);
            double reward = normal(random);
            forgetting.learn(decision, context, action, reward, 2);
            weighted.learn(decision, context, action, reward, 2 * Math.pow(0.9, 3 * 59 - decision));
        }
        Context context = random(random, 3, features);
        assertThat(values(forgetting, context)).containsExactly(values(weighted, context), within(1e-13));
        assertThat(widths(forgetting, context)).containsExactly(widths(weighted, context), within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(longs = {2000, 1_000_000, Long.MAX_VALUE / 2})
    void afterLongAllIsForgottenButTheRegularisation(long pause) {
        Features features = new Features(3, 0);
        Model model = new Ridge(4, Layout.DISJOINT, 0.5).create(2, features, SEED);
        Context context = Context.of(2, 3, 4, 12);
        for (int i = 1; i < 9; i++) {
            model.learn(i, context, 0, 5, 1);
        }
        assertThat(values(model, context)[0]).isGreaterThan(4);
        model.learn(pause, Context.of(2, 0, 0, 0), 1, 1, 1);
        assertThat(values(model, context)[0]).isCloseTo(0, within(1e-200));
        assertThat(widths(model, context)[0]).isCloseTo(6.5, within(1e-14));
    }

    /** One feature: the sum of rewards is divided by λ and the number of them, in units of its square. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e-9, 1, 1e9, 1e150})
    void extremeFeatures(double size) {
        for (double lambda : new double[] {1e-12, 1, 1e12}) {
            Model model = new Ridge(lambda).create(1, new Features(1, 0), SEED);
            Context context = Context.of(1, size);
            if (size == 1e150 && lambda == 1e-12) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> model.learn(1, context, 0, 2, 1))
                        .withMessageMatching(
                                "weight times squared length of the features = (1.0E300|9.9\\d*E299), must be at most"
                                        + " 2.7e303, and times the regularisation; at weight 1 that is a length of 5\\.2e151");
                assertThat(widths(model, context)[0] / 1e156).isCloseTo(1, within(1e-15));
                continue;
            }
            for (int i = 1; i <= 10; i++) {
                model.learn(i, context, 0, i, 1);
            }
            double prior = size == 1e-150 ? 0 : lambda / size / size;
            assertThat(values(model, context)[0] * (prior == 0 && size < 1 ? 1 : prior + 10))
                    .isCloseTo(size == 1e-150 ? 0 : 55, within(1e-12));
            double width = size == 1e-150 ? size / Math.sqrt(lambda) : 1 / Math.sqrt(prior + 10);
            assertThat(widths(model, context)[0] / width).isCloseTo(1, within(1e-14));
            assertThat(widths(model, Context.of(1, 0))).containsExactly(0);
        }
    }

    @Test
    void oneClearErrorWhereDoublesEnd() {
        Model model = new Ridge(1).create(1, new Features(2, 0), SEED);
        assertThatIllegalArgumentException().isThrownBy(() -> model.learn(1, Context.of(1, 1e155, 0), 0, 1, 1));
        model.learn(1, Context.of(1, 1, 0), 0, 1e200, 1);
        assertThat(widths(model, Context.of(1, 3e200, 4e200))[0])
                .isCloseTo(1e200 * Math.sqrt(9.0 / 2 + 16), within(1e187));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> values(model, Context.of(1, 1e200, 0)))
                .withMessageStartingWith("prediction of action 0 = Infinity, must be finite");
        assertThatIllegalArgumentException().isThrownBy(() -> new Ridge(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ridge(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ridge(1, Layout.SHARED, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ridge(1, Layout.SHARED, 1.5));
    }

    @Test
    void equalFeaturesShareWhatIsLearnt() {
        Model model = new Ridge(1).create(1, new Features(2, 0), SEED);
        for (int i = 1; i <= 100; i++) {
            model.learn(i, Context.of(1, 1, 1), 0, 3, 1);
        }
        assertThat(coefficients(model, 0)).containsExactly(new double[] {300.0 / 201, 300.0 / 201}, within(1e-14));
        assertThat(widths(model, Context.of(1, 1, -1))[0]).isCloseTo(Math.sqrt(2), within(1e-14));
    }

    @Test
    void aRewardAfterASnapshotCopiesTheFactorOfItsAction() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
        Features features = new Features(40, 0);
        Model model = new Ridge(1).create(50, features, SEED);
        Context context = random(SEED.child(6).generator(), 50, features);
        long largest = 0;
        for (int i = 1; i <= 100; i++) {
            Model kept = model.snapshot();
            long before = threads.getCurrentThreadAllocatedBytes();
            model.learn(i, context, i % 50, 1, 1);
            largest = i < 50 ? 0 : Math.max(largest, threads.getCurrentThreadAllocatedBytes() - before);
            assertThat(values(kept, context)[i % 50]).isNotEqualTo(values(model, context)[i % 50]);
        }
        assertThat(largest).isBetween(40L * 41 / 2 * 8, 2 * 40L * 43 / 2 * 8);
    }

    private static double[] coefficients(Model model, int action) {
        double[] theta = new double[model.features().total()];
        assertThat(model.coefficients(action, theta)).isTrue();
        return theta;
    }

    private static double[] widths(Model model, Context context) {
        double[] out = new double[model.actions()];
        model.widths(context, out);
        return out;
    }

    private static double[] values(Model model, Context context) {
        double[] out = new double[model.actions()];
        model.values(context, out);
        return out;
    }
}
