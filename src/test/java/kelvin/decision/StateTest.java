package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.decision.journal.DamagedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTest {
    @TempDir
    private Path folder;

    private Path file;
    private State state;

    @BeforeEach
    void someState() {
        HandClock clock = new HandClock();
        DecisionMaker maker = new DecisionMaker(Samples.RULES, State.initial(Samples.RULES), clock);
        Samples.live(maker, clock, 1, 400);
        state = maker.state();
        file = folder.resolve("state.json");
    }

    @Test
    void aSavedStateComesBackToTheLastBit() throws IOException {
        state.save(file);
        assertThat(State.load(file)).isEqualTo(state);
        assertThat(state.arms()).hasSizeGreaterThan(4);
        assertThat(state.counts().duplicate()).isPositive();
    }

    @Test
    void aLoadedDecisionMakerGoesOnAsIfNothingHadHappened() throws IOException {
        state.save(file);
        HandClock clock = new HandClock();
        DecisionMaker one = new DecisionMaker(Samples.RULES, state, clock);
        DecisionMaker other = new DecisionMaker(Samples.RULES, State.load(file), clock);
        Samples.live(one, clock, 2, 200);
        Samples.live(other, clock, 2, 200);
        assertThat(State.compare(one.state(), other.state())).isEmpty();
    }

    @Test
    void whatDiffersIsListed() {
        List<ActionEstimate> arms = new ArrayList<>(state.arms());
        arms.set(2, new ActionEstimate(0.25, 0.5, 2, true));
        arms.remove(arms.size() - 1);
        State other = new State(
                state.seed(),
                "Greedy[]",
                state.version(),
                state.decisions(),
                state.counts(),
                arms,
                state.remembered(),
                state.stopped(),
                state.learner(),
                state.explored());
        assertThat(State.compare(state, other))
                .contains(
                        "policy: Softmax[temperature=0.3] and Greedy[]",
                        "arms[2].value: " + state.arms().get(2).value() + " and 0.25")
                .last()
                .asString()
                .startsWith("arms[" + arms.size() + "]: {value=")
                .endsWith("and nothing");
        assertThat(State.compare(state, state)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"count\": 1 | \"count\": 2 | the file was edited or damaged",
                "\"format\": 3 | \"format\": 4 | found format 4, must be 2 or 3, which this version of Kelvin reads",
                "\"policy\": | \"polity\": | the file was edited or damaged",
                "\"format\": 3 | \"format\": x | not a whole snapshot: character 15: found x"
            })
    void anEditedFileIsRefused(String before, String after, String problem) throws IOException {
        state.save(file);
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> State.load(file))
                .withMessageContaining(file + ": ")
                .withMessageContaining(problem);
    }

    @Test
    void aTruncatedFileIsRefusedWhereverItEnds() throws IOException {
        state.save(file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 2; length += 1 + whole.length / 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(DamagedFile.class).isThrownBy(() -> State.load(file));
        }
    }
}
