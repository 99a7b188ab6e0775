package kelvin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kelvin.metric.Comparisons;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.ProblemKind;
import kelvin.metric.RegretSpread;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.StepUnit;
import kelvin.report.GalleryPage.Entry;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private static final long[] STEPS = {10};
    static final Results THREE = results(Map.of("a", 5.0, "b b", 3.0, "c", 9.0), List.of("a", "b b", "c"), 50);

    /** Repetition i of a learner loses what it loses on average, more or less. */
    private static Results results(Map<String, Double> regrets, List<String> order, int repetitions) {
        List<RunValues> trials = new ArrayList<>();
        List<MetricCurve> series = new ArrayList<>();
        List<RegretSpread> spreads = new ArrayList<>();
        for (String learner : order) {
            double[] regret = new double[repetitions];
            for (int i = 0; i < repetitions; i++) {
                regret[i] = Objects.requireNonNull(regrets.get(learner)) + (i + learner.length()) % 5 / 10.0;
            }
            for (Metric metric : List.of(Metric.REGRET, Metric.REWARD, Metric.OPTIMAL_ACTION)) {
                trials.add(new RunValues(learner, metric, metric == Metric.REGRET ? regret : new double[repetitions]));
                series.add(new MetricCurve(learner, metric, STEPS, new double[] {1}, new double[] {1}, repetitions));
            }
            spreads.add(new RegretSpread(
                    learner, STEPS, new double[][] {{0, 0, 0, 0, 0}}, learner.equals("c") ? 0.5 : 0.01));
        }
        return Results.builder("Is <a> better?")
                .series(series)
                .trials(trials)
                .spreads(spreads)
                .comparisons(Comparisons.of(order.get(0), trials, List.of(), 10))
                .build();
    }

    static String page(Results results) {
        return new ReportPage("x", "question: <a>", "./kelvin run x.yaml", Map.of("kelvin", "1"))
                .html(
                        results,
                        Map.of(
                                "regret",
                                new ReportChart(
                                        "<svg width=\"1\"></svg>",
                                        "<svg width=\"1\"></svg>",
                                        "Mean.",
                                        Optional.empty())));
    }

    @Test
    void theAnswerFollowsFromTheNumbers() {
        assertThat(Answer.of(THREE))
                .hasSize(4)
                .satisfiesExactly(
                        best -> assertThat(best)
                                .startsWith("b b has the least regret: 3.200 (95 % interval 3.15")
                                .endsWith(" after 10 steps, mean of 50 repetitions."),
                        groups -> assertThat(groups)
                                .isEqualTo(
                                        "Compared with a, paired by repetition: significantly less regret: b b; significantly more regret: c."),
                        verdict -> assertThat(verdict).startsWith("In detail: b b's regret is lower than a's by 2."),
                        linear -> assertThat(linear).isEqualTo("Repetitions with linear regret at the end: c 50 %."));
    }

    @Test
    void otherNumbersGiveAnotherAnswer() {
        Results alike = results(Map.of("a", 5.0, "b", 5.0), List.of("b", "a"), 50);
        assertThat(Answer.of(alike)).anyMatch(sentence -> sentence.endsWith("no significant difference: a."));
    }

    @Test
    void oneLearnerIsComparedWithNobody() {
        Results one = results(Map.of("a", 5.0), List.of("a"), 1);
        assertThat(Answer.of(one)).containsExactly("a has a regret of 5.10 after 10 steps, in one repetition.");
        assertThat(page(one)).doesNotContain("Comparisons");
    }

    @Test
    void thePageLoadsNothingAndEscapesWhatItShows() {
        assertThat(page(THREE))
                .contains("<h1>Is &lt;a&gt; better?</h1>", "question: &lt;a&gt;", "./kelvin run x.yaml")
                .doesNotContainPattern("(src|href)=\"[^#]|url\\([^#]|@import");
    }

    @Test
    void aPictureIsTold() {
        assertThat(page(THREE))
                .contains("<svg role=\"img\" aria-label=\"Regret over time: At the horizon b b has the least regret");
    }

    @Test
    void theLeastRegretComesFirst() {
        assertThat(page(THREE))
                .containsSubsequence("<th scope=\"row\">b b", "<th scope=\"row\">a", "<th scope=\"row\">c");
    }

    @Test
    void learnersThatLoseTheSameAreNotRanked() {
        List<RunValues> trials = List.of(
                new RunValues("no x", Metric.REGRET, new double[] {1, 3}),
                new RunValues("b", Metric.REGRET, new double[] {1, 3}));
        Results alike = Results.builder("?")
                .trials(trials)
                .comparisons(Comparisons.of("b", trials, List.of(), 9))
                .build();
        assertThat(Answer.of(alike))
                .containsExactly(
                        "no x, b have the same regret, 2.0 (95 % interval −10.7 to 14.7), mean of 2 repetitions.",
                        "Compared with b, paired by repetition: no significant difference: no x.",
                        "In detail: no x's regret equals b's in every repetition.");
        assertThat(new Captions(alike, Standing.of(alike)).words("regret"))
                .isEqualTo("At the horizon all have a regret of 2.0 (95 % interval −10.7 to 14.7).");
    }

    @Test
    void labelsStayAsTheyAreWhereEpisodesArePlayed() {
        List<RunValues> trials = List.of(
                new RunValues("2 step Sarsa", Metric.REGRET, new double[] {1, 3}),
                new RunValues("10 %, p < 1", Metric.REGRET, new double[] {5, 6}));
        Results episodes = Results.builder("Which step size?")
                .unit(StepUnit.EPISODE)
                .trials(trials)
                .comparisons(Comparisons.of("2 step Sarsa", trials, List.of(), 9))
                .build();
        assertThat(page(episodes))
                .contains(
                        "Which step size?",
                        "2 step Sarsa has the least regret",
                        "than 2 step Sarsa&#39;s",
                        "10 %, p &lt; 1");
    }

    /** Without regret learners are ranked by reward, more being better. */
    @Test
    void resultsWithoutRegretAreRankedByReward() {
        List<RunValues> rewards = List.of(
                new RunValues("a", Metric.REWARD, new double[] {1, 1.1, 0.9}),
                new RunValues("b", Metric.REWARD, new double[] {2, 2.1, 1.9}));
        Results earned = Results.builder("?").trials(rewards).build();
        assertThat(Answer.of(earned).get(0)).startsWith("b earns the most: 2.000 (95 % interval");
        assertThat(page(earned))
                .containsSubsequence("<th scope=\"row\">b", "<th scope=\"row\">a")
                .doesNotContain("regret</th>");
    }

    @Test
    void agentsPlayEpisodes() {
        Results episodes = THREE.toBuilder().unit(StepUnit.EPISODE).build();
        assertThat(Answer.of(episodes).get(0)).contains(" after 10 episodes, ");
        assertThat(page(episodes)).contains("reward per episode</th>");
    }

    @Test
    void runningTimesAreNotInTheReport() {
        Results timed = THREE.toBuilder().seconds(Map.of("a", 1.25)).build();
        assertThat(page(timed)).isEqualTo(page(THREE));
    }

    @Test
    void textThatIsNoReportIsNotQuoted() {
        assertThat(Entry.of("<h1>Is it?</h1>", "x/report.html")).isEmpty();
    }

    @Test
    void theGalleryLeadsToEveryReport() {
        Entry entry = Entry.of(page(THREE), "x/report.html").orElseThrow();
        String page = new GalleryPage(List.of(entry)).html();
        assertThat(page)
                .contains("<a href=\"x/report.html\"><strong>Is &lt;a&gt; better?", "b b has the least regret: 3.200")
                .contains("<h2>Others</h2>", "x · 3 learners · 10 steps · 50 repetitions");
    }

    private static Entry entry(String target, Map<String, String> facts, Optional<CurveData> data) {
        String report = new ReportPage("x", "", "", facts)
                .html(THREE, Map.of("regret", new ReportChart("<svg ></svg>", "<svg ></svg>", "", data)));
        return Entry.of(report, target).orElseThrow();
    }

    @Test
    void theGalleryIsGroupedByKindOfProblem() {
        Optional<CurveData> none = Optional.empty();
        GalleryPage page = new GalleryPage(List.of(
                entry("a", Map.of(), none),
                entry("b", Map.of("problem", ProblemKind.EPISODES.noun()), none),
                entry("c", Map.of("problem", ProblemKind.STATIONARY.noun()), none),
                entry("d", Map.of("problem", ProblemKind.EPISODES.noun()), none)));
        assertThat(page.html().replaceAll("(?s)<style>.*?</style>|<script.*?</script>", ""))
                .containsSubsequence(
                        "<h2>Bandits that do not change",
                        "\"c\"",
                        "<h2>Agents in episodes",
                        "\"b\"",
                        "\"d\"",
                        "<h2>Others",
                        "\"a\"")
                .doesNotContain("Decisions by context");
    }

    /** Of points closer than 5 pixels of 160 the later are left out; from 2 to 88 pixels down are the highest and the lowest value. */
    @Test
    void aThumbnailHasTheCurvesOfTheReport() {
        double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        CurveData data = new CurveData(
                "step",
                "regret",
                "zero",
                false,
                false,
                new double[] {0, 50, 51, 100},
                List.of(),
                List.of(),
                List.of(
                        new CurveData.Line("a", "#112233", "", new double[] {0, 10, 11, 20}, none, none),
                        new CurveData.Line(
                                "b", "currentColor", "4 3", new double[] {Double.NaN, 5, 5, 5}, none, none)));
        assertThat(entry("x", Map.of(), Optional.of(data)).thumbnail())
                .contains("<path stroke=\"#112233\" d=\"M0 88L80 45L160 2\"/>")
                .contains("<path stroke=\"currentColor\" stroke-dasharray=\"4 3\" d=\"M80 67L160 67\"/>");
    }
}
