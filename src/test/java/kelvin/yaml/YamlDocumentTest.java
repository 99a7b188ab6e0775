package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of documents, and the errors of those that are none. */
class YamlDocumentTest {
    @TempDir
    private Path folder;

    private static void limit(String text) {
        YamlDocument.limitLines("x.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineHasALargestNumberOfBytes() {
        String line = "y".repeat(500_000);
        assertThatCode(() -> limit(line + "\n" + line)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limit(line + "\nz" + line))
                .hasMessage("x.yaml:2: the line has 500001 bytes, must have at most 500000");
        assertThatThrownBy(() -> limit("\n\n" + line + "ä\n" + line))
                .hasMessage("x.yaml:3: the line has 500002 bytes, must have at most 500000");
    }

    @Test
    void aFileHasALargestNumberOfBytes() throws IOException {
        Path path = folder.resolve("large.yaml");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(100_000_000);
            assertThatCode(() -> YamlDocument.requireSmallFile(path)).doesNotThrowAnyException();
            file.setLength(100_000_001);
        }
        assertThatThrownBy(() -> YamlDocument.bytes(path))
                .hasMessage(path + ": has 100000001 bytes, must have at most 100000000");
    }

    @Test
    void listsAndMappingsNestAHundredDeep() {
        assertThat(YamlDocument.tree("x.yaml", "[".repeat(100) + "]".repeat(100)))
                .isInstanceOf(List.class);
        assertThat(YamlDocument.tree("x.yaml", "[" + "[], ".repeat(101) + "]")).isInstanceOf(List.class);
        assertThatThrownBy(() -> YamlDocument.parse("x.yaml", "\n" + "[".repeat(101) + "]".repeat(101)))
                .hasMessage("x.yaml:2: nested deeper than 100 levels");
    }

    @Test
    void aDocumentIsATreeOfPlainValues() {
        assertThat(YamlDocument.tree("x.yaml", "a: [1, 2.5, yes, true]\nb: {c: }"))
                .hasToString("{a=[1, 2.5, yes, true], b={c=null}}");
        assertThatThrownBy(() -> YamlDocument.tree("x.yaml", "a: 1\na: 2"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("x.yaml: cannot be read: ")
                .hasMessageContaining("duplicate key a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x.yaml   | ''                 | x.yaml:1: the file is empty
            x.yaml   | '#  '              | x.yaml:1: the file is empty
            --policy | ''                 | --policy: found nothing
            x.yaml   | 'a: &b [1]#c: *b'  | x.yaml:2: found the alias *b of a mapping or list, must be written out
            x.yaml   | 'a: 1#<<: {b: 1}'  | x.yaml:2: found the merge key <<, must be written out
            x.yaml   | 'a: 1#b: "\\ud800"' | x.yaml:2: text = half of a surrogate pair, U+D800, as character 1, must be text of whole characters
            x.yaml   | 'a: 🎰#b: \u0007'  | x.yaml:2: character U+0007 is not allowed
            """)
    void whatIsNoDocumentIsRefusedWithItsLine(String source, String text, String message) {
        assertThatThrownBy(() -> YamlDocument.parse(source, text.replace('#', '\n')))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    @Test
    void anAliasOfATextAndAQuotedMergeKeyAreFine() {
        assertThat(YamlDocument.tree("x.yaml", "a: &b 1\nc: *b\n'<<': 2")).isEqualTo(Map.of("a", 1, "c", 1, "<<", 2));
    }

    @Test
    void whatIsNoMappingIsToldItsForm() {
        assertThatThrownBy(() -> YamlMapping.of(YamlDocument.root("x.yaml", "[1]")))
                .hasMessage("x.yaml:1: found a list, must be a mapping {key: value}");
        assertThatThrownBy(() -> YamlMapping.of(YamlDocument.root("x.yaml", "[1]"), "axes"))
                .hasMessage("x.yaml:1: found a list, must be axes");
    }
}
