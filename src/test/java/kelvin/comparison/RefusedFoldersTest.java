package kelvin.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.Test;

/** Refusals of {@code kelvin compare}: each is one line that says why. */
class RefusedFoldersTest extends PlayedFolders {
    private static void refused(String message, LearnerSelection selection, Path... folders) {
        assertThatThrownBy(() -> FolderComparison.of(List.of(folders), selection))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    private static void refused(String message, Path... folders) {
        refused(message, LearnerSelection.ALL, folders);
    }

    @Test
    void oneFolderIsNotComparedWithItself() {
        Path a = play("a");
        Path again = a.resolve("..").resolve("a");
        refused(
                again + ": is the same folder as " + a
                        + "; compare it with the results of another seed, version, horizon or learner",
                a,
                again);
    }

    @Test
    void otherProblemsAreRefused() {
        Path a = play("a");
        Path b = play("b", "arms: 3 → arms: 4");
        Path c = play(
                "c",
                "BernoulliTestbed → GaussianTestbed",
                "means: {Uniform: {low: 0, high: 1}} → meanStdDev: 1, rewardStdDev: 1");
        String why =
                " cannot be compared: they are different problems, whose regrets and rewards have no common meaning; ";
        refused(a + " and " + b + why + "testbed.BernoulliTestbed.arms: 3 in a, 4 in b", a, b);
        refused(a + " and " + c + why + "testbed: BernoulliTestbed in a, GaussianTestbed in c", a, c);
        refused(
                a + " and " + b + " and " + c + why
                        + "testbed: BernoulliTestbed in a, BernoulliTestbed in b, GaussianTestbed in c",
                a,
                b,
                c);
    }

    @Test
    void stepsThatAreNotCommonAreRefused() {
        Path a = play("a");
        Path b = play("b", "horizon: 60 → horizon: 65", "[20, 40] → [1, 2, 3, 4, 5, 6]");
        refused(
                "cannot be compared: no step is reported by all; " + a + " has 20, 40, 60; " + b
                        + " has 1, 2, 3, 4, 5, …; play one again with the report or --horizon of the other",
                a,
                b);
    }

    @Test
    void regretInHindsightOfTwoHorizonsIsRefused() {
        String hindsight = "{BernoulliTestbed: {arms: 3, means: {Uniform: {low: 0, high: 1}}}} → "
                + "{Hindsight: {testbed: {BernoulliTestbed: {arms: 3, means: {Uniform: {low: 0, high: 1}}}}}}";
        Path a = play("a", hindsight);
        Path b = play("b", hindsight, "horizon: 60 → horizon: 50");
        refused(
                a + " and " + b
                        + " cannot be compared: under Hindsight regret is against the best arm of all steps up to the"
                        + " horizon, and the horizons differ: 60 in a, 50 in b",
                a,
                b);
        assertThat(compare(a, play("c", hindsight, "seed: 1 → seed: 2")).differences())
                .isNotEmpty();
    }

    @Test
    void whatIsNotThereIsRefused() throws IOException {
        Path a = play("a");
        Path b = play("b", "seed: 1 → seed: 3");
        Path absent = temporary.resolve("absent");
        refused(absent + ": there is no such results folder", a, absent);
        Files.delete(b.resolve("runs.csv"));
        assertThatThrownBy(() -> compare(a, b))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(b + ": has no runs.csv");
        Files.delete(b.resolve("manifest.json"));
        assertThatThrownBy(() -> compare(a, b))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(b + ": is incomplete, there is no manifest.json");
    }

    @Test
    void damageIsRefused() throws IOException {
        Path a = play("a");
        Path b = play("b", "seed: 1 → seed: 4");
        Path runs = b.resolve("runs.csv");
        Files.writeString(runs, Files.readString(runs).replaceFirst("regret,", "regret,1"));
        assertThatThrownBy(() -> compare(a, b))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("runs.csv: has changed since Kelvin wrote it");
    }

    @Test
    void aSelectionThatNamesNothingIsRefused() {
        Path a = play("a");
        Path b = play("b", "seed: 1 → seed: 2");
        refused(
                "--learners: found 'x', must be of: softmax, UCB1",
                new LearnerSelection(List.of("UCB1", "x"), ""),
                a,
                b);
        for (String baseline : Stream.of("x", "x:UCB1", "aa").toList()) {
            refused(
                    "--baseline: found '" + baseline + "', must be a folder (a, b) or FOLDER:LEARNER",
                    new LearnerSelection(List.of(), baseline),
                    a,
                    b);
        }
        refused(
                "--baseline: found 'x', must be a learner of " + b + ": softmax, UCB1",
                new LearnerSelection(List.of(), "b:x"),
                a,
                b);
    }

    @Test
    void learnersOfTheBaselineAloneAreRefused() {
        Path a = play("a", "UCB1: → other:");
        Path b = play("b");
        refused(
                "there is nothing to compare with " + a + ": no other folder has other",
                new LearnerSelection(List.of("other"), ""),
                a,
                b);
    }
}
