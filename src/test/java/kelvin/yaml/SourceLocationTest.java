package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

class SourceLocationTest {
    private static final SourceLocation TOP = SourceLocation.top("x.yaml");

    private static Node second(String yaml) {
        return ((MappingNode) YamlDocument.parse("x.yaml", yaml))
                .getValue()
                .get(1)
                .getValueNode();
    }

    @Test
    void aPathIsOfKeysAndIndices() {
        Node node = second("a: 1\nb: 2\n");
        SourceLocation place = TOP.key("learners", node).key("soft max", node).element(3, node);
        assertThat(place).isEqualTo(new SourceLocation("x.yaml", 2, "learners.'soft max'[3]"));
        assertThat(place.error("found 1")).hasMessage("x.yaml:2: learners.'soft max'[3]: found 1");
        assertThat(TOP.error("found 1")).hasMessage("x.yaml:1: found 1");
    }

    @ParameterizedTest
    @CsvSource({"name, name", "größe_2, größe_2", "a-b$, a-b$", "2nd, '''2nd'''", "a.b, '''a.b'''", "'', ''''''"})
    void aKeyThatIsNoPlainNameIsQuoted(String key, String path) {
        assertThat(TOP.key(key, second("a: 1\nb: 2")).path()).isEqualTo(path);
    }

    @Test
    void onlyTheLineChanges() {
        SourceLocation place = new SourceLocation("x.yaml", 7, "a");
        assertThat(place.at(9)).isEqualTo(new SourceLocation("x.yaml", 9, "a"));
        assertThat(place.on(second("a: 1\nb: 2"))).isEqualTo(new SourceLocation("x.yaml", 2, "a"));
        assertThat(place.on(YamlDocument.unmarked("{}", place).value())).isEqualTo(place);
    }

    @Test
    void longTextsAreCutAndLinesJoined() {
        String sixty = "x".repeat(60);
        assertThat(SourceLocation.shorten(sixty)).isEqualTo(sixty);
        assertThat(SourceLocation.shorten(sixty + "y")).isEqualTo(sixty + "…");
        assertThat(SourceLocation.shorten("a\nb\tc\rd")).isEqualTo("a b c d");
    }
}
