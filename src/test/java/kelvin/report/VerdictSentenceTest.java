package kelvin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.metric.Comparisons;
import kelvin.metric.Metric;
import kelvin.metric.RegretPaths;
import kelvin.metric.RunValues;
import kelvin.metric.StepUnit;
import org.junit.jupiter.api.Test;

class VerdictSentenceTest {
    private static final double[] B = {10.0, 4.0, 9.5, 1.5, 30.5, 12.0, 3.125, 20.0, 6.5, 21.0, 7.0, 9.875};

    private static String of(double[] a, double[] b) {
        List<RunValues> trials = List.of(new RunValues("b", Metric.REGRET, b), new RunValues("a", Metric.REGRET, a));
        return VerdictSentence.of(Comparisons.of("b", trials, List.of(), 100).get(0), StepUnit.STEP);
    }

    private static double[] shifted(double[] values, double by) {
        return Arrays.stream(values).map(x -> x + by).toArray();
    }

    private static double[] shuffled(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[(i + 5) % values.length])
                .toArray();
    }

    @Test
    void theSentenceSaysWhichIsLowerByHowMuchAndHowSureThatIs() {
        double[] lower = IntStream.range(0, 40).mapToDouble(i -> i % 5).toArray();
        double[] higher =
                IntStream.range(0, 40).mapToDouble(i -> 12 + i % 7 % 2 + i % 5).toArray();
        assertThat(of(lower, higher))
                .isEqualTo(
                        "a's regret is lower than b's by 12.425, 95 % interval 12.265 to 12.585; Holm-adjusted p < 0.001");
    }

    @Test
    void theSentenceSaysWhenNothingIsShown() {
        assertThat(of(shifted(B, 0.1), shuffled(B)))
                .startsWith("no difference shown: a's regret is higher than b's by 0.1, 95 % interval −")
                .contains("Holm-adjusted p = 0.9");
    }

    @Test
    void theSentenceSaysWhenRanksPointTheOtherWay() {
        double[] fewLoseMuch = IntStream.range(0, 60)
                .mapToDouble(i -> i % 6 == 0 ? 60 + i : -1)
                .toArray();
        assertThat(of(fewLoseMuch, new double[60]))
                .startsWith("a's regret is higher than b's by ")
                .contains("; by ranks it is lower (Wilcoxon p ")
                .contains("so in 83 % of the repetitions: the mean is decided by few that differ much");
    }

    @Test
    void aMeanDifferenceOfNothingHasNoDirection() {
        assertThat(of(new double[] {1, 0, 2, 1}, new double[] {0, 1, 1, 2}))
                .startsWith("no difference shown: a's regret is on average b's, 95 % interval −1.84 to 1.84; ");
    }

    /** One of 1 − 0.05^(1/60) = 4.87 %. */
    @Test
    void skewedValuesAreSaidNotToShowWhatIsRare() {
        double[] few =
                IntStream.range(0, 60).mapToDouble(i -> i == 0 ? 60 : i % 2).toArray();
        String rare =
                "; no interval accounts for a loss too rare to have occurred in 60 repetitions: one that occurs in 4.9 % of"
                        + " all repetitions is missed with probability 5 %";
        String disagree = "; the differences are so skewed that the interval, by bootstrap, and the t-test disagree";
        assertThat(of(few, new double[60])).startsWith("no difference shown").endsWith(disagree + rare);
        assertThat(of(shifted(few, 1), new double[60])).doesNotContain(disagree).endsWith(rare);
        double[] even = IntStream.range(0, 60).mapToDouble(i -> i % 5).toArray();
        assertThat(of(even, new double[60])).doesNotContain("rare");
    }

    @Test
    void agentsAreComparedByEpisode() {
        List<RunValues> trials = List.of(
                new RunValues("b", Metric.REWARD, new double[] {-10, -12}),
                new RunValues("a", Metric.REWARD, new double[] {-20, -21}));
        assertThat(VerdictSentence.of(Comparisons.of("b", trials, List.of(), 9).get(0), StepUnit.EPISODE))
                .contains("a's reward per episode is lower than b's by 9.5");
    }

    @Test
    void fractionsDifferByPercentagePoints() {
        List<RunValues> trials = List.of(
                new RunValues("b", Metric.OPTIMAL_ACTION, new double[] {0.5, 0.6, 0.7}),
                new RunValues("x's", Metric.OPTIMAL_ACTION, new double[] {0.8, 0.9, 1.0}));
        assertThat(VerdictSentence.of(Comparisons.of("b", trials, List.of(), 9).get(0), StepUnit.STEP))
                .startsWith("no difference shown: x's' share of optimal actions is higher than b's by 30");
    }

    @Test
    void equalRunsAreCalledEqual() {
        assertThat(of(B, B)).isEqualTo("a's regret equals b's in every repetition");
    }

    @Test
    void aConstantDifferenceHasNoInterval() {
        assertThat(of(new double[] {3, 4, 5}, new double[] {1, 2, 3}))
                .isEqualTo(
                        "no difference shown: a's regret is higher than b's by 2.00 in each of 3 repetitions; Holm-adjusted p"
                                + " = 0.25");
    }

    @Test
    void oneRepetitionTellsNothing() {
        assertThat(of(new double[] {1}, new double[] {3})).endsWith("; one repetition cannot tell whether by chance");
    }

    @Test
    void thereIsNoSentenceBeforeTheHorizon() {
        RegretPaths a = new RegretPaths("a", new long[] {1, 5}, new double[][] {{1, 2}});
        RegretPaths b = new RegretPaths("b", new long[] {1, 5}, new double[][] {{0, 1}});
        List<RunValues> trials = List.of(
                new RunValues("b", Metric.REGRET, new double[] {1}),
                new RunValues("a", Metric.REGRET, new double[] {2}));
        assertThat(VerdictSentence.of(
                        Comparisons.of("b", trials, List.of(a, b), 5).get(0), StepUnit.STEP))
                .isEmpty();
    }

    @Test
    void labelsStayAsTheyAre() {
        List<RunValues> trials = List.of(
                new RunValues("b", Metric.REWARD, new double[] {-10, -12}),
                new RunValues("2 step Sarsa", Metric.REWARD, new double[] {-20, -21}));
        assertThat(VerdictSentence.of(Comparisons.of("b", trials, List.of(), 9).get(0), StepUnit.EPISODE))
                .contains("2 step Sarsa's reward per episode");
    }
}
