package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.Rewards;
import kelvin.decision.Decision;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.evaluation.LoggedDecision;
import kelvin.learner.contextual.LinTs;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionLogTest {
    @TempDir
    private Path folder;

    private DecisionLog csv(String text, LogFormat format) throws IOException {
        return DecisionLog.read(Files.writeString(folder.resolve("log.csv"), text), format);
    }

    private static List<LoggedDecision> decisions(DecisionLog log) {
        List<LoggedDecision> all = new ArrayList<>();
        log.decisions().forEach((index, decision) -> all.add(decision));
        return all;
    }

    private static LogFormat format(List<String> columns, @Nullable Double missing, @Nullable Integer actions) {
        return new LogFormat(columns, List.of(), null, missing, actions, List.of(), Rewards.REAL);
    }

    @Test
    void actionsThatOccurAreNumberedBySize() throws IOException {
        DecisionLog log = csv("action,reward,propensity\n70,1,0.5\n3,0,0.25\n70,0.5,1\n", LogFormat.DEFAULT);
        assertThat(log.actions()).isEqualTo(2);
        assertThat(log.ids()).containsExactly(3L, 70L);
        assertThat(decisions(log))
                .containsExactly(
                        new LoggedDecision(1, 1, 0.5, null),
                        new LoggedDecision(0, 0, 0.25, null),
                        new LoggedDecision(1, 0.5, 1, null));
        assertThat(log.unrewarded()).isZero();
    }

    @Test
    void actionsFromZeroKeepTheirNumbers() throws IOException {
        DecisionLog log = csv("item_id,click,propensity_score\n1,1,0.5\n0,0,0.5\n", LogFormat.DEFAULT);
        assertThat(log.ids()).isEmpty();
        assertThat(decisions(log)).extracting(LoggedDecision::action).containsExactly(1, 0);
        DecisionLog four = csv("a,r,p\n1,1,0.5\n", format(List.of("a", "r", "p"), null, 4));
        assertThat(four.actions()).isEqualTo(4);
        assertThat(decisions(four)).containsExactly(new LoggedDecision(1, 1, 0.5, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4,1,0.5   | :2: action: found '4', must be a whole number in [0, 3]",
                "-1,1,0.5  | :2: action: found '-1', must be a whole number in [0, 3]",
                "1,x,0.5   | :2: reward: found 'x', must be a finite number",
                "1,1,0     | :2: propensity: found 0.0, must be in (0, 1]",
                "1,1,1.5   | :2: propensity: found 1.5, must be in (0, 1]",
                "1,1,1e-309 | :2: propensity: found 1.0E-309, must be large enough for a finite weight",
                "1,-2e300,1 | :2: reward: found -2.0E300, must be a number of size up to 1e300"
            })
    void whatIsWrongIsNamedWithItsPlace(String row, String problem) {
        assertThatThrownBy(() -> csv("action,reward,propensity\n" + row + "\n", format(List.of(), null, 4)))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("log.csv") + problem);
    }

    @Test
    void actionsOfAPolicyAreNumberedInItsOrder() throws IOException {
        LogFormat format = new LogFormat(List.of(), List.of(), null, null, null, List.of(70L, 3L), Rewards.REAL);
        DecisionLog log = csv("action,reward,propensity\n70,1,0.5\n3,0,0.25\n", format);
        assertThat(log.actions()).isEqualTo(2);
        assertThat(log.ids()).containsExactly(70L, 3L);
        assertThat(decisions(log)).extracting(LoggedDecision::action).containsExactly(0, 1);
        assertThatThrownBy(() -> csv("action,reward,propensity\n70,1,0.5\n4,0,0.25\n", format))
                .hasMessage(folder.resolve("log.csv")
                        + ":3: action: found '4', must be one of the 2 actions of the policy");
        Path journal = journal(1, 1);
        assertThatThrownBy(() -> DecisionLog.read(journal, format))
                .hasMessageContaining("found a journal, whose actions are the numbers from 0, must be a CSV file");
    }

    @Test
    void otherFilesInAFolderOfCsvAreNotRead() throws IOException {
        csv("action,reward,propensity\n0,1,0.5\n", LogFormat.DEFAULT);
        Files.writeString(folder.resolve("notes.txt"), "none");
        assertThat(decisions(DecisionLog.read(folder, LogFormat.DEFAULT))).hasSize(1);
        Files.writeString(folder.resolve("journal-000001.jsonl"), "{}");
        assertThatThrownBy(() -> DecisionLog.read(folder, LogFormat.DEFAULT))
                .as("the folder of a decision maker")
                .hasMessageContaining("journal-000001.jsonl");
    }

    @Test
    void aLogHoldsAtLeastOneDecision() {
        assertThatThrownBy(() -> csv("action,reward,propensity\n", LogFormat.DEFAULT))
                .hasMessage(folder.resolve("log.csv") + ": found no decision, must hold at least one");
    }

    private Path journal(int decisions, int rewarded) throws IOException {
        Path path = folder.resolve("maker");
        try (DecisionMaker maker = DecisionMaker.open(path, new Settings(new Softmax(1), 3, Seed.of(1)))) {
            for (int i = 0; i < decisions; i++) {
                Decision decision = maker.decide("d" + i);
                if (i < rewarded) {
                    maker.reward("d" + i, decision.action());
                }
            }
        }
        return path;
    }

    @Test
    void decisionsWithoutPropensitiesAreRefused() throws IOException {
        Path path = folder.resolve("maker");
        LinTs sampled = new LinTs(1, 1, Layout.DISJOINT, 1);
        try (DecisionMaker maker = DecisionMaker.open(path, new Settings(sampled, 3, new Features(1, 0), Seed.of(1)))) {
            maker.decide("a", Context.of(3, 0.5));
            maker.reward("a", 1);
        }
        assertThatThrownBy(() -> DecisionLog.read(path, LogFormat.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessage(path
                        + "/journal-000001.jsonl:3: propensity of decision a = unknown, must be known: the learner that made the"
                        + " decision has no probabilities in closed form");
    }

    @Test
    void aJournalHasDecisionsRewardsAndArms() throws IOException {
        Path path = journal(5, 2);
        DecisionLog rewarded = DecisionLog.read(path, LogFormat.DEFAULT);
        assertThat(rewarded.actions()).isEqualTo(3);
        assertThat(rewarded.unrewarded()).isEqualTo(3);
        assertThat(decisions(rewarded))
                .hasSize(2)
                .allMatch(each -> each.reward() == each.action())
                .allMatch(each -> each.open() != null && each.open().equals(BitSet.valueOf(new long[] {7})));
        DecisionLog all = DecisionLog.read(path, format(List.of(), -1.0, 4));
        assertThat(all.actions()).isEqualTo(4);
        assertThat(all.unrewarded()).isZero();
        assertThat(decisions(all)).hasSize(5);
        assertThat(decisions(all).subList(2, 5)).allMatch(each -> each.reward() == -1);
        DecisionLog one = DecisionLog.read(path.resolve("journal-000001.jsonl"), LogFormat.DEFAULT);
        assertThat(decisions(one)).isEqualTo(decisions(rewarded));
    }

    @Test
    void severalJournalsAreOneLog() throws IOException {
        Path path = journal(5, 2);
        List<LoggedDecision> once = decisions(DecisionLog.read(path, LogFormat.DEFAULT));
        DecisionLog twice = DecisionLog.read(List.of(path, path.resolve("journal-000001.jsonl")), LogFormat.DEFAULT);
        assertThat(decisions(twice).subList(0, 2)).isEqualTo(once);
        assertThat(decisions(twice).subList(2, 4)).isEqualTo(once);
        assertThat(twice.unrewarded()).isEqualTo(6);
        assertThat(twice.decisions().size()).isEqualTo(4);
    }

    @Test
    void journalsThatDoNotFitAreRefused() throws IOException {
        Path path = journal(3, 0);
        assertThatThrownBy(() -> DecisionLog.read(path, LogFormat.DEFAULT))
                .hasMessage(path + ": found no decision with a reward (3 without), must hold at least one");
        assertThatThrownBy(() -> DecisionLog.read(path, format(List.of(), 0.0, 2)))
                .hasMessage(path + ": found 3 arms, must be at most 2, as many actions as are given");
        assertThat(DecisionLog.read(path, format(List.of(), 0.0, 3)).actions()).isEqualTo(3);
        Files.delete(path.resolve("journal-000001.jsonl"));
        assertThatThrownBy(() -> DecisionLog.read(path, LogFormat.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(path.toString());
    }
}
