package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.decision.journal.SealedLine;
import kelvin.policy.Softmax;
import kelvin.policy.subset.PlackettLuce;
import kelvin.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit whose checksums were made anew is found by drawing and judging again, and named. */
class ReplayEditsTest {
    private static final Settings RULES = new Settings(new Softmax(0.3), 3, Seed.of(5))
            .maxAge(Duration.ofHours(1))
            .control(new Softmax(2), 0.5)
            .defaultReward(-1, Duration.ofMillis(100));

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();
    private Path journal = Path.of("");
    private List<String> written = List.of();

    @BeforeEach
    void name() {
        journal = folder.resolve("journal-000001.jsonl");
    }

    /** Makes decisions, all of which but the last two are rewarded, the first twice. */
    private void live(Settings rules, int decisions) throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, rules, clock)) {
            for (int i = 0; i < decisions; i++) {
                clock.set(Math.min(i, 90));
                Decision decision = maker.decide("d" + i);
                for (int rewards = i < decisions - 2 ? i == 0 ? 2 : 1 : 0; rewards > 0; rewards--) {
                    maker.reward("d" + i, shown(decision), shown(decision));
                }
            }
        }
        written = Files.readAllLines(journal).stream()
                .filter(line -> !line.startsWith("{\"link\""))
                .toList();
        Files.delete(folder.resolve("journal.end"));
    }

    private static int shown(Decision decision) {
        Decision.Slate slate = decision.slate();
        return slate == null ? decision.action() : slate.actions().get(0);
    }

    /** Edits the first line that contains a text, seals it anew, and checks the journal, which then has no links. */
    private List<String> edited(String first, String pattern, String after, Settings rules) throws IOException {
        List<String> lines = new ArrayList<>(written);
        int place = 0;
        while (!lines.get(place).contains(first)) {
            place++;
        }
        Matcher before = Pattern.compile(pattern).matcher(lines.get(place));
        assertThat(before.find()).isTrue();
        byte[] line = (lines.get(place) + "\n").getBytes(StandardCharsets.UTF_8);
        lines.set(place, new String(SealedLine.rewritten(line, before.group(), after), StandardCharsets.UTF_8).strip());
        Files.write(journal, lines);
        return ReplayCheck.of(folder, rules).differences();
    }

    @Test
    void eachIsNamedByWhatComesOutInstead() throws IOException {
        live(RULES, 60);
        assertThat(edited("\"decision\":\"d0\"", "d0", "d0", RULES)).isEmpty();
        for (List<String> row : List.of(
                List.of("\"decision\":\"d3\"", "\"propensity\":0[.]", "\"propensity\":0.0", "drawn again as action "),
                List.of("\"group\":\"control\"", ",\"group\":\"control\"", "", "drawn again in the group control"),
                List.of("\"loss\":", "\"loss\":[-0-9.E]+", "\"loss\":9.5", "expected loss 9.5, drawn again with "),
                List.of("duplicate", "duplicate", "unknown", "reward of d0: unknown, judged again as duplicate"),
                List.of("\"reward\":\"d57\"", "\"estimate\":", "\"estimate\":1", ", learned again as decision 58"),
                List.of("\"decision\":\"d59\"", "\"time\":", "\"time\":9", "default reward of d58: was due, is not"))) {
            assertThat(edited(row.get(0), row.get(1), row.get(2), RULES))
                    .as(row.get(3))
                    .first()
                    .asString()
                    .contains(row.get(3));
        }
    }

    @Test
    void aRewardOfAnActionThatWasNotShownIsFound() throws IOException {
        Settings slates = Settings.slates(new PlackettLuce(2, 0.3), 4, Seed.of(5));
        live(slates, 5);
        assertThat(edited("duplicate", "\"action\":\\d", "\"action\":7", slates))
                .containsExactly("reward of d0: of action 7, which its slate does not show");
    }

    /** As many as a journal of another seed has. */
    @Test
    void ofVeryManyTheFirstThousandAreNamedAndTheOthersCounted() throws IOException {
        live(RULES, 1700);
        Seed other = Seed.of(6);
        String seed = "\"seed\":[" + other.high() + "," + other.low() + "]";
        List<String> differences = edited("\"rules\":", "\"seed\":\\[[^\\]]*]", seed, RULES.seed(other));
        assertThat(differences).hasSize(1001);
        assertThat(differences.get(1000)).matches("and [1-6]\\d\\d more");
    }
}
