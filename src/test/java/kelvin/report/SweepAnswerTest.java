package kelvin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;
import org.junit.jupiter.api.Test;

/** Two learners, of which {@code a} has a temperature, and problems that differ in arms and δ. */
class SweepAnswerTest {
    private static final SweptAxis TEMPERATURE =
            new SweptAxis("temperature", false, Set.of("a"), Map.of(0.1, "0.10", 1000.0, "1e3"));
    private static final SweptAxis ARMS = new SweptAxis("arms", true, Set.of(), Map.of());
    private static final SweptAxis DELTA = new SweptAxis("δ", true, Set.of(), Map.of(0.5, "0.50"));

    private static SweepPoint point(List<SweptAxis> axes, String learner, Metric metric, double... at) {
        double mean = at[axes.size()];
        return SweepPoint.of(
                axes.get(0).name(),
                at[0],
                axes.size() > 1 ? axes.get(1).name() : "",
                axes.size() > 1 ? at[1] : Double.NaN,
                new RunValues(learner, metric, new double[] {mean - 0.125, mean + 0.125}));
    }

    private static Results results(List<SweptAxis> axes, List<SweepPoint> points) {
        return ReportPageTest.THREE.toBuilder().swept(axes, points).build();
    }

    private static Results choice(double... means) {
        List<SweepPoint> points = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            points.add(point(List.of(TEMPERATURE), "a", Metric.REGRET, i / 10.0, means[i]));
        }
        return results(List.of(TEMPERATURE), points);
    }

    /** The regret of a at 0.01, 0.1 and 1000, and of b, under each number of arms. */
    private static Results temperatureByArms(double[]... regrets) {
        List<SweptAxis> axes = List.of(TEMPERATURE, ARMS);
        double[] temperatures = {0.01, 0.1, 1000};
        List<SweepPoint> points = new ArrayList<>();
        for (int arms = 0; arms < regrets.length; arms++) {
            for (int i = 0; i < temperatures.length; i++) {
                points.add(point(axes, "a", Metric.REGRET, temperatures[i], 2 + arms, regrets[arms][i]));
                if (regrets[arms].length > temperatures.length) {
                    points.add(point(axes, "b", Metric.REGRET, temperatures[i], 2 + arms, regrets[arms][3]));
                }
            }
        }
        return results(axes, points);
    }

    /** The regrets of a and b at each number of arms. */
    private static Results arms(Metric metric, double[]... means) {
        List<SweepPoint> points = new ArrayList<>();
        for (int arms = 0; arms < means.length; arms++) {
            for (int i = 0; i < means[arms].length; i++) {
                points.add(point(List.of(ARMS), i == 0 ? "a" : "b", metric, 2 + arms, means[arms][i]));
            }
        }
        return results(List.of(ARMS), points);
    }

    private static SweepAnswer answer(Results results) {
        return SweepAnswer.of(results).orElseThrow();
    }

    private static SweepNumbers table(Results results) {
        return SweepNumbers.of(answer(results));
    }

    @Test
    void aChoiceIsAnsweredByItsBestValueAsItIsWritten() {
        Results results = choice(5, 2, 4);
        assertThat(Answer.of(results).get(0))
                .startsWith(
                        "Of all values tried, a has the least mean regret at temperature 0.10: 2.00 (95 % interval 0.41 to 3.59)")
                .endsWith("mean of 2 repetitions.");
        assertThat(Answer.of(results))
                .anyMatch(s -> s.startsWith("Without the sweep: b b has the least regret"))
                .contains(
                        "The best of many points is biased: it looks a little better than it is. All points share their random numbers.");
        assertThat(ReportPageTest.page(results)).contains("<h2>Best values</h2>", "<td>0.10</td>");
        assertThat(answer(results).reminder()).isEmpty();
    }

    @Test
    void aBestValueAtTheEndOfWhatWasTriedIsSaidToBe() {
        String words = "a is best at an end of its range (temperature 0.2): values beyond it were not tried.";
        assertThat(Answer.of(choice(5, 4, 2))).contains(words);
        assertThat(Answer.of(choice(5, 2, 4))).noneMatch(s -> s.contains("at an end"));
    }

    @Test
    void aLearnerThatNothingIsVariedOfHasNoBestValue() {
        SweptAxis other = new SweptAxis("c", false, Set.of("another"), Map.of());
        Results fixed = results(
                List.of(other),
                List.of(
                        point(List.of(other), "a", Metric.REGRET, 1, 2),
                        point(List.of(other), "a", Metric.REGRET, 2, 2)));
        assertThat(Answer.of(fixed).get(0))
                .startsWith("Of all values tried, a has the least mean regret, whose parameters are not varied: 2");
        assertThat(table(fixed).rows())
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("a", "any"));
    }

    @Test
    void underEachConditionAnotherValueMayBeBest() {
        Results results =
                temperatureByArms(new double[] {5, 2, 4, 3}, new double[] {5, 6, 4, 3}, new double[] {9, 5, 7, 8});
        assertThat(answer(results).sentences())
                .containsExactly(
                        "a at temperature 0.10 has the least mean regret for arms = 2, 4; b for arms = 3.",
                        "a is best at temperature 0.10 for arms = 2, 4; temperature 1e3 for arms = 3.",
                        "a is best at an end of its range (temperature 1e3) for arms = 3: values beyond it were not tried.",
                        "Each of these is the best of 3 values tried, so it looks a little better than it is; its interval is for"
                                + " that value alone. All values under one condition share their random numbers.");
        assertThat(Answer.of(results))
                .startsWith("a at temperature 0.10 has the least mean regret for arms = 2, 4; b for arms = 3.")
                .contains("Values of arms are conditions, not choices: compare what is played at the same value.");
    }

    @Test
    void theTableHasTheBestOfEachLearnerUnderEachCondition() {
        SweepNumbers table = table(temperatureByArms(new double[] {5, 2, 4, 3}, new double[] {5, 6, 4, 3}));
        assertThat(table.header()).containsExactly("best for", "arms", "temperature", "regret", "95 % interval");
        assertThat(table.rows())
                .extracting(row -> String.join(" | ", row.subList(0, 4)))
                .containsExactly(
                        "a | 2 | 0.10 | 2.00", "a | 3 | 1e3 | 4.00", "b | 2 | any | 3.00", "b | 3 | any | 3.00");
        assertThat(table.caption()).startsWith("The best value of each learner under each condition by its mean");
    }

    @Test
    void aValueThatIsBestEverywhereIsNamedOnce() {
        assertThat(answer(temperatureByArms(new double[] {5, 2, 4}, new double[] {6, 3, 4}))
                        .sentences())
                .startsWith("a at temperature 0.10 has the least mean regret for every value of arms.")
                .noneMatch(s -> s.contains("at an end"));
    }

    /** Two arms are not a better choice than four, and one with more was not tried, but nobody could choose it. */
    @Test
    void ofConditionsAloneNoneIsBestAndNoneIsAnEnd() {
        Results one = arms(Metric.REGRET, new double[] {1}, new double[] {2}, new double[] {3});
        assertThat(answer(one).sentences()).isEmpty();
        assertThat(answer(one).reminder()).isPresent();
        assertThat(Answer.of(one).get(0)).startsWith("Without the sweep: b b has the least regret");
        assertThat(ReportPageTest.page(one)).contains("<h2>Conditions</h2>", "The learner under each condition");
        assertThat(table(one).header()).startsWith("arms", "learner");
    }

    @Test
    void underConditionsAloneTheBestLearnerIsNamed() {
        Results results = arms(Metric.REGRET, new double[] {1, 2}, new double[] {2, 1}, new double[] {3, 2});
        assertThat(answer(results).sentences())
                .containsExactly("a has the least mean regret for arms = 2; b for arms = 3, 4.");
        assertThat(table(results).header()).containsExactly("arms", "best", "regret", "95 % interval");
        assertThat(table(results).rows())
                .extracting(row -> String.join(" | ", row.subList(0, 3)))
                .containsExactly("2 | a | 1.00", "3 | b | 1.00", "4 | b | 2.00");
        assertThat(new Captions(results, Standing.of(results)).words("sweep-regret"))
                .isEqualTo("a has the least mean regret for arms = 2; b for arms = 3, 4.");
    }

    @Test
    void learnersThatLoseTheSameAreNamedTogether() {
        Results results = arms(Metric.REGRET, new double[] {1, 1}, new double[] {2, 1});
        assertThat(answer(results).sentences())
                .containsExactly("a, b alike have the least mean regret for arms = 2; b for arms = 3.");
        assertThat(table(results).rows().get(0)).startsWith("2", "a, b");
    }

    @Test
    void withoutRegretMoreRewardIsBetter() {
        assertThat(answer(arms(Metric.REWARD, new double[] {1, 2}, new double[] {2, 1}))
                        .sentences())
                .containsExactly("b has the highest mean reward for arms = 2; a for arms = 3.");
    }

    @Test
    void manyConditionsAreCounted() {
        double[][] means = new double[10][];
        for (int i = 0; i < means.length; i++) {
            means[i] = new double[] {i == 3 ? 2 : 4, 3};
        }
        assertThat(answer(arms(Metric.REGRET, means)).sentences())
                .containsExactly("b has the least mean regret for 9 of 10 values of arms; a for arms = 5.");
    }

    @Test
    void ofTwoConditionsEachPairHasItsBest() {
        List<SweptAxis> axes = List.of(ARMS, DELTA);
        List<SweepPoint> points = new ArrayList<>();
        for (double delta : new double[] {0.5, 0.9}) {
            for (double arms : new double[] {2, 3}) {
                points.add(point(axes, "a", Metric.REGRET, arms, delta, 2));
                points.add(point(axes, "b", Metric.REGRET, arms, delta, arms * delta));
            }
        }
        Results results = results(axes, points);
        assertThat(answer(results).sentences())
                .containsExactly(
                        "b has the least mean regret for (arms, δ) = (2, 0.50), (3, 0.50), (2, 0.9); a for (arms, δ) = (3, 0.9).");
        assertThat(answer(results).reminder())
                .contains("Values of arms and δ are conditions, not choices: compare what is played at the same pair.");
        assertThat(table(results).rows())
                .extracting(row -> String.join(" | ", row.subList(0, 3)))
                .containsExactly("2 | 0.50 | b", "3 | 0.50 | b", "2 | 0.9 | b", "3 | 0.9 | a");
    }

    /** An axis may set the problem and a learner at once: its values are conditions then. */
    @Test
    void anAxisThatVariesTheProblemTooIsACondition() {
        SweptAxis both = new SweptAxis("scale", true, Set.of("a"), Map.of());
        List<SweepPoint> points = new ArrayList<>();
        for (double value : new double[] {1, 2, 3}) {
            points.add(point(List.of(both), "a", Metric.REGRET, value, value));
            points.add(point(List.of(both), "b", Metric.REGRET, value, 2.5));
        }
        assertThat(answer(results(List.of(both), points)).sentences())
                .containsExactly("a has the least mean regret for scale = 1, 2; b for scale = 3.");
    }

    @Test
    void longTablesAreCut() {
        double[][] means = new double[150][];
        for (int i = 0; i < means.length; i++) {
            means[i] = new double[] {1, 2};
        }
        SweepNumbers table = table(arms(Metric.REGRET, means));
        assertThat(table.rows()).hasSize(100);
        assertThat(table.left()).isEqualTo("100 of 150 rows; sweep.csv has all points.");
        assertThat(table.section()).contains("<p>100 of 150 rows");
    }
}
