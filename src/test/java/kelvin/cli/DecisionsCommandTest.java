package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsCommandTest {
    private static final Settings RULES = new Settings(new Softmax(1), 3, Seed.of(1));

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private Path rescued = Path.of("");

    @BeforeEach
    void decide() throws IOException {
        folder = temporary.resolve("decisions");
        rescued = temporary.resolve("rescued");
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            for (int i = 0; i < 20; i++) {
                maker.decide("a" + i);
                maker.reward("a" + i, 1);
            }
        }
    }

    @Test
    void aWholeFolderIsSaidToBe() {
        assertThat(Kelvin.run("decisions", folder))
                .returns(0, Kelvin::code)
                .extracting(Kelvin::out)
                .asString()
                .contains("20 decisions and 20 learnt rewards are intact; nothing is lost");
    }

    @Test
    void whatIsWholeIsSalvaged() throws IOException {
        Path journal = folder.resolve("journal-000001.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("\"step\":7,\"time\"", "\"step\":8,\"time\""));
        assertThat(Kelvin.run("decisions", folder))
                .returns(1, Kelvin::code)
                .extracting(Kelvin::out)
                .asString()
                .contains(
                        "bytes that are not a line as it was written", "19 decisions and 20 learnt rewards are intact");
        assertThat(Kelvin.run("decisions", folder, "--salvage", rescued)).returns(0, Kelvin::code);
        try (DecisionMaker maker = DecisionMaker.open(rescued, RULES)) {
            assertThat(maker.state().decisions()).isEqualTo(20);
        }
        assertThat(Kelvin.run("decisions", folder, "--salvage", rescued))
                .returns(2, Kelvin::code)
                .extracting(Kelvin::err)
                .asString()
                .contains("is there already, must be a new folder or an empty one");
    }
}
