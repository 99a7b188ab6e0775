package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterimLooksTest {
    private static final InterimLooks TWELVE = new InterimLooks(12);

    private static RunValues trials(String learner, InterimLooks looks, double... values) {
        return new RunValues(learner, Metric.REGRET, values, looks);
    }

    /** SciPy 1.17: {@code t.ppf(1 - .025/12, 63)}. */
    @Test
    void everyLookSpendsAnEqualPartOfTheError() {
        assertThat(TWELVE.student(64)).isCloseTo(2.9736131838448907, within(1e-12));
        assertThat(TWELVE.student(1)).isNaN();
    }

    @Test
    void oneLookAdjustsNothing() {
        assertThat(InterimLooks.ONE.tail()).isCloseTo(0.025, within(1e-15));
        assertThat(InterimLooks.ONE.p(0.3)).isEqualTo(0.3);
        assertThat(InterimLooks.ONE.adjusted()).isEmpty();
    }

    @Test
    void pValuesAreMultipliedUpToOne() {
        assertThat(DoubleStream.of(0.01, 0.5, Double.NaN).map(TWELVE::p)).containsExactly(0.12, 1.0, Double.NaN);
    }

    @Test
    void severalLooksAreNamedAndThereIsAtLeastOne() {
        assertThat(TWELVE.adjusted()).isEqualTo(", adjusted for 12 looks");
        assertThat(new InterimLooks(2).student(2)).isGreaterThan(InterimLooks.ONE.student(2));
        assertThatThrownBy(() -> new InterimLooks(0)).hasMessageContaining("looks = 0");
    }

    /** All numbers of a comparison that say how sure it is; those that do not stay. */
    @Test
    void comparisonsAreAdjusted() {
        Comparison plain = compare(InterimLooks.ONE);
        Comparison adjusted = compare(TWELVE);
        assertThat(adjusted.t()).isEqualTo(plain.t());
        assertThat(adjusted.p()).isEqualTo(12 * plain.p());
        assertThat(adjusted.holm()).isEqualTo(12 * plain.holm());
        assertThat(adjusted.wilcoxon()).isEqualTo(12 * plain.wilcoxon());
        assertThat(adjusted.margin() / plain.margin())
                .isCloseTo(TWELVE.student(20) / InterimLooks.ONE.student(20), within(1e-12));
    }

    /** Regret is compared along the way too, and playing could have ended there at each look. */
    @Test
    void comparisonsAlongTheWayAreAdjusted() {
        Comparison plain = alongTheWay(InterimLooks.ONE);
        Comparison adjusted = alongTheWay(TWELVE);
        assertThat(plain.step()).isEqualTo(4);
        assertThat(plain.p()).isBetween(1e-6, 0.08);
        assertThat(adjusted.p()).isEqualTo(12 * plain.p());
    }

    private static Comparison alongTheWay(InterimLooks looks) {
        double[][] own = IntStream.range(0, 20)
                .mapToObj(i -> new double[] {i % 7 - 1, i % 7})
                .toArray(double[][]::new);
        long[] steps = {4, 9};
        return Comparisons.of(
                        "a",
                        List.of(trials("a", looks, new double[20]), trials("b", looks, new double[20])),
                        List.of(new RegretPaths("a", steps, new double[20][2]), new RegretPaths("b", steps, own)),
                        9)
                .get(0);
    }

    private static Comparison compare(InterimLooks looks) {
        double[] own = IntStream.range(0, 20).mapToDouble(i -> i % 7 - 1).toArray();
        return Comparisons.of("a", List.of(trials("a", looks, new double[20]), trials("b", looks, own)), List.of(), 9)
                .get(0);
    }

    @Test
    void theBootstrapIntervalIsWiderToo() {
        double[] values =
                IntStream.range(0, 20).mapToDouble(i -> i == 0 ? 30 : i).toArray();
        values[1] = 90;
        RunSummary plain = RunSummary.of(trials("a", InterimLooks.ONE, values));
        RunSummary adjusted = RunSummary.of(trials("a", TWELVE, values));
        assertThat(plain.skewed()).isTrue();
        assertThat(adjusted.bcaLow()).isLessThan(plain.bcaLow());
        assertThat(adjusted.bcaHigh()).isGreaterThan(plain.bcaHigh());
    }

    @Test
    void bandsAreWiderToo() {
        double[] one = {1};
        MetricCurve series = new MetricCurve("a", Metric.REGRET, new long[] {5}, one, one, 64, TWELVE);
        assertThat(series.margin(0)).isEqualTo(TWELVE.student(64));
    }
}
