package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final int BUFFER = 1 << 16;

    @TempDir
    private Path folder;

    private static String read(byte[] bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Reader reader = new Utf8Reader("x.csv", new ByteArrayInputStream(bytes), CsvTable.MAX_LINE_CHARACTERS)) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    private List<String> rows(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("x.csv"), bytes);
        List<String> rows = new ArrayList<>();
        CsvTable.forEachRow(
                file, table -> row -> rows.add(row.line() + ":" + row.cells().toList()));
        List<String> whole = CsvTable.read(file).rows().stream()
                .map(row -> row.line() + ":" + row.cells().toList())
                .toList();
        assertThat(rows).isEqualTo(whole);
        return rows;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void charactersAcrossBuffersAreWhole(int shift) throws IOException {
        String text = "x".repeat(BUFFER - shift) + "\n€𝄞é\n" + "y".repeat(2 * BUFFER) + "€";
        assertThat(read(utf8(text))).isEqualTo(text);
        assertThat(read(utf8("\uFEFF" + text))).isEqualTo(text);
        assertThat(read(utf8("a\uFEFF"))).isEqualTo("a\uFEFF");
    }

    @Test
    void aByteThatIsNoTextIsReportedWithItsLine() {
        byte[] bytes = utf8("a,b\n".repeat(BUFFER) + "1,?");
        bytes[bytes.length - 1] = (byte) 0xe9;
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> rows(bytes))
                .withMessageEndingWith("x.csv:65537: byte 0xe9 is not UTF-8 text; save the file as UTF-8");
    }

    @Test
    void aLineHasALargestLength() throws IOException {
        String line = "y".repeat(CsvTable.MAX_LINE_CHARACTERS);
        assertThat(read(utf8("x\n" + line + "\n" + line))).hasSize(3 + 2 * line.length());
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read(utf8("x\n" + line + "y")))
                .withMessage("x.csv:2: the line has more than 1000000 characters");
    }

    @Test
    void aFileIsReadRowByRowAsAtOnce() throws IOException {
        assertThat(rows(utf8("a,b\n1,2\n\"3\n\",4\r\n5,6\n \n\r\n\n")))
                .containsExactly("2:[1, 2]", "3:[3\n, 4]", "5:[5, 6]");
        assertThat(rows(utf8("a\n1\n\n2\n\n"))).containsExactly("2:[1]", "3:[]", "4:[2]");
        assertThat(rows(utf8("a,b"))).isEmpty();
        assertThat(rows(utf8("a,b\n1,2 \n3,4 "))).containsExactly("2:[1, 2 ]", "3:[3, 4 ]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n\"3,4\n5,6\n", "a,b\n1,2\n\"3\"x,4\n"})
    void aQuotedCellThatDoesNotEndIsReportedWithItsLine(String text) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> rows(utf8(text)))
                .withMessageEndingWith("x.csv:3: found a cell that opens with a quotation mark, must close with one");
    }

    @Test
    void aBlankBesideANumberIsNoPartOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a,b\n 1,2 \n3 , 4");
        CsvTable table = CsvTable.read(file);
        assertThat(table.rows()).extracting(row -> table.whole(row, 0, 9)).containsExactly(1L, 3L);
        assertThat(table.rows()).extracting(row -> table.real(row, 1)).containsExactly(2.0, 4.0);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> table.whole(table.rows().get(1), 0, 2))
                .withMessage(file + ":3: a: found '3 ', must be a whole number in [0, 2]");
    }

    @Test
    void wholeNumbersAreInARangeWithItsEnds() throws IOException {
        CsvTable table = CsvTable.read(Files.writeString(folder.resolve("x.csv"), "a,b\n0,7\n-1,8\n"));
        assertThat(table.column("a")).isZero();
        assertThat(table.column("b")).isEqualTo(1);
        assertThat(table.whole(table.rows().get(0), 0, 7)).isZero();
        assertThat(table.whole(table.rows().get(0), 1, 7)).isEqualTo(7);
        for (int column : new int[] {0, 1}) {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> table.whole(table.rows().get(1), column, 7))
                    .withMessageEndingWith("must be a whole number in [0, 7]");
        }
    }

    @Test
    void whatIsNoTextIsReportedOfBytesInMemoryToo() {
        byte[] bytes = utf8("a: 1\nb: ?");
        bytes[bytes.length - 1] = (byte) 0xe9;
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> YamlDocument.text("x.yaml", bytes))
                .withMessage("x.yaml:2: byte 0xe9 is not UTF-8 text; save the file as UTF-8");
        String line = "y".repeat(CsvTable.MAX_LINE_CHARACTERS + 1);
        assertThat(YamlDocument.text("x.yaml", utf8("\uFEFF" + line))).isEqualTo(line);
    }

    @Test
    void aBlankLineBetweenRowsIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("y.csv"), "a,b\n1,2\n\n3,4\n");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> CsvTable.forEachRow(file, table -> row -> {}))
                .withMessage(file + ":3: found 1 cell, must be 2: a,b");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> CsvTable.forEachRow(folder, table -> row -> {}))
                .withMessage(folder + ": is a directory, must be a file");
    }

    @Test
    void aFileThatIsSeparatedBySemicolonsIsRecognised() throws IOException {
        Path file = Files.write(folder.resolve("semi.csv"), utf8("x;y\n1;a\n"));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> CsvTable.read(file).column("y"))
                .withMessageEndingWith(
                        "semi.csv:1: found no column 'y', as columns are separated by something else: must be commas. Columns: x;y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7d", "2f", "0x1p3", "NaN", "-Infinity", "1e999", "1 2", "", "seven"})
    void whatIsNoFiniteDecimalNumberIsRefused(String cell) throws IOException {
        CsvTable table = CsvTable.read(Files.writeString(folder.resolve("x.csv"), "a,b\n1,\"" + cell + "\"\n"));
        assertThat(table.real(table.rows().get(0), 0)).isEqualTo(1);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> table.real(table.rows().get(0), 1))
                .withMessageStartingWith(table.file() + ":2: ")
                .withMessageContaining("must be a finite number");
    }

    @Test
    void aDecimalCommaIsNamed() throws IOException {
        CsvTable table = CsvTable.read(Files.writeString(folder.resolve("x.csv"), "a,b\n1,\"-0,5\"\n"));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> table.real(table.rows().get(0), 1))
                .withMessage(table.file() + ":2: b: found '-0,5', must be a finite number with a decimal point");
    }
}
