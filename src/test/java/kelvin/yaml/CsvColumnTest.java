package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.testbed.EmpiricalTestbed;
import kelvin.bandit.testbed.RewardTable;
import kelvin.experiment.Catalog;
import kelvin.model.feature.DataTable;
import kelvin.schedule.Schedule;
import kelvin.schedule.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvColumnTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheLog() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/log.csv"), """
                item,place,click,note
                0,1,1,a
                1,1,0,"two
                lines"
                1,2,2.5e-1,"b,c"
                0,2,oops,c
                """);
        Files.writeString(folder.resolve("data/ragged.csv"), "a,b\n1,2\n3\n");
        Files.writeString(folder.resolve("data/twice.csv"), "a,a\n1,2\n");
        Files.writeString(folder.resolve("data/empty.csv"), "");
    }

    private <T> T bind(Class<T> type, String yaml) {
        String source = folder.resolve("x.yaml").toString();
        return new Catalog().binder().bind(type, YamlDocument.parse(source, yaml), SourceLocation.top(source));
    }

    private static String column(String name, String place) {
        return "{file: data/log.csv, column: " + name + ", where: {place: " + place + "}}";
    }

    @Test
    void aColumnStandsForAListOfNumbers() {
        assertThat(bind(Testbed.class, "{RewardTable: {table: [{file: data/log.csv, column: item}, [5, 6, 7, 8]]}}"))
                .isEqualTo(new RewardTable(List.of(List.of(0.0, 1.0, 1.0, 0.0), List.of(5.0, 6.0, 7.0, 8.0))));
    }

    @Test
    void whereKeepsTheRowsWhoseCellsAreJustSo() {
        String yaml = "{EmpiricalTestbed: {arms: " + column("item", "1") + ", paid: " + column("click", "1") + "}}";
        assertThat(bind(Testbed.class, yaml)).isEqualTo(new EmpiricalTestbed(List.of(0, 1), List.of(1.0, 0.0)));
    }

    @Test
    void aListOfWholeNumbersTakesNoOthers() {
        String yaml = "{Steps: {values: [2, 1, 0], until: {file: data/log.csv, column: NAME, where: {item: 1}}}}";
        assertThat(bind(Schedule.class, yaml.replace("NAME", "place")))
                .isEqualTo(new Steps(List.of(2.0, 1.0, 0.0), List.of(1L, 2L)));
        assertThatThrownBy(() -> bind(Schedule.class, yaml.replace("NAME", "click")))
                .hasMessageContaining("log.csv:5: click: found '2.5e-1', must be a whole number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{file: data/none.csv, column: a} | x.yaml:1: Empirical.sample.file: DIR/data/none.csv: there is no such file",
                "{file: data, column: a} | x.yaml:1: Empirical.sample.file: DIR/data: is a directory, must be a file",
                "{file: 7, column: a} | x.yaml:1: Empirical.sample.file: found 7, must be text, here in quotes",
                "{file: data/log.csv} | x.yaml:1: Empirical.sample: missing key 'column' (text). Allowed: file, column, where",
                "{file: data/log.csv, colum: a} | x.yaml:1: Empirical.sample: unknown key 'colum', did you mean 'column'? Allowed: file, column, where",
                "{file: data/log.csv, column: clik} | x.yaml:1: Empirical.sample.column: found 'clik', did you mean 'click'? Columns of DIR/data/log.csv: item, place, click, note",
                "{file: data/log.csv, column: click} | data/log.csv:6: click: found 'oops', must be a finite number, read for DIR/x.yaml:1",
                "{file: data/log.csv, column: click, where: {plac: 1}} | x.yaml:1: Empirical.sample.where.plac: found 'plac', did you mean 'place'? Columns of DIR/data/log.csv: item, place, click, note",
                "{file: data/log.csv, column: click, where: {place: [1]}} | x.yaml:1: Empirical.sample.where.place: found a list, must be a number or text",
                "{file: data/log.csv, column: click, where: {place: 9}} | x.yaml:1: Empirical.sample: found no such row in DIR/data/log.csv, must be at least one",
                "{file: data/ragged.csv, column: a} | x.yaml:1: Empirical.sample.file: DIR/data/ragged.csv:3: found 1 cell, must be 2: a,b",
                "{file: data/twice.csv, column: a} | x.yaml:1: Empirical.sample.file: DIR/data/twice.csv:1: found 'a' twice: the first line must name the columns, each differently",
                "{file: data/empty.csv, column: a} | x.yaml:1: Empirical.sample.file: DIR/data/empty.csv:1: found nothing: the first line must name the columns, each differently",
                "7 | x.yaml:1: Empirical.sample: found 7, must be a list of numbers or {file: x.csv, column: name}"
                        + " or {from: 0.01, to: 10, points: 7}"
            })
    void aMistakeNamesBothFilesAndTheLine(String yaml, String message) {
        assertThatThrownBy(() -> bind(Arm.class, "{Empirical: {sample: " + yaml + "}}"))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder + "/" + message.replace("DIR", folder.toString()));
    }

    /** The cells of all columns or of some, quoted where a line of CSV needs it. */
    @Test
    void aFileStandsForItsLines() {
        assertThat(bind(DataTable.class, "{file: data/log.csv}").lines())
                .containsExactly(
                        "item,place,click,note", "0,1,1,a", "1,1,0,\"two\nlines\"", "1,2,2.5e-1,\"b,c\"", "0,2,oops,c");
        assertThat(bind(DataTable.class, "{file: data/log.csv, columns: [note, item], where: {place: 2}}")
                        .lines())
                .containsExactly("note,item", "\"b,c\",1", "c,0");
    }

    @Test
    void linesRememberWhereTheyWereTakenFrom() {
        DataTable table = bind(DataTable.class, "{file: data/log.csv, columns: [click], where: {place: 2}}");
        String file = folder.resolve("data/log.csv").toString();
        assertThat(table.row(0).place("click")).isEqualTo(file + ":5: column click");
        assertThat(table.row(1).place("click")).isEqualTo(file + ":6: column click");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{file: data/log.csv, columns: item}   | x.yaml:1: columns: found 'item', must be a list of names of columns",
                "{file: data/log.csv, columns: [itme]} | x.yaml:1: columns: found 'itme', did you mean 'item'? Columns of DIR/data/log.csv: item, place, click, note",
                "{file: data/log.csv, columns: [[a]]}  | x.yaml:1: columns: found a list, must be text, here in quotes",
                "{file: data/log.csv, column: item}    | x.yaml:1: unknown key 'column', did you mean 'columns'? Allowed: file, columns, where",
                "{columns: [item]}                     | x.yaml:1: missing key 'file' (text). Allowed: file, columns, where"
            })
    void aMistakeInLinesNamesWhatIsAllowed(String yaml, String message) {
        assertThatThrownBy(() -> bind(DataTable.class, yaml))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder + "/" + message.replace("DIR", folder.toString()));
    }
}
