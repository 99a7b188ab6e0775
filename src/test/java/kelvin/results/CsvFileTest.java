package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells are quoted as the library quotes them, also those that are written without asking it. */
class CsvFileTest {
    @TempDir
    private Path folder;

    @Test
    void cellsAreQuotedAsTheLibraryQuotesThem() throws IOException {
        List<String> cells = IntStream.rangeClosed(0, 0x200)
                .mapToObj(Character::toString)
                .flatMap(c -> Stream.of(c, "a" + c, c + "a", "a" + c + "a", ""))
                .toList();
        CsvFile<String> file =
                new CsvFile<>(List.of(Column.text("first", cell -> cell), Column.text("second", cell -> cell)));
        StringWriter expected = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(
                expected, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
            printer.printRecord("first", "second");
            for (String cell : cells) {
                printer.printRecord(cell, cell);
            }
        }
        file.write(folder.resolve("cells.csv"), cells.stream());
        assertThat(Files.readString(folder.resolve("cells.csv"))).isEqualTo(expected.toString());
    }
}
