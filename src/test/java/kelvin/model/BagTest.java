package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.Rewards;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class BagTest implements ModelContract {
    @Override
    public Stream<ModelSpec> specs() {
        return Stream.of(new Bag(1, new Means(1)), new Bag(4, new Means(1)), new Bag(3, new Bag(2, new Means(0.5))));
    }

    @Override
    public boolean anyOrder() {
        return true;
    }

    /** The deviation of a mean of n rewards over bootstrap copies is that of the rewards over √n; a tenth more is rejected. */
    @Test
    void widthsAreTheBootstrapStandardErrors() {
        int members = 4000;
        int rewards = 100;
        Model model = new Bag(members, new Means(1e-9)).create(1, Features.NONE, SEED);
        Context context = new Context(1, Features.NONE);
        UniformRandomProvider random = Seed.of(4).generator();
        double[] paid = IntStream.range(0, rewards)
                .mapToDouble(i -> random.nextDouble())
                .toArray();
        for (int i = 0; i < rewards; i++) {
            model.learn(i + 1, context, 0, paid[i], 1);
        }
        double mean = Arrays.stream(paid).average().orElseThrow();
        double error =
                Math.sqrt(Arrays.stream(paid).map(r -> (r - mean) * (r - mean)).sum()) / rewards;
        double[] width = new double[1];
        model.widths(context, width);
        // Ratio estimators vary by some 1/n more than the linear ones, and widths by 1/√(2·members) among seeds
        double z = (width[0] / error - 1 - 0.5 / rewards) * Math.sqrt(2 * members);
        assertThat(z).isBetween(-5.0, 5.0);
        assertThat(z - 0.1 * Math.sqrt(2 * members)).isLessThan(-5);
        assertThat(ModelStateContract.values(model, context)[0])
                .isCloseTo(mean, within(5 * error / Math.sqrt(members)));
    }

    @Test
    void aSampleOfScaleOneIsOneMemberForAllActions() {
        Model model = new Bag(5, new Means(1)).create(2, Features.NONE, SEED);
        Context context = new Context(2, Features.NONE);
        for (int i = 1; i <= 30; i++) {
            model.learn(i, context, i % 2, i % 3, 1);
        }
        double[][] members = new double[5][2];
        for (int m = 0; m < 5; m++) {
            ((Ensemble) model).values(m, context, members[m]);
        }
        UniformRandomProvider random = Seed.of(5).generator();
        int[] drawn = new int[5];
        for (int i = 0; i < 1000; i++) {
            double[] out = new double[2];
            model.sample(context, 1, random, out);
            int member = IntStream.range(0, 5)
                    .filter(m -> Math.abs(members[m][0] - out[0]) < 1e-12 && Math.abs(members[m][1] - out[1]) < 1e-12)
                    .findFirst()
                    .orElseThrow();
            drawn[member]++;
        }
        assertThat(Arrays.stream(drawn).allMatch(n -> n > 130 && n < 270)).isTrue();
    }

    @Test
    void neitherEarlierQuestionsNorWhatIsInTheArrayMatter() {
        Model model = new Bag(4, new LinearSgd(1, Layout.DISJOINT)).create(2, new Features(1, 0), SEED);
        for (int i = 1; i <= 30; i++) {
            model.learn(i, Context.of(2, i % 5 - 2), i % 2, i % 3, 1);
        }
        Context context = Context.of(2, 3);
        double[] widths = new double[2];
        model.widths(context, widths);
        double[] out = {7, 7};
        model.widths(Context.of(2, -1), out);
        assertThat(out).containsExactly(new double[] {widths[0] / 3, widths[1] / 3}, within(1e-15));
        model.sample(context, 0, SEED.generator(), out);
        assertThat(out).containsExactly(ModelStateContract.values(model, context), within(1e-15));
        model.widths(context, out);
        assertThat(out).containsExactly(widths);
    }

    @Test
    void valuesAreTheMeanOfTheMembers() {
        Model model = new Bag(3, new Means(1)).create(1, Features.NONE, SEED);
        Context context = new Context(1, Features.NONE);
        for (int i = 1; i <= 10; i++) {
            model.learn(i, context, 0, i, 1);
        }
        Ensemble ensemble = (Ensemble) model;
        assertThat(ensemble.members()).isEqualTo(3);
        double[] out = new double[1];
        double sum = 0;
        for (int m = 0; m < 3; m++) {
            ensemble.values(m, context, out);
            sum += out[0];
        }
        assertThat(ModelStateContract.values(model, context)[0]).isCloseTo(sum / 3, within(1e-14));
    }

    @Test
    void aBagTakesTheRewardsOfItsModels() {
        assertThat(new Bag(2, new LogisticSgd(0.5, Layout.SHARED)).rewards()).isEqualTo(Rewards.UNIT_INTERVAL);
        assertThatIllegalArgumentException().isThrownBy(() -> new Bag(0, new Means(1)));
    }
}
