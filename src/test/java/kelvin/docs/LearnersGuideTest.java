package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kelvin.experiment.Catalog;
import kelvin.experiment.ComponentKinds;
import kelvin.learner.LearnerSpec;
import kelvin.learner.index.Besa;
import kelvin.learner.nonstationary.GlrKlUcb;
import kelvin.learner.slate.SlateSpec;
import kelvin.yaml.ComponentType;
import org.junit.jupiter.api.Test;

/** The guide to the learners shows the committed results, names every learner, and is right about memory. */
class LearnersGuideTest {
    private static final int STEPS = 3000;

    @Test
    void theTablesShowTheCommittedResults() throws IOException {
        List<String> page = Files.readAllLines(LearnersGuide.PAGE);
        assertThat(LearnersGuide.rewritten(page)).isEqualTo(page);
    }

    /** Contextual learners have a page of their own. */
    @Test
    void everyLearnerThatChoosesOneActionPlays() {
        Set<String> played = PlayedLearners.learners().values().stream()
                .map(learner -> learner.getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertThat(new Catalog()
                        .entries(ComponentKinds.LEARNER).stream()
                                .filter(entry -> !SlateSpec.class.isAssignableFrom(entry.type()))
                                .filter(entry -> !entry.type().getPackageName().endsWith(".contextual"))
                                .map(ComponentType::name))
                .allMatch(played::contains);
    }

    @Test
    void everyLearnerHasItsRow() throws IOException {
        Set<String> rows = Files.readAllLines(LearnersGuide.PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|", -1)[1].trim())
                .collect(Collectors.toSet());
        assertThat(rows).containsAll(PlayedLearners.learners().keySet());
    }

    private static boolean needsHistory(LearnerSpec learner) {
        return learner instanceof Besa || learner instanceof GlrKlUcb;
    }

    /** All others allocate nothing, which their contract asks of them. A reward of 8 bytes is kept at every step, in arrays that are copied as they grow. */
    @Test
    void theTwoThatNeedThePastKeepIt() {
        assertThat(PlayedLearners.learners().values().stream().filter(LearnersGuideTest::needsHistory))
                .hasSize(2)
                .allSatisfy(learner -> assertThat(PlayedLearners.bytesPerStep(learner, STEPS, STEPS))
                        .isBetween(4.0, 100.0));
    }
}
