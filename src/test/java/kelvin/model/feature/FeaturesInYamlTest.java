package kelvin.model.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.experiment.Catalog;
import kelvin.json.Json;
import kelvin.yaml.YamlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesInYamlTest {
    @TempDir
    private Path folder;

    private <T> T bind(Class<T> type, String yaml) throws IOException {
        Files.writeString(folder.resolve("log.csv"), "item,note\n0,a\n1,\"b, \"\"c\"\"\"\n1,d\n");
        String source = folder.resolve("x.yaml").toString();
        return new Catalog().binder().bind(type, YamlDocument.root(source, yaml));
    }

    @Test
    void aFeatureMapIsAListOfItsParts() throws IOException {
        FeatureMap map = new FeatureMap(
                new Standardised("age"),
                new OneHot(List.of("colour"), List.of("red", "7"), Absent.FLAG, Absent.ZERO),
                new Interaction(List.of(new Numeric("a*"), new Hashed(List.of("b"), 3, 1, true))),
                new Automatic(),
                new Intercept());
        FeatureMap read = bind(FeatureMap.class, """
                - {Standardised: {columns: [age]}}
                - OneHot: {columns: [colour], categories: [red, '7'], unknown: flag, missing: zero}
                - Interaction: {of: [{Numeric: {columns: ['a*']}}, {Hashed: {columns: [b], bits: 3}}]}
                - Automatic: {}
                - Intercept: {}
                """);
        assertThat(read).isEqualTo(map);
        assertThat(bind(FeatureMap.class, Json.canonical(Catalog.tree(map)))).isEqualTo(map);
    }

    @Test
    void anErrorInATableOfAFileNamesItsLine() throws IOException {
        DataTable table = bind(DataTable.class, "{file: log.csv, where: {item: 1}}");
        String file = folder.resolve("log.csv").toString();
        assertThat(table).hasToString("DataTable[" + file + ", 2 rows, 2 columns]");
        assertThat(new DataTable(table.lines())).hasToString(table.toString());
        assertThat(new DataTable(List.of("a", "1"))).hasToString("DataTable[1 row, 1 column]");
        assertThatThrownBy(() -> table.numbers("note"))
                .hasMessage(file + ":3: column note: found 'b, \"c\"', must be a finite number");
        DataTable missing = new DataTable(List.of("x", "1", "NaN"));
        assertThatThrownBy(() -> missing.numbers("x"))
                .hasMessage("row 2, column x: found 'NaN', must be a finite number, or empty where it is missing");
    }

    @Test
    void aTableIsAFileOrItsLines() throws IOException {
        DataTable table = new DataTable(List.of("item,note", "0,a", "1,\"b, \"\"c\"\"\"", "1,d"));
        assertThat(bind(DataTable.class, "{file: log.csv}")).isEqualTo(table);
        assertThat(bind(DataTable.class, "['item,note', '0,a', '1,\"b, \"\"c\"\"\"', '1,d']"))
                .isEqualTo(table);
        assertThat(bind(DataTable.class, "{file: log.csv, columns: [note], where: {item: 1}}"))
                .isEqualTo(new DataTable(List.of("note", "\"b, \"\"c\"\"\"", "d")));
        Object lines = Catalog.tree(table);
        assertThat(lines).isEqualTo(table.lines());
        assertThat(bind(DataTable.class, Json.pretty(lines))).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7 | x.yaml:1: found 7, must be a list of CSV lines or {file: x.csv}",
                "{file: no.csv} | x.yaml:1: file: DIR/no.csv: there is no such file",
                "{column: a} | x.yaml:1: unknown key 'column', did you mean 'columns'? Allowed: file, columns, where",
                "{columns: [a]} | x.yaml:1: missing key 'file' (text). Allowed: file, columns, where",
                "{file: log.csv, columns: item} | x.yaml:1: columns: found 'item', must be a list of names of columns",
                "{file: log.csv, columns: [itm]} | x.yaml:1: columns: found 'itm', did you mean 'item'? Columns of DIR/log.csv: item, note",
                "{file: log.csv, where: {item: 5}} | x.yaml:1: found no such row in DIR/log.csv, must be at least one",
                "['a,b', '1'] | x.yaml:1: row 1 = 1 cells, must be 2, one per column",
            })
    void whatIsWrongIsSaidWithItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> bind(DataTable.class, yaml))
                .hasMessage((folder + "/" + message).replace("DIR", folder.toString()));
    }
}
