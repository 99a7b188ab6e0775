package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import kelvin.simulation.RunCancelled;
import org.junit.jupiter.api.Test;

/** Experiments that are given again with other labels. */
class RenamedLearnersTest extends Reruns {
    @Test
    void aLearnerThatIsRenamedKeepsItsNumbers() throws IOException {
        run(YAML);
        Map<String, String> before = data(folder());
        forgetCheckpoints();
        String renamed = YAML.replace("  c: ", "  d: ").replace("learners.c", "learners.d");
        Ran again = run(renamed);
        assertThat(again.reuse().words())
                .containsExactly(
                        "'c' renamed 'd'", "with streams: {\"d\":\"c\"} in the file it plays the same elsewhere");
        assertThat(again.decisions()).isZero();
        Map<String, String> labels = new TreeMap<>(before);
        labels.replaceAll(
                (name, text) -> text.replaceAll("(?m)(^|,)c,", "$1d,").replaceAll("(?m)\\bc (?=is|has|lo)", "d "));
        assertThat(data(folder()).keySet()).isEqualTo(labels.keySet());
        assertThat(data(folder()).get("runs.csv")).isEqualTo(labels.get("runs.csv"));
        assertThat(data(folder()).get("summary.csv")).isEqualTo(labels.get("summary.csv"));
        assertThat(data(folder()).get("sweep.csv")).isEqualTo(labels.get("sweep.csv"));
        assertThatPlayingGivesTheSame();
        assertThat(run(renamed).reuse().words()).isEmpty();
        assertThat(run(YAML).reuse().words()).containsExactly("'d' renamed 'c'");
        assertThat(data(folder())).isEqualTo(before);
    }

    @Test
    void theBaselineAndAQuestionOfPrecisionGoByTheLabelsNow() throws IOException {
        String rule = without(YAML, "c:")
                .replace("repetitions: 20", "repetitions: {until: {halfWidth: 4, of: regret of a, max: 200}}");
        run(rule);
        Ran again = run(rule.replace("  a:", "  first:")
                .replace("of a", "of first")
                .replace("  b:", "  second:")
                .replace("baseline: b", "baseline: second"));
        assertThat(again.decisions()).isZero();
        assertThat(folder().read().stop().orElseThrow().of()).isEqualTo("regret of first");
        assertThat(folder().read().stop().orElseThrow().widest()).isEqualTo("first");
        assertThatPlayingGivesTheSame();
    }

    @Test
    void equalLearnersAreRenamedInTheirOrder() throws IOException {
        String two = without(YAML, "c:").replace("{Ucb1: {}}", "{Greedy: {}}");
        run(two);
        Ran again = run(two.replace("  a:", "  x:").replace("  b:", "  y:").replace("baseline: b", "baseline: y"));
        assertThat(again.reuse().words()).startsWith("'a' renamed 'x'", "'b' renamed 'y'");
        assertThatPlayingGivesTheSame();
    }

    /** The label that became free draws other numbers than the learner that had it. */
    @Test
    void aNewLearnerUnderAnOldLabelDrawsOtherNumbers() throws IOException {
        String renamed = without(YAML, "c:").replace("  a:", "  z:");
        run(without(YAML, "c:"));
        run(renamed);
        Ran again = run(renamed.replace("baseline: b", "  a: {Greedy: {}}\nbaseline: b"));
        assertThat(again.decisions()).isEqualTo(600);
        assertThat(again.reuse().file().experiment().streams()).isEqualTo(Map.of("z", "a", "a", "z"));
        assertThatPlayingGivesTheSame();
    }

    @Test
    void forcePlaysTheFileAsItIs() throws IOException {
        run(YAML);
        run(YAML.replace("  a:", "  z:"));
        Ran again = run(YAML.replace("  a:", "  z:"), folder(), true, Long.MAX_VALUE);
        assertThat(again.reuse().file().experiment().streams()).isEmpty();
        assertThatPlayingGivesTheSame();
    }

    @Test
    void aLearnerThatIsRenamedWhileItsRunIsInterruptedGoesOn() throws IOException {
        String plain = without(YAML, "c:");
        assertThatThrownBy(() -> run(plain, folder(), false, 480)).isInstanceOf(RunCancelled.class);
        Ran rest = run(plain.replace("  a:", "  z:").replace("Wich", "Which"));
        assertThat(rest.reuse().words())
                .containsExactly(
                        "'a' renamed 'z'", "with streams: {\"z\":\"a\"} in the file it plays the same elsewhere");
        assertThat(rest.decisions()).isBetween(1L, 1200L - 480);
        assertThatPlayingGivesTheSame();
    }

    @Test
    void aLearnerWithACheckpointOfItsOwnDoesNotGoOnFromThatOfAnEqualOne() throws IOException {
        String equal = without(YAML, "c:").replace("{Ucb1: {}}", "{Greedy: {}}");
        assertThatThrownBy(() -> run(equal, folder(), false, 1100)).isInstanceOf(RunCancelled.class);
        Ran rest = run(equal.replace("  b:", "  z:").replace("baseline: b", "baseline: z"));
        assertThat(rest.reuse().file().experiment().streams()).isEqualTo(Map.of("z", "b"));
        assertThatPlayingGivesTheSame();
    }

    @Test
    void anotherLearnerDoesNotGoOnFromACheckpointThatIsNoLongerUsed() throws IOException {
        String plain = without(YAML, "c:");
        assertThatThrownBy(() -> run(plain, folder(), false, 480)).isInstanceOf(RunCancelled.class);
        Ran other = run(plain.replace("  a: {Greedy: {}}", "  d: {Uniform: {}}"));
        assertThat(other.reuse().words()).isEmpty();
        assertThat(other.reuse().file().experiment().streams()).isEmpty();
        assertThatPlayingGivesTheSame();
    }

    @Test
    void theFileKeptIsOneEvenWhereNoLineCanBeAdded() throws IOException {
        String flow =
                "{question: q, seed: 1, horizon: 9, repetitions: 2, testbed: {GaussianTestbed: {arms: 2, meanStdDev: 1,"
                        + " rewardStdDev: 1}}, learners: {LABEL: {Ucb1: {}}}}";
        run(flow.replace("LABEL", "a"));
        assertThat(run(flow.replace("LABEL", "b")).decisions()).isZero();
        assertThatPlayingGivesTheSame();
    }

    @Test
    void aStreamThatALearnerWasPlayedWithIsNotGivenToAnother() throws IOException {
        String renamed = without(YAML, "c:").replace("  a:", "  z:");
        run(without(YAML, "c:"));
        run(renamed);
        assertThatThrownBy(() ->
                        run(renamed.replace("baseline: b", "  d: {Uniform: {}}\nbaseline: b") + "streams: {d: a}\n"))
                .hasMessageContaining("holds results of other settings: streams.d was 'd' and is now 'a'");
    }
}
