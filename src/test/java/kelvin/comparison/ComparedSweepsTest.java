package kelvin.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.metric.Metric;
import kelvin.metric.Pairing;
import kelvin.metric.SweepDifference;
import kelvin.metric.SweptAxis;
import org.junit.jupiter.api.Test;

class ComparedSweepsTest extends PlayedFolders {
    private static final String LAST = "\n  UCB1: {Ucb1: {}} → \n  UCB1: {Ucb1: {}}\nsweep:\n  ";

    private Path swept(String name, String axis, String... replaced) {
        String[] all = Arrays.copyOf(replaced, replaced.length + 1);
        all[replaced.length] = LAST + axis;
        return play(name, all);
    }

    private static Stream<String> points(FolderComparison comparison) {
        return comparison.swept().stream()
                .filter(each -> each.point().metric() == Metric.REGRET)
                .map(each -> each.difference().comparison().learner() + " "
                        + each.point().value());
    }

    @Test
    void pointsThatBothHaveAreCompared() {
        FolderComparison found = compare(
                swept("a", "τ: {learners.softmax.Softmax.temperature: [0.1, 0.2, 0.4]}"),
                swept("b", "τ: {learners.softmax.Softmax.temperature: [0.2, 0.4, 0.8]}", "seed: 1 → seed: 2"));
        assertThat(points(found)).containsExactly("softmax (b) 0.2", "softmax (b) 0.4");
        assertThat(found.swept()).allMatch(each -> each.difference().pairing() == Pairing.INDEPENDENT);
        SweepDifference first = found.swept().get(0);
        double baseline = found.folders().get(0).results().swept().stream()
                .filter(each -> each.value() == 0.2
                        && each.learner().equals("softmax")
                        && each.metric() == first.point().metric())
                .findFirst()
                .orElseThrow()
                .mean();
        assertThat(first.difference().comparison().difference())
                .isEqualTo(first.point().mean() - baseline);
        assertThat(found.notes()).contains("Sweeps are compared at the 2 of 4 points that both of a pair have.");
        assertThat(found.results().axes())
                .singleElement()
                .returns(java.util.Set.of("softmax (a)", "softmax (b)"), SweptAxis::learners);
    }

    @Test
    void pointsOfOneSeedAreBounded() {
        FolderComparison found = compare(
                swept("a", "τ: {learners.softmax.Softmax.temperature: [0.1, 0.2]}"),
                swept("b", "τ: {learners.softmax.Softmax.temperature: [0.1, 0.2]}", "12 → 14"));
        assertThat(found.swept())
                .isNotEmpty()
                .allMatch(each -> each.difference().pairing() == Pairing.BOUNDED);
        assertThat(found.notes()).anyMatch(note -> note.startsWith("Points of sweeps are kept as means"));
    }

    @Test
    void underConditionsEveryLearnerIsCompared() {
        String conditions = "high: {testbed.BernoulliTestbed.means.Uniform.high: [0.5, 1]}";
        FolderComparison found = compare(swept("a", conditions), swept("b", conditions, "seed: 1 → seed: 2"));
        assertThat(points(found)).containsExactly("softmax (b) 0.5", "softmax (b) 1.0", "UCB1 (b) 0.5", "UCB1 (b) 1.0");
    }

    @Test
    void valuesOfOtherParametersAreNotCompared() {
        FolderComparison found = compare(
                swept("a", "x: {learners.softmax.Softmax.temperature: [0.1, 0.2]}"),
                swept(
                        "b",
                        "x: {learners.softmax.EpsilonGreedy.epsilon: [0.1, 0.2]}",
                        "{Softmax: {temperature: 0.1}} → {EpsilonGreedy: {epsilon: 0.1}}"));
        assertThat(found.swept()).isEmpty();
        assertThat(found.notes())
                .contains("Sweeps are compared where both of a pair vary the same parameters: for 0 of 1 pairs.");
    }

    @Test
    void sweepsThatCannotBeComparedAreSaidNotToBe() {
        Path plain = play("plain");
        Path a = swept("a", "τ: {learners.softmax.Softmax.temperature: [0.1, 0.2]}");
        Path other = swept("other", "T: {learners.softmax.Softmax.temperature: [0.1, 0.2]}");
        Path longer =
                swept("longer", "τ: {learners.softmax.Softmax.temperature: [0.1, 0.2]}", "horizon: 60 → horizon: 70");
        for (Path[] pair : List.of(new Path[] {a, plain}, new Path[] {a, other}, new Path[] {a, longer})) {
            FolderComparison found = compare(pair);
            assertThat(found.swept()).isEmpty();
            assertThat(found.results().swept()).isEmpty();
            assertThat(found.differences()).isNotEmpty();
        }
        assertThat(compare(a, plain).notes()).contains("Sweeps are not compared: a alone has one.");
        assertThat(compare(a, other).notes()).contains("Sweeps are not compared: a varies τ, other varies T.");
        assertThat(compare(a, longer).notes())
                .anyMatch(
                        note -> note.startsWith("Sweeps are not compared: their points are known at the horizon only"));
    }
}
