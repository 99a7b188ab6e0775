package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import kelvin.learner.Players;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.policy.Greedy;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The contract of every outlook. */
public interface OutlookContract {
    int ACTIONS = 4;

    Outlook outlook();

    /** Returns true if the outlook shows the predictions of any model, and nothing else of it. */
    default boolean suitsEveryModel() {
        return false;
    }

    private Views views(FixedBeliefs model, long seed) {
        return outlook().on(model.create(model.deviations().length, Features.NONE, Seed.of(seed)), Seed.of(seed));
    }

    private static FixedBeliefs model(UniformRandomProvider random, int actions, double size) {
        return FixedBeliefs.of(numbers(random, actions, -size, size), numbers(random, actions, 0, size));
    }

    private static double[] numbers(UniformRandomProvider random, int actions, double from, double to) {
        return IntStream.range(0, actions)
                .mapToDouble(a -> (1 - random.nextDouble()) * from + random.nextDouble() * to)
                .toArray();
    }

    private static double[] view(Views views, int number, long step, BitSet open, int actions) {
        double[] out = new double[actions];
        Arrays.fill(out, Double.NaN);
        views.write(number, step, new Context(actions, Features.NONE), open, out);
        return out;
    }

    /** Of any model, up to the largest of doubles, with any actions open: finite or −∞, and finite for an open action. */
    @Test
    default void aPolicyCanDecideOnEveryView() {
        UniformRandomProvider random = Players.random(1);
        for (double size : new double[] {0, 1e-300, 1, 1e150, Double.MAX_VALUE}) {
            for (int actions = 1; actions <= ACTIONS; actions++) {
                for (int mask = 1; mask < 1 << actions; mask++) {
                    Views views = views(model(random, actions, size), mask);
                    BitSet open = BitSet.valueOf(new long[] {mask});
                    for (int number = 0; number < views.count(); number++) {
                        double[] out = view(views, number, 1, open, actions);
                        assertThat(Arrays.stream(out)).allMatch(x -> x < Double.POSITIVE_INFINITY);
                        assertThat(open.stream().mapToDouble(a -> out[a])).anyMatch(Double::isFinite);
                    }
                }
            }
        }
    }

    @Test
    default void aViewIsTheSameWheneverItIsAskedFor() {
        FixedBeliefs model = model(Players.random(2), ACTIONS, 1);
        BitSet open = BitSet.valueOf(new long[] {0b1111});
        Views views = views(model, 3);
        double[][] first = IntStream.rangeClosed(1, 20)
                .mapToObj(step -> view(views, step % views.count(), step, open, ACTIONS))
                .toArray(double[][]::new);
        for (Views asked : new Views[] {views, views(model, 3)}) {
            for (int step = 20; step > 0; step--) {
                assertThat(view(asked, step % asked.count(), step, open, ACTIONS))
                        .isEqualTo(first[step - 1]);
            }
        }
    }

    @Test
    default void aModelThatLacksWhatItNeedsIsRefused() {
        ModelSpec plain = (actions, features, seed) -> new Averages().create(actions, features, seed);
        assertThat(outlook().obstacle(new Averages())).isEmpty();
        assertThat(outlook().obstacle(plain).isEmpty()).isEqualTo(suitsEveryModel());
        if (!suitsEveryModel()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ContextualLearner(plain, new Greedy(), outlook(), false))
                    .withMessageContaining("model = ")
                    .withMessageEndingWith("must be one for " + outlook() + "; this one "
                            + outlook().obstacle(plain).orElseThrow());
        }
    }

    @Test
    default void aViewAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
        Model model = new Averages().create(ACTIONS, Features.NONE, Seed.of(4));
        Views views = outlook().on(model, Seed.of(4));
        Context context = new Context(ACTIONS, Features.NONE);
        BitSet open = BitSet.valueOf(new long[] {0b1111});
        double[] out = new double[ACTIONS];
        write(views, context, open, out);
        long before = threads.getCurrentThreadAllocatedBytes();
        write(views, context, open, out);
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 3000.0).isLessThan(4);
    }

    private static void write(Views views, Context context, BitSet open, double[] out) {
        for (int step = 1; step <= 3000; step++) {
            views.write(step % views.count(), step, context, open, out);
        }
    }
}
