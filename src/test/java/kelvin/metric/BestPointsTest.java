package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BestPointsTest {
    private static final SweptAxis TAU = new SweptAxis("τ", false, Set.of("a"), Map.of());
    private static final SweptAxis ARMS = new SweptAxis("arms", true, Set.of(), Map.of());

    /** The loss of a is that between temperature and arms, so it differs most at the ends; that of b is 1. */
    private static BestPoints points(Metric metric, SweptAxis... axes) {
        List<SweepPoint> points = new ArrayList<>();
        for (double arms : new double[] {2, 3}) {
            for (double tau : new double[] {1, 2, 3}) {
                double loss = Math.abs(tau - arms);
                points.add(
                        SweepPoint.of("τ", tau, "arms", arms, new RunValues("a", metric, new double[] {loss, loss})));
                points.add(SweepPoint.of("τ", tau, "arms", arms, new RunValues("b", metric, new double[] {1, 1})));
            }
        }
        return BestPoints.of(List.of(axes), metric, points);
    }

    @Test
    void eachLearnerHasABestPointUnderEachCondition() {
        assertThat(points(Metric.REGRET, TAU, ARMS).ofLearners())
                .extracting(SweepPoint::learner, SweepPoint::value, SweepPoint::secondValue)
                .containsExactly(
                        tuple("a", 2.0, 2.0), tuple("a", 3.0, 3.0), tuple("b", 1.0, 2.0), tuple("b", 1.0, 3.0));
    }

    @Test
    void moreRewardIsBetter() {
        assertThat(points(Metric.REWARD, TAU, ARMS).ofLearners())
                .extracting(SweepPoint::learner, SweepPoint::value)
                .startsWith(tuple("a", 1.0), tuple("a", 1.0));
    }

    /** At one temperature the problem would have to be chosen to be among the best of all. */
    @Test
    void withoutConditionsAllPointsOfALearnerCompete() {
        SweptAxis choice = new SweptAxis("arms", false, Set.of("a"), Map.of());
        assertThat(points(Metric.REGRET, TAU, choice).ofLearners())
                .extracting(SweepPoint::learner, SweepPoint::value, SweepPoint::secondValue)
                .containsExactly(tuple("a", 2.0, 2.0), tuple("b", 1.0, 2.0));
        assertThat(points(Metric.REGRET, TAU, choice).conditional()).isFalse();
    }

    @Test
    void equalLearnersAreBothBest() {
        SweptAxis other = new SweptAxis("τ", true, Set.of(), Map.of());
        assertThat(points(Metric.REGRET, other, ARMS).ofConditions())
                .extracting(alike -> alike.stream().map(SweepPoint::learner).toList())
                .containsExactly(
                        List.of("a", "b"),
                        List.of("a"),
                        List.of("a", "b"),
                        List.of("b"),
                        List.of("a", "b"),
                        List.of("a"));
        assertThat(points(Metric.REGRET, other, ARMS).conditions()).hasSize(6);
    }

    @Test
    void aLearnerChoosesOnlyWhatIsVariedOfItself() {
        BestPoints points = points(Metric.REGRET, TAU, ARMS);
        assertThat(points.chooses("a")).isTrue();
        assertThat(points.chooses("b")).isFalse();
        assertThat(new SweptAxis("both", true, Set.of("a"), Map.of()).isChoice("a"))
                .isFalse();
    }

    @Test
    void valuesAreShownAsTheyAreWritten() {
        SweptAxis axis = new SweptAxis("τ", false, Set.of(), Map.of(0.1, "0.10"));
        assertThat(axis.text(0.1)).isEqualTo("0.10");
        assertThat(axis.text(0.2)).isEqualTo("0.2");
    }

    @Test
    void learnersKeepTheOrderOfTheExperiment() {
        List<RunValues> trials = List.of(
                new RunValues("b", Metric.REGRET, new double[] {1, 1}),
                new RunValues("a", Metric.REGRET, new double[] {1, 1}));
        List<SweepPoint> swept = points(Metric.REGRET, TAU, ARMS).points();
        Results results = Results.builder("?")
                .trials(trials)
                .swept(List.of(TAU, ARMS), swept)
                .build();
        assertThat(BestPoints.of(results, Metric.REGRET).ofLearners())
                .extracting(SweepPoint::learner)
                .containsExactly("b", "b", "a", "a");
        assertThat(BestPoints.of(results, Metric.REWARD).points()).isEmpty();
    }
}
