package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.learner.LearnerSpec;
import kelvin.learner.index.Besa;
import kelvin.learner.nonstationary.GlrKlUcb;
import kelvin.learner.slate.SlateSpec;
import kelvin.yaml.Catalog;
import kelvin.yaml.ComponentKind;
import kelvin.yaml.ComponentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to the learners shows the committed results, names every learner, and is right about memory. */
class LearnersGuideTest {
    private static final int STEPS = 3000;

    @Test
    void theTablesShowTheCommittedResults() throws IOException {
        List<String> page = Files.readAllLines(LearnersGuide.PAGE);
        assertThat(LearnersGuide.rewritten(page)).isEqualTo(page);
    }

    @Test
    void everyLearnerThatChoosesOneActionPlays() {
        Set<String> played = LearnerCosts.learners().values().stream()
                .map(learner -> learner.getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertThat(new Catalog()
                        .entries(ComponentKind.LEARNER).stream()
                                .filter(entry -> !SlateSpec.class.isAssignableFrom(entry.type()))
                                .map(ComponentType::name))
                .allMatch(played::contains);
    }

    @Test
    void everyLearnerHasItsRow() throws IOException {
        Set<String> rows = Files.readAllLines(LearnersGuide.PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|", -1)[1].trim())
                .collect(Collectors.toSet());
        assertThat(rows).containsAll(LearnerCosts.learners().keySet());
    }

    static Stream<String> withoutHistory() {
        return LearnerCosts.learners().entrySet().stream()
                .filter(entry -> !needsHistory(entry.getValue()))
                .map(Map.Entry::getKey);
    }

    private static boolean needsHistory(LearnerSpec learner) {
        return learner instanceof Besa || learner instanceof GlrKlUcb;
    }

    /** A reward of 8 bytes is kept at every step, in arrays that are copied as they grow. */
    @Test
    void theTwoThatNeedThePastKeepIt() {
        assertThat(LearnerCosts.learners().values().stream().filter(LearnersGuideTest::needsHistory))
                .hasSize(2)
                .allSatisfy(learner -> assertThat(
                                LearnerCosts.of(learner, STEPS, STEPS).bytes())
                        .isBetween(4.0, 100.0));
    }

    /** Anything allocated at every step would be 16 bytes at least. */
    @ParameterizedTest
    @MethodSource("withoutHistory")
    void aStepAllocatesNothing(String label) {
        assertThat(LearnerCosts.of(LearnerCosts.learners().get(label), STEPS, STEPS)
                        .bytes())
                .isLessThan(4);
    }
}
