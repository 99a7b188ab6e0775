package kelvin.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.metric.Comparison;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Pairing;
import kelvin.metric.Results;
import kelvin.metric.RunDifference;
import kelvin.metric.RunValues;
import kelvin.results.ResultsFolder;
import org.junit.jupiter.api.Test;

class FolderComparisonTest extends PlayedFolders {
    private static Stream<String> pairs(FolderComparison comparison) {
        return comparison.differences().stream()
                .map(RunDifference::comparison)
                .filter(each -> each.metric() == Metric.REGRET)
                .map(each -> each.learner() + " − " + each.baseline());
    }

    private static Stream<Pairing> pairings(FolderComparison comparison) {
        return comparison.differences().stream().map(RunDifference::pairing).distinct();
    }

    /** The mean regret of softmax at a reported step. */
    private static double regret(Path folder, long step) {
        MetricCurve curve =
                new ResultsFolder(folder).read().series(Metric.REGRET).get(0);
        return curve.mean()[Arrays.binarySearch(curve.steps(), step)];
    }

    @Test
    void learnersOfTwoSeedsAreUnpaired() {
        Path a = play("a");
        Path b = play("b", "seed: 1 → seed: 2");
        FolderComparison found = compare(a, b);
        assertThat(pairs(found)).containsExactly("softmax (b) − softmax (a)", "UCB1 (b) − UCB1 (a)");
        assertThat(pairings(found)).containsExactly(Pairing.INDEPENDENT);
        assertThat(found.differences()).hasSize(2 * 3);
        assertThat(found.differences().get(0).comparison().difference())
                .isCloseTo(regret(b, 60) - regret(a, 60), within(1e-9));
        assertThat(found.facts())
                .contains("a: " + a, "seed: 1 in a, 2 in b")
                .anyMatch(line -> line.startsWith("the same: testbed, horizon 60, repetitions 12, Kelvin"));
        assertThat(found.notes())
                .anyMatch(note -> note.startsWith("Unpaired: "))
                .anyMatch(note -> note.startsWith("Only the seed differs"))
                .noneMatch(note -> note.startsWith("Paired"));
        assertThat(found.step()).isEqualTo(60);
        assertThat(found.subtracted()).isEqualTo("its namesake in a");
    }

    /** Two learners of two folders are compared just as they would be in one experiment. */
    @Test
    void learnersOfOneSeedArePairedAsWithinAnExperiment() {
        Path both = play("both");
        Path a = play("a", "\n  UCB1: {Ucb1: {}} → ");
        Path b = play("b", "\n  softmax: {Softmax: {temperature: 0.1}} → ");
        FolderComparison found = compare(a, b);
        assertThat(pairs(found)).containsExactly("UCB1 − softmax");
        assertThat(pairings(found)).containsExactly(Pairing.PAIRED);
        Results within = new ResultsFolder(both).read();
        assertThat(found.differences())
                .extracting(RunDifference::comparison)
                .allSatisfy(comparison -> assertThat(comparison)
                        .isEqualTo(within.verdicts(comparison.metric()).get(0)));
        assertThat(found.against()).isEqualTo("softmax of a");
        assertThat(found.notes()).anyMatch(note -> note.contains("have no learner of the same label"));
    }

    @Test
    void moreRepetitionsOfOneSeedAreIdenticalOverThoseThatBothHave() {
        FolderComparison found = compare(play("a"), play("b", "repetitions: 12 → repetitions: 17"));
        assertThat(found.answer())
                .containsExactly("Everything compared is identical in every repetition, up to step 60.");
        assertThat(found.facts()).contains("repetitions: 12 in a, 17 in b");
        assertThat(found.notes()).anyMatch(note -> note.endsWith("over the repetitions that both have."));
        assertThat(found.results().series())
                .extracting(MetricCurve::repetitions)
                .contains(12L, 17L);
    }

    @Test
    void theSameLabelWithOtherSettingsIsPairedAndSaidToDiffer() {
        FolderComparison found = compare(play("a"), play("b", "temperature: 0.1 → temperature: 0.3"));
        assertThat(found.facts()).contains("softmax.ValueLearner.policy.Softmax.temperature: 0.1 in a, 0.3 in b");
        assertThat(pairings(found)).containsExactly(Pairing.PAIRED);
        assertThat(found.answer().get(0)).contains("identical: UCB1 (b)");
    }

    @Test
    void shorterHorizonsAreComparedAtTheLastStepThatBothReport() {
        Path a = play("a");
        Path b = play("b", "seed: 1 → seed: 2", "horizon: 60 → horizon: 50");
        FolderComparison found = compare(a, b);
        assertThat(found.step()).isEqualTo(40);
        assertThat(found.differences())
                .hasSize(2)
                .allMatch(each -> each.comparison().metric() == Metric.REGRET);
        assertThat(pairings(found)).containsExactly(Pairing.INDEPENDENT);
        assertThat(found.differences().get(0).comparison())
                .returns(40L, Comparison::step)
                .extracting(Comparison::difference)
                .isEqualTo(regret(b, 40) - regret(a, 40));
        assertThat(found.results().trials()).isEmpty();
        assertThat(found.results().spreads())
                .hasSize(4)
                .allMatch(
                        spread -> Arrays.equals(spread.steps(), new long[] {20, 40}) && spread.quantiles().length == 2);
        assertThat(found.results().series()).allMatch(curve -> curve.steps()[curve.steps().length - 1] == 40);
        assertThat(found.notes()).anyMatch(note -> note.startsWith("The horizons differ: everything is up to step 40"));
    }

    @Test
    void changesOfTheProblemUpToTheStepAreKept() {
        String phase = "{BernoulliTestbed: {arms: 3, means: {Uniform: {low: 0, high: 1}}}}";
        String changing =
                phase + " → {Switching: {until: [30, 45], phases: [" + String.join(", ", phase, phase, phase) + "]}}";
        FolderComparison found = compare(play("a", changing), play("b", changing, "horizon: 60 → horizon: 50"));
        assertThat(found.step()).isEqualTo(40);
        assertThat(found.results().changes()).containsExactly(30L);
    }

    @Test
    void oneSeedWithTwoHorizonsIsBounded() {
        FolderComparison found = compare(play("a"), play("b", "horizon: 60 → horizon: 50"));
        assertThat(pairings(found)).containsExactly(Pairing.BOUNDED);
        assertThat(found.notes())
                .anyMatch(note -> note.startsWith("Bound: "))
                .anyMatch(note -> note.endsWith("plays the same up to there: softmax (b), UCB1 (b)."))
                .noneMatch(note -> note.startsWith("Only the seed"));
    }

    @Test
    void anotherVersionIsSaid() throws IOException {
        Path a = play("a");
        Path b = play("older");
        Path manifest = b.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("(\"kelvin\": )\"[^\"]*\"", "$1\"0.0.1\""));
        FolderComparison found = compare(a, b);
        assertThat(found.facts()).anyMatch(line -> line.matches("Kelvin: .* in a, 0\\.0\\.1 in older"));
        assertThat(found.answer().get(0)).startsWith("Everything compared is identical");
    }

    @Test
    void theThirdFolderIsComparedWithTheFirstToo() {
        FolderComparison found = compare(play("a"), play("b", "seed: 1 → seed: 2"), play("c", "12 → 15"));
        assertThat(pairs(found))
                .containsExactly(
                        "softmax (b) − softmax (a)",
                        "UCB1 (b) − UCB1 (a)",
                        "softmax (c) − softmax (a)",
                        "UCB1 (c) − UCB1 (a)");
        assertThat(pairings(found)).containsExactly(Pairing.INDEPENDENT, Pairing.PAIRED);
    }

    @Test
    void allAreComparedWithOneThatIsNamed() {
        Path a = play("a");
        Path b = play("b", "seed: 1 → seed: 2");
        for (String baseline : List.of("b:UCB1", b + ":UCB1")) {
            FolderComparison found = FolderComparison.of(List.of(a, b), new LearnerSelection(List.of(), baseline));
            assertThat(pairs(found))
                    .containsExactly("softmax (a) − UCB1 (b)", "UCB1 (a) − UCB1 (b)", "softmax (b) − UCB1 (b)");
            assertThat(pairings(found)).containsExactly(Pairing.INDEPENDENT, Pairing.PAIRED);
            assertThat(found.against()).isEqualTo("UCB1 of b");
            assertThat(found.subtracted()).isEqualTo("UCB1 (b)");
        }
        FolderComparison found = FolderComparison.of(List.of(a, b), new LearnerSelection(List.of("UCB1"), "b"));
        assertThat(pairs(found)).containsExactly("UCB1 (a) − UCB1 (b)");
        assertThat(found.against()).isEqualTo("b");
    }

    @Test
    void learnersOfOneFolderOnlyAreShownAndSaidToBeComparedWithNone() {
        FolderComparison found = compare(play("a", "UCB1: → x,y:"), play("b"));
        assertThat(pairs(found)).containsExactly("softmax (b) − softmax (a)");
        assertThat(found.results().series(Metric.REGRET))
                .extracting(MetricCurve::learner)
                .containsExactly("softmax (a)", "softmax (b)", "x,y", "UCB1");
        assertThat(found.notes())
                .anyMatch(note -> note.startsWith("Shown, but compared with none: x,y of a, UCB1 of b"));
        assertThat(found.facts()).contains("not in a: UCB1", "not in b: x,y");
        LearnerSelection named = new LearnerSelection(List.of("x,y", "softmax"), "");
        assertThat(FolderComparison.of(
                                found.folders().stream()
                                        .map(ComparedFolder::path)
                                        .toList(),
                                named)
                        .results()
                        .series(Metric.REGRET))
                .extracting(MetricCurve::learner)
                .containsExactly("x,y", "softmax (a)", "softmax (b)");
    }

    @Test
    void namesThatWouldBeTheSameAreToldApart() {
        FolderComparison found = compare(play("a"), play("b", "UCB1: → softmax (a):"));
        assertThat(found.results().trials(Metric.REGRET))
                .extracting(RunValues::learner)
                .containsExactly("softmax (a)", "softmax (b)", "UCB1 (a)", "softmax (a) (b)");
    }

    @Test
    void chartsShowTheLearnersOfTheLeastRegretWhereThereAreTooMany() {
        StringBuilder more = new StringBuilder("UCB1: {Ucb1: {}}");
        for (int i = 1; i <= 8; i++) {
            more.append("\n  uniform ").append(i).append(": {Uniform: {}}");
        }
        FolderComparison found = compare(
                play("a", "UCB1: {Ucb1: {}} → " + more), play("b", "seed: 1 → seed: 2", "UCB1: {Ucb1: {}} → " + more));
        assertThat(found.results().series(Metric.REGRET)).hasSize(20);
        assertThat(found.lines().results().series(Metric.REGRET))
                .hasSize(16)
                .extracting(MetricCurve::learner)
                .contains("softmax (a)", "softmax (b)", "UCB1 (a)", "UCB1 (b)");
        assertThat(found.notes()).anyMatch(note -> note.startsWith("Charts show the learners of the least regret"));
    }
}
