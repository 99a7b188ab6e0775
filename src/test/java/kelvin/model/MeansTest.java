package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeansTest implements ModelContract {
    @Override
    public Stream<ModelSpec> specs() {
        return Stream.of(new Means(1), new Means(0), new Means(1e-12), new Means(0.5));
    }

    @Override
    public Stream<ModelSpec> extremes() {
        return Stream.of(new Means(1e12));
    }

    @Override
    public boolean anyOrder() {
        return true;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Test
    void valuesAreShrunkenMeansAndWidthsFallWithTheWeights() {
        Model model = new Means(0.5).create(2, Features.NONE, SEED);
        Context context = new Context(2, Features.NONE);
        model.learn(1, context, 0, 3, 2);
        model.learn(2, context, 0, -1, 1.5);
        double[] out = new double[2];
        model.values(context, out);
        assertThat(out).containsExactly(4.5 / 4, 0);
        model.widths(context, out);
        assertThat(out).containsExactly(0.5, 1 / Math.sqrt(0.5));
    }

    @Test
    void withoutRegularisationValuesAreMeansAndAnUntriedActionHasTheLargestWidth() {
        Model model = new Means(0).create(2, new Features(1, 0), SEED);
        Context context = Context.of(2, 5);
        model.learn(1, context, 0, 0.5, 1e-20);
        double[] out = new double[2];
        model.values(context, out);
        assertThat(out).containsExactly(0.5, 0);
        model.widths(context, out);
        assertThat(out).containsExactly(new double[] {1e6, 1e6}, within(0.01));
    }

    @Test
    void theRegularisationIsNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Means(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Means(Double.NaN));
    }
}
