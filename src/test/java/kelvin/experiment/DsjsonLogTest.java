package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.Rewards;
import kelvin.decision.ActionEstimate;
import kelvin.evaluation.LoggedDecision;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DsjsonLogTest {
    @TempDir
    private Path folder;

    private DecisionLog read(String... lines) throws IOException {
        return DecisionLog.read(Files.write(folder.resolve("log.dsjson"), List.of(lines)), LogFormat.DEFAULT);
    }

    @Test
    void costsBecomeRewardsAndActionsCountFromZero() throws IOException {
        DecisionLog log = read(
                "{\"_label_cost\":-1,\"_label_probability\":0.8,\"_label_Action\":2,\"_labelIndex\":1,\"a\":[2,1,3],"
                        + "\"c\":{\"User\":{\"age\":3},\"_multi\":[{\"a\":{\"x\":1}},{\"a\":{\"x\":2}},{\"a\":{\"x\":3}}]},\"p\":[0.8,0.1,0.1]}",
                "",
                "{\"_label_cost\":0.5,\"_label_probability\":0.25,\"_label_Action\":1}");
        List<LoggedDecision> all = new ArrayList<>();
        log.decisions().forEach((index, decision) -> all.add(decision));
        assertThat(log.actions()).isEqualTo(3);
        assertThat(all)
                .extracting(LoggedDecision::action, LoggedDecision::reward, LoggedDecision::propensity)
                .containsExactly(tuple(1, 1.0, 0.8), tuple(0, -0.5, 0.25));
        assertThat(log.estimates())
                .containsExactly(
                        new ActionEstimate(-0.5, -0.5, 1, true),
                        new ActionEstimate(1, 1, 1, true),
                        new ActionEstimate(0, 0, 0, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[DANGLING] | log.dsjson:1: must be a line of JSON",
                "[1] | log.dsjson:1: must be a JSON object of Vowpal Wabbit's format dsjson",
                "{\"_label_Action\":1,\"_label_probability\":1} | log.dsjson:1: _label_cost: found nothing, must be a number",
                "{\"_label_cost\":0,\"_label_Action\":0,\"_label_probability\":1} | _label_Action: found 0, must be the number of an action from 1",
                "{\"_label_cost\":0,\"_label_Action\":2,\"_label_probability\":1,\"c\":{\"_multi\":[{}]}} | found 2, must be the number of an action from 1 to 1",
                "{\"_label_cost\":0,\"_label_Action\":1,\"_label_probability\":0} | log.dsjson:1: propensity: found 0.0, must be in (0, 1]"
            })
    void mistakesAreSaidWithTheirPlace(String line, String error) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> read(line)).withMessageContaining(error);
    }

    @Test
    void linesWithoutOfferedActionsHaveThoseThatOccur() throws IOException {
        String third = "{\"_label_cost\":0,\"_label_probability\":1,\"_label_Action\":3}";
        DecisionLog log = read(third, third.replace(":3}", ":1}"));
        assertThat(log.actions()).isEqualTo(3);
        assertThat(log.decisions().size()).isEqualTo(2);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read(third, "", third.replace(":3}", ":0}")))
                .withMessageContaining("log.dsjson:3: _label_Action: found 0");
    }

    private static String offered(int label, String... actions) {
        return "{\"_label_cost\":-1,\"_label_probability\":0.5,\"_label_Action\":" + label + ",\"c\":{\"_multi\":["
                + String.join(",", actions) + "]}}";
    }

    private static String arm(String number) {
        return "{\"arm\":{\"number\":" + number + "}}";
    }

    private static LoggedDecision first(DecisionLog log) {
        List<LoggedDecision> all = new ArrayList<>();
        log.decisions().forEach((index, decision) -> {
            assertThat(index).isEqualTo(all.size());
            all.add(decision);
        });
        return all.get(0);
    }

    /** An export of a decision maker offers open arms alone, each with its number. */
    @Test
    void armsWithNumbersKeepThem() throws IOException {
        DecisionLog log = read(offered(2, arm("\"4\""), arm("\"1\"")), offered(1, arm("\"0\"")));
        assertThat(first(log).action()).isEqualTo(1);
        assertThat(first(log).open()).isEqualTo(BitSet.valueOf(new long[] {0b10010}));
        assertThat(log.actions()).isEqualTo(5);
        assertThat(log.decisions().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"x\":1}", "{\"arm\":1}", "{\"arm\":{\"number\":4}}", "{\"arm\":{\"number\":\"x\"}}", "1"})
    void actionsWithoutANumberOfEachCountByTheirPlace(String other) throws IOException {
        DecisionLog log = read(offered(2, arm("\"7\""), other));
        assertThat(first(log).action()).isEqualTo(1);
        assertThat(log.actions()).isEqualTo(2);
    }

    @Test
    void aNumberThatTwoArmsHaveIsNone() throws IOException {
        assertThat(read(offered(2, arm("\"7\""), arm("\"7\""))).actions()).isEqualTo(2);
    }

    @Test
    void moreActionsThanOccurCanBeGivenAndFewerCannot() throws IOException {
        DecisionLog three = read(offered(1, "{}", "{}", "{}"));
        Path file = folder.resolve("log.dsjson");
        assertThat(three.actions()).isEqualTo(3);
        assertThat(DecisionLog.read(file, LogFormat.DEFAULT.among(3)).actions()).isEqualTo(3);
        assertThat(DecisionLog.read(file, LogFormat.DEFAULT.among(4)).actions()).isEqualTo(4);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> DecisionLog.read(file, LogFormat.DEFAULT.among(2)))
                .withMessage(file + ": found 3 actions, must be at most 2, as many actions as are given");
    }

    @Test
    void dsjsonStandsAloneAndHasNoColumns() throws IOException {
        Path lines = Files.writeString(folder.resolve("log.dsjson"), offered(1, "{}"));
        Path csv = Files.writeString(folder.resolve("log.csv"), "action,reward,propensity\n0,1,1\n");
        LogFormat columns =
                new LogFormat(List.of(), List.of(ContextColumn.named("x")), null, null, null, List.of(), Rewards.REAL);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> DecisionLog.read(List.of(csv, lines), LogFormat.DEFAULT))
                .withMessage(lines + ": found beside files of another kind, must be all dsjson files or none");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> DecisionLog.read(lines, columns))
                .withMessage("--context: found x, but " + lines + " is a dsjson file, which has no columns");
        assertThat(DecisionLog.read(List.of(lines, lines), LogFormat.DEFAULT)
                        .decisions()
                        .size())
                .isEqualTo(2);
    }
}
