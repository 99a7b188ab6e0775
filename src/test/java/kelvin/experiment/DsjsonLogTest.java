package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.decision.ActionEstimate;
import kelvin.evaluation.LoggedDecision;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
