package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import kelvin.json.Json;
import kelvin.yaml.BadInput;
import kelvin.yaml.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentPathTest {
    private static final SourceLocation PLACE = SourceLocation.top("my.yaml");
    private static final String TREE = "{\"a\":{\"b\":[1,{\"c\":2}],\"d\":3},\"softmax 0.1\":"
            + "{\"ValueLearner\":{\"policy\":{\"Softmax\":{\"temperature\":0.1}},\"stepSize\":1}}}";

    private static Object tree(String json) {
        return Objects.requireNonNull(Json.parse(json));
    }

    private static String set(String path) {
        Object tree = tree(TREE);
        Object set = ComponentPath.parse(path, PLACE).set(tree, 9.5, PLACE);
        assertThat(Json.canonical(tree)).isEqualTo(Json.canonical(tree(TREE)));
        return Json.canonical(set);
    }

    private static String changed(String from, String to) {
        return Json.canonical(tree(TREE.replace(from, to)));
    }

    @Test
    void pathsHaveKeysQuotedKeysAndIndices() {
        assertThat(ComponentPath.parse("learners.'softmax 0.1'.Softmax.temperature", PLACE)
                        .names())
                .containsExactly("learners", "softmax 0.1", "Softmax", "temperature");
        assertThat(ComponentPath.parse("testbed.arms[10].p", PLACE).names())
                .isEqualTo(List.of("testbed", "arms", "10", "p"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a.", "a[x]", "a['b", "a]"})
    void whatIsNoPathIsRefused(String text) {
        assertThatThrownBy(() -> ComponentPath.parse(text, PLACE))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("my.yaml:1: ")
                .hasMessageContaining("found the path '" + text
                        + "', must be keys with dots between them, such as learners.'softmax 0.1'.Softmax.temperature");
    }

    @Test
    void theNumberAtItsEndIsReplacedInACopy() {
        assertThat(set("a.d")).isEqualTo(changed("\"d\":3", "\"d\":9.5"));
        assertThat(set("a.b[0]")).isEqualTo(changed("[1,", "[9.5,"));
        assertThat(set("a.b[1].c")).isEqualTo(changed("\"c\":2", "\"c\":9.5"));
    }

    @Test
    void theLayerBetweenALearnerAndItsPolicyNeedNotBeNamed() {
        String expected = changed("\"temperature\":0.1", "\"temperature\":9.5");
        assertThat(set("'softmax 0.1'.ValueLearner.policy.Softmax.temperature")).isEqualTo(expected);
        assertThat(set("'softmax 0.1'.Softmax.temperature")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a.eeee, \"path a.eeee: there is no 'eeee', must be b, d\"",
                "xxxx, \"path xxxx: there is no 'xxxx', must be a, softmax 0.1\"",
                "'softmax 0.2', \"path softmax 0.2: there is no 'softmax 0.2', must be a, softmax 0.1; did you mean 'softmax 0.1'?\"",
                "a.b[2], \"path a.b.2: there is no '2', must be an index below 2\"",
                "a.b.c, \"path a.b.c: there is no 'c', must be an index below 2\"",
                "a.d.e, \"path a.d.e: there is no 'e', must be the end of the path\"",
                "a.b[1].x, \"path a.b.1.x: there is no 'x', must be c\"",
                "a.b[1].cc, \"path a.b.1.cc: there is no 'cc', must be c\""
            })
    void whatIsNotThereIsNamedWithWhatIs(String path, String message) {
        assertThatThrownBy(() -> set(path)).isInstanceOf(BadInput.class).hasMessageEndingWith(message);
    }
}
