package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import kelvin.decision.Decision.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counts of exploration survive restarts and kills, to the last bit. */
class ExplorationCountsTest {
    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    /** The folder as it is while the program runs is what a killed one leaves behind; here with half a line more. */
    @Test
    void whatWasExploredIsCountedOverKillsToTheLastBit() throws IOException {
        DecisionMaker through = new DecisionMaker(GuardsTest.CONTROLLED, clock);
        Path killed = Files.createDirectories(folder.resolve("killed"));
        try (DecisionMaker maker = DecisionMaker.open(folder.resolve("maker"), GuardsTest.CONTROLLED, clock)) {
            for (DecisionMaker each : List.of(maker, through)) {
                GuardsTest.live(each, "a", 40);
                each.save();
                GuardsTest.live(each, "b", 20);
                each.guards().stop(1);
                GuardsTest.live(each, "c", 10);
                each.commit();
            }
            for (String name : List.of("state-000002.json", "journal-000001.jsonl", "journal-000002.jsonl")) {
                Files.copy(folder.resolve("maker").resolve(name), killed.resolve(name));
            }
        }
        Files.writeString(killed.resolve("journal-000002.jsonl"), "{\"decision\":\"to", StandardOpenOption.APPEND);
        assertThat(ReplayCheck.of(killed, GuardsTest.CONTROLLED).state().explored())
                .isEqualTo(through.state().explored());
        try (DecisionMaker resumed = DecisionMaker.open(killed, GuardsTest.CONTROLLED, clock)) {
            for (Group group : Group.values()) {
                Guards.Counts counts = through.guards().counts(group);
                assertThat(counts.expectedLoss()).isPositive();
                assertThat(resumed.guards().counts(group)).isEqualTo(counts);
            }
        }
    }
}
