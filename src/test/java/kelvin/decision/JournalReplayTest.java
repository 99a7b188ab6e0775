package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JsonMembers;
import kelvin.json.Json;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replaying lines one by one, without their file: what each changes, and that none can be left out. */
class JournalReplayTest {
    private static final Settings RULES = new Settings(new Softmax(1), 3, Seed.of(1));
    private static final RecordedSettings RECORDED = RecordedSettings.of(RULES);

    @TempDir
    private Path folder;

    private static JournalReplay replay() {
        return new JournalReplay(new Snapshot(RECORDED.initial(), RECORDED, HashChain.FIRST), recorded -> RULES);
    }

    private static JsonMembers line(String json) {
        return JsonMembers.of(Json.parse(json));
    }

    private static void refused(String json, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay().line(line(json)))
                .withMessage(message + ": lines before this one are missing");
    }

    /** The lines of a life with a call of every kind, whose state at the end is the given one. */
    private List<JsonMembers> lines(List<State> states) throws IOException {
        List<JsonMembers> lines = new ArrayList<>();
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES, () -> Instant.ofEpochMilli(5))) {
            maker.decide("a");
            maker.decide("b");
            maker.reward("a", 0.25);
            maker.reward("a", 1);
            maker.reward("never", 1);
            maker.setOpen(1, false);
            maker.decide("c");
            maker.addArm(0.5, 2);
            maker.guards().stop(0);
            maker.decide("d");
            maker.guards().release();
            maker.reward("d", 1);
            maker.decide("e");
            states.add(maker.state());
        }
        JournalReader.read(StateFiles.journal(folder, 1), null, null, lines::add);
        return lines;
    }

    @Test
    void allLinesGiveTheSameState() throws IOException {
        List<State> states = new ArrayList<>();
        JournalReplay replay = replay();
        lines(states).forEach(replay::line);
        assertThat(replay.state().state()).isEqualTo(states.get(0));
        assertThat(replay.latest()).isEqualTo(5);
        assertThat(replay.state().counts())
                .isEqualTo(DecisionCounts.NONE
                        .and(RewardOutcome.LEARNED)
                        .and(RewardOutcome.LEARNED)
                        .and(RewardOutcome.DUPLICATE)
                        .and(RewardOutcome.UNKNOWN));
        assertThat(replay.settings()).isEqualTo(RECORDED);
        assertThat(replay.changes(RECORDED)).isEmpty();
        assertThat(replay.changes(RecordedSettings.of(RULES.remembered(7)))).hasSize(1);
    }

    @Test
    void noLineThatChangesSomethingCanBeLeftOut() throws IOException {
        List<JsonMembers> lines = lines(new ArrayList<>());
        int left = 0;
        for (int i = 0; i < lines.size() - 1; i++) {
            if (lines.get(i).has("version") || lines.get(i).has("decision")) {
                JournalReplay replay = replay();
                List<JsonMembers> others = new ArrayList<>(lines);
                others.remove(i);
                assertThatIllegalArgumentException()
                        .as("without line %d", i + 1)
                        .isThrownBy(() -> others.forEach(replay::line))
                        .withMessageEndingWith("lines before this one are missing");
                left++;
            }
        }
        assertThat(left).isGreaterThan(7);
    }

    @Test
    void aGapSaysWhatIsMissing() {
        String rules = "{\"start\":1,\"rules\":" + Json.canonical(RECORDED.map());
        refused(rules + ",\"decisions\":4,\"arms\":3}", "decisions: found 4, must be 0");
        refused(rules + ",\"decisions\":0,\"arms\":4}", "arms: found 4, must be 3");
        refused(rules + ",\"decisions\":0,\"arms\":3,\"stopped\":1}", "stopped: found 1, must be -1");
        refused(rules + ",\"decisions\":0,\"arms\":3,\"version\":2}", "version: found 2, must be 1");
        JournalReplay whole = replay();
        whole.line(line(rules + ",\"decisions\":0,\"arms\":3,\"version\":1}"));
        assertThat(whole.state().state().arms()).isEqualTo(RECORDED.initial().arms());
    }

    /** Behind a gap of a damaged journal the arms are closed, and as many decisions have been made as the line says. */
    @Test
    void behindAGapItGoesOn() {
        List<String> gaps = new ArrayList<>();
        JournalReplay replay = new JournalReplay(
                new Snapshot(RECORDED.initial(), RECORDED, HashChain.FIRST),
                recorded -> RULES,
                (logged, choice) -> {},
                (name, found, wanted) -> gaps.add(name + " " + found + " " + wanted));
        replay.line(line("{\"start\":1,\"rules\":" + Json.canonical(RECORDED.map())
                + ",\"decisions\":4,\"arms\":5,\"stopped\":1,\"version\":9}"));
        assertThat(gaps).containsExactly("stopped 1 -1", "decisions 4 0", "arms 5 3", "version 9 4");
        assertThat(replay.state().decisions()).isEqualTo(4);
        assertThat(replay.state().version()).isEqualTo(9);
        assertThat(replay.state().stopped()).isEqualTo(1);
        assertThat(replay.state().arms()).isEqualTo(5);
        assertThat(replay.state().arm(4).open()).isFalse();
    }

    @Test
    void otherSettingsGoOnFromTheSameState() throws IOException {
        List<State> states = new ArrayList<>();
        JournalReplay replay = replay();
        lines(states).forEach(replay::line);
        replay.section(RecordedSettings.of(new Settings(new Softmax(2), 3, Seed.of(1))));
        assertThat(replay.state().version()).isEqualTo(states.get(0).version() + 1);
        assertThat(replay.state().state().arms()).isEqualTo(states.get(0).arms());
        assertThat(replay.settings()).isNotEqualTo(RECORDED);
    }

    @Test
    void anArmThatWasNeverAddedIsMissing() {
        JsonMembers arm = line("{\"arm\":4,\"estimate\":0.5,\"sum\":1.0,\"count\":2,\"open\":true}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay().line(arm))
                .withMessage("arms: found 4, must be 3: lines before this one are missing");
        JsonMembers reward = line("{\"reward\":\"a\",\"value\":1.0,\"outcome\":\"learned\",\"time\":1,\"step\":1,"
                + "\"action\":3,\"estimate\":1.0}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay().line(reward))
                .withMessage("arms: found 4, must be 3: lines before this one are missing");
    }
}
