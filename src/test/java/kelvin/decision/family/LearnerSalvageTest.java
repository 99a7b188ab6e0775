package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.decision.State;
import kelvin.decision.journal.JournalSequence;
import kelvin.learner.index.Ucb1;
import kelvin.model.Features;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged family whose contexts decide by learners is salvaged too. */
class LearnerSalvageTest {
    @TempDir
    private Path temporary;

    /** The learner of the context that lost a line begins anew; the others are as they were. */
    @Test
    void aFamilyOfLearnersGoesOn() throws IOException {
        Settings learners = new Settings(new Ucb1(), 3, Features.NONE, Seed.of(5)).remembered(5);
        Path family = temporary.resolve("learners");
        Path rescued = temporary.resolve("rescued");
        List<String> names = List.of("de", "fr");
        Map<String, State> before = new HashMap<>();
        try (DecisionMakers makers = DecisionMakers.open(family, learners, 9, 1, InstantSource.system())) {
            for (int i = 0; i < 12; i++) {
                String id = "id " + i;
                double reward = i % 2;
                for (String name : names) {
                    makers.with(name, maker -> {
                        maker.decide(id);
                        return maker.reward(id, reward);
                    });
                    before.put(name, makers.with(name, DecisionMaker::state));
                }
            }
        }
        Path journal = JournalSequence.file(family.resolve("shard-0000"), 1);
        Files.writeString(journal, Files.readString(journal).replaceFirst("\"id 5\"", "\"ID 5\"")); // a decision of de
        assertThat(FamilySalvage.write(family, rescued).decisions()).isEqualTo(23);
        assertThat(FamilyCheck.of(rescued, learners).differences()).isEmpty();
        try (DecisionMakers makers = DecisionMakers.open(rescued, learners, 9, 1, InstantSource.system())) {
            assertThat(makers.with("fr", DecisionMaker::state)).isEqualTo(before.get("fr"));
            assertThat(makers.with("de", maker -> maker.decide("more")).step()).isEqualTo(13);
        }
    }
}
