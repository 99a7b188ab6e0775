package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kelvin.yaml.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes from an experiment with results to the one that is wanted, without playing either. */
class ChangesTest {
    private static final Catalog CATALOG = new Catalog();
    private static final String YAML = """
            question: Q
            seed: 1
            horizon: 100
            repetitions: 20
            report: 10
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners:
              a: {Greedy: {}}
              b: {Ucb1: {}}
              c: {Softmax: {temperature: 0.1}}
            baseline: b
            """;
    private static final String UNTIL = YAML.replace(
            "repetitions: 20", "repetitions: {until: {halfWidth: 2, of: regret of c, min: 100, max: 200}}");
    private static final String SWEPT = YAML.replace("{Ucb1: {}}", "{Ucb: {exploration: 1}}")
            + "sweep: {t: {learners.c.Softmax.temperature: [0.1, 0.2], learners.b.Ucb.exploration: [0.1]}}\n";

    @TempDir
    private Path folder;

    private Experiment read(String yaml) throws IOException {
        return ExperimentFile.read(Files.writeString(folder.resolve("x.yaml"), yaml), CATALOG, Overrides.NONE)
                .experiment();
    }

    private Changes changes(String before, int held, String after) throws IOException {
        SourceLocation place = SourceLocation.top("manifest.json");
        return Changes.of((Map<?, ?>) Catalog.tree(read(before)), held, place, read(after));
    }

    private Changes changes(String before, String after) throws IOException {
        return changes(before, 20, after);
    }

    @Test
    void anExperimentHasNotChangedFromItself() throws IOException {
        Changes none = changes(YAML, YAML);
        assertThat(none.values()).isEmpty();
        assertThat(none.words()).isEmpty();
        assertThat(none.unplayed()).isFalse();
        assertThat(none.renamed()).isFalse();
        assertThat(none.fewer()).isFalse();
        assertThat(none.sameLearners()).isTrue();
        assertThat(none.learners()).containsExactly(Map.entry("a", "a"), Map.entry("b", "b"), Map.entry("c", "c"));
        assertThat(none.streams()).isEqualTo(none.learners());
    }

    @Test
    void noResultDependsOnTheQuestionOrTheLookOfCharts() throws IOException {
        Changes words = changes(YAML, YAML.replace("Q", "R") + "chart: {dpi: 100}\n");
        assertThat(words.words()).containsExactly("chart changed", "question changed");
        assertThat(words.values()).isEmpty();
        assertThat(words.unplayed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            horizon: 100 | horizon: 200 | horizon was 100 and is now 200
            p: 0.6 | p: 0.5 | testbed.FixedTestbed.arms[1].Bernoulli.p was 0.6 and is now 0.5
            temperature: 0.1 | temperature: 1 | learners.c.Softmax.temperature was 0.1 and is now 1.0
            {Ucb1: {}} | {Ucb: {exploration: 2}} | learners.b was {"Ucb1":{}} and is now {"Ucb":{"exploration":2.0}}
            repetitions: 20 | repetitions: 19 | repetitions was 20 and is now 19
            report: 10 | report: [1, 50] | report was 10 and is now [1,50]
            baseline: b | trace: {steps: [7]} | trace is new, {"rewards":0,"runs":[],"steps":[7]}
            baseline: b | streams: {b: d} | streams.b was 'b' and is now 'd'
            """)
    void valuesThatOtherResultsComeFromAreToldWithBoth(String before, String after, String told) throws IOException {
        assertThat(changes(YAML, YAML.replace(before, after)).values()).contains(told);
    }

    @Test
    void aValueThatIsGoneIsTold() throws IOException {
        assertThat(changes(YAML + "trace: {steps: [7]}\n", YAML).values())
                .contains("trace was {\"rewards\":0,\"runs\":[],\"steps\":[7]} and is gone");
    }

    @Test
    void threeValuesAreToldAndTheOthersCounted() throws IOException {
        String three = YAML.replace("seed: 1", "seed: 2").replace("0.9", "0.8").replace("horizon: 100", "horizon: 50");
        String said = "horizon was 100 and is now 50; seed was 1 and is now 2; "
                + "testbed.FixedTestbed.arms[0].Bernoulli.p was 0.9 and is now 0.8";
        assertThat(changes(YAML, three).values()).contains(said);
        assertThat(changes(YAML, three.replace("0.6", "0.5")).values()).contains(said + "; and 1 more");
    }

    @Test
    void renamedMovedAndMissingLearnersAreWords() throws IOException {
        String before = YAML.replace("baseline: b", "streams: {a: old}");
        Changes moved = changes(before, """
                question: Q
                seed: 1
                horizon: 100
                repetitions: 20
                report: 10
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
                learners:
                  b: {Ucb1: {}}
                  x: {Greedy: {}}
                  y: {Uniform: {}}
                baseline: x
                """);
        assertThat(moved.words()).containsExactly("'a' renamed 'x'", "'c' left out", "learners in another order");
        assertThat(moved.learners()).containsExactly(Map.entry("b", "b"), Map.entry("a", "x"));
        assertThat(moved.values()).isEmpty();
        assertThat(moved.renamed()).isTrue();
        assertThat(moved.fewer()).isTrue();
        assertThat(moved.sameLearners()).isFalse();
        assertThat(moved.unplayed()).as("the uniform one").isTrue();
    }

    @Test
    void withNoLearnerLeftThereIsNothingToKeep() throws IOException {
        String others = YAML.replaceAll("(?m)^  [abc]: .*\n", "")
                .replace("learners:\nbaseline: b", "learners: {u: {Uniform: {}}}");
        assertThat(changes(YAML, others).values()).contains("learners were a, b, c, of which none is left");
    }

    @Test
    void anotherBaselineNeedsComparisonsThatAreNotThere() throws IOException {
        Changes changes = changes(YAML, YAML.replace("baseline: b", "baseline: c"));
        assertThat(changes.words()).containsExactly("compared with 'c' instead of 'b'");
        assertThat(changes.unplayed()).isTrue();
        Changes renamed = changes(YAML, YAML.replace("  b:", "  d:").replace("baseline: b", "baseline: d"));
        assertThat(renamed.words()).containsExactly("'b' renamed 'd'");
        assertThat(renamed.unplayed()).isFalse();
        assertThat(renamed.streams()).containsEntry("d", "b");
    }

    @Test
    void furtherRepetitionsArePlayedAndNoneAreTakenAway() throws IOException {
        assertThat(changes(YAML, YAML.replace("repetitions: 20", "repetitions: 21")))
                .returns(true, Changes::unplayed)
                .returns(Optional.empty(), Changes::values);
        assertThat(changes(YAML, 15, YAML.replace("repetitions: 20", "repetitions: 15")))
                .as("a run that ended after 15")
                .returns(Optional.empty(), Changes::values);
    }

    /** A rule goes on where it would have stopped later, by the same numbers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            halfWidth: 2  | halfWidth: 2   | false | false
            halfWidth: 2  | halfWidth: 1   | true  | false
            halfWidth: 2  | halfWidth: 2.5 | false | true
            max: 200      | max: 201       | true  | false
            max: 200      | max: 199       | false | true
            min: 100      | min: 101       | false | true
            min: 100      | min: 99        | false | true
            min: 100      | min: 150       | true  | false
            of: regret of c | of: regret of b | false | true
            """)
    void aStoppingRuleIsExtendedIfItStopsNoEarlier(String before, String after, boolean unplayed, boolean differs)
            throws IOException {
        Changes changes = changes(UNTIL, 150, UNTIL.replace(before, after));
        assertThat(changes.unplayed()).isEqualTo(unplayed);
        assertThat(changes.values().isPresent()).isEqualTo(differs);
    }

    /** A learner that is left out may have decided when the rule stopped. */
    @Test
    void aStoppingRuleGoesByTheLabelsNow() throws IOException {
        Changes renamed = changes(UNTIL, UNTIL.replace("of c", "of d").replace("  c:", "  d:"));
        assertThat(renamed.values()).isEmpty();
        assertThat(renamed.unplayed()).isFalse();
        assertThat(changes(UNTIL, UNTIL.replace("  a: {Greedy: {}}\n", "")).unplayed())
                .isTrue();
        assertThat(changes(YAML, YAML.replace("  a: {Greedy: {}}\n", "")).unplayed())
                .isFalse();
    }

    @Test
    void aSweepFollowsTheLabels() throws IOException {
        Changes renamed = changes(SWEPT, SWEPT.replace("  c:", "  d:").replace("learners.c.", "learners.d."));
        assertThat(renamed.values()).isEmpty();
        assertThat(renamed.unplayed()).isFalse();
        assertThat(changes(SWEPT, SWEPT.replace("[0.1, 0.2]", "[0.1, 0.3]")).values())
                .contains("sweep.t.'learners.c.Softmax.temperature'[1] was 0.2 and is now 0.3");
        assertThat(changes(
                                YAML,
                                SWEPT.replace("{Ucb: {exploration: 1}}", "{Ucb1: {}}")
                                        .replace(", learners.b.Ucb.exploration: [0.1]", ""))
                        .values()
                        .orElseThrow())
                .startsWith("sweep.t is new, ");
    }

    @Test
    void axesOfTheProblemStayWhereALearnerIsRenamed() throws IOException {
        String both = SWEPT.replace("[0.1]}}", "[0.1]}, h: {horizon: [50, 100]}}");
        Changes renamed = changes(both, both.replace("  c:", "  d:").replace("learners.c.", "learners.d."));
        assertThat(renamed.words()).containsExactly("'c' renamed 'd'");
        assertThat(renamed.values()).isEmpty();
    }

    /** The points that only the learner left out had are no points of the experiment, so that others are compared at fewer. */
    @Test
    void pointsAreLostWithTheLearnerThatHadThem() throws IOException {
        String alone = SWEPT.replaceFirst("  c: .*\n", "").replace("learners.c.Softmax.temperature: [0.1, 0.2], ", "");
        assertThat(changes(SWEPT, alone)).returns(true, Changes::unplayed).returns(Optional.empty(), Changes::values);
        String same = SWEPT.replace("exploration: [0.1]", "exploration: [0.1, 0.2]");
        assertThat(changes(
                        same,
                        same.replaceFirst("  c: .*\n", "").replace("learners.c.Softmax.temperature: [0.1, 0.2], ", "")))
                .returns(false, Changes::unplayed)
                .returns(Optional.empty(), Changes::values);
    }

    @Test
    void aSweepOfTheProblemAloneIsKeptWithoutALearner() throws IOException {
        String horizons = YAML + "sweep: {h: {horizon: [50, 100]}}\n";
        Changes changes = changes(horizons, horizons.replace("  a: {Greedy: {}}\n", ""));
        assertThat(changes.values()).isEmpty();
        assertThat(changes.unplayed()).isFalse();
    }

    /** Equal learners under a new label: the one whose stream is named is meant. */
    @Test
    void aRenamedLearnerIsTheOneWithTheStreamThatIsNamed() throws IOException {
        String two = YAML.replace("{Ucb1: {}}", "{Greedy: {}}");
        String one =
                two.replace("  a: {Greedy: {}}\n", "").replace("  b:", "  x:").replace("baseline: b", "baseline: x");
        assertThat(changes(two, one).words()).startsWith("'a' renamed 'x'");
        assertThat(changes(two, one + "streams: {x: b}\n").words()).containsExactly("'b' renamed 'x'", "'a' left out");
    }

    /** A label that became free has a stream that the learner renamed still draws from. */
    @Test
    void aNewLearnerUnderAnOldLabelDrawsOtherNumbers() throws IOException {
        String after = YAML.replace("  a: {Greedy: {}}", "  x: {Greedy: {}}\n  a: {Uniform: {}}");
        String before = YAML.replace("  a: {Greedy: {}}", "  x: {Greedy: {}}") + "streams: {x: a}\n";
        Changes changes = changes(before, after);
        assertThat(changes.values()).isEmpty();
        assertThat(changes.streams()).isEqualTo(Map.of("x", "a", "a", "x", "b", "b", "c", "c"));
        String taken = before.replace("  b:", "  y: {Uniform: {}}\n  b:").replace("{x: a}", "{y: a}");
        assertThat(changes(before, taken).values()).contains("streams.y was 'y' and is now 'a'");
    }
}
