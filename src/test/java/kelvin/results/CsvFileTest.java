package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.yaml.BadInput;
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

    private String relabelled(String text, Map<String, String> labels, boolean filled) throws IOException {
        Path from = Files.writeString(folder.resolve("from.csv"), text);
        Path to = folder.resolve("to.csv");
        Files.deleteIfExists(to);
        assertThat(CsvFile.relabel(from, to, labels)).isEqualTo(filled);
        return Files.readString(to);
    }

    private static Map<String, String> labels(String... pairs) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }

    @Test
    void rowsOfACopyAreInTheOrderOfTheirLabelsAndThoseOfOthersLeftOut() throws IOException {
        String rows = "learner,step,mean\na,1,0.5\na,2,\nb,1,1.0\nc,1,2.0\n";
        assertThat(relabelled(rows, labels("c", "c", "a", "a, \"now\""), true))
                .isEqualTo("learner,step,mean\nc,1,2.0\n\"a, \"\"now\"\"\",1,0.5\n\"a, \"\"now\"\"\",2,\n");
        assertThat(relabelled(rows, labels("d", "e"), false)).isEqualTo("learner,step,mean\n");
    }

    @Test
    void theBaselineOfACopyIsCalledByItsLabelNow() throws IOException {
        assertThat(relabelled("learner,baseline,p\na,b,0.1\nc,b,0.2\n", labels("c", "b", "b", "x"), true))
                .isEqualTo("learner,baseline,p\nb,x,0.2\n");
        assertThat(relabelled("learner,baseline,p\na,gone,0.1\n", labels("a", "z"), true))
                .isEqualTo("learner,baseline,p\nz,gone,0.1\n");
    }

    /** The cells before the label name the point, and the first may be empty, which is quoted. */
    @Test
    void rowsOfOnePointOfASweepStayTogether() throws IOException {
        assertThat(relabelled(
                        "axis,value,learner,mean\n\"\",1,a,1\n\"\",1,b,2\n\"\",2,a,3\n\"\",2,b,4\n",
                        labels("b", "b", "a", "A"),
                        true))
                .isEqualTo("axis,value,learner,mean\n\"\",1,b,2\n\"\",1,A,1\n\"\",2,b,4\n\"\",2,A,3\n");
    }

    @Test
    void aFileWithoutLearnersIsCopiedAsItIs() throws IOException {
        String rows = "arm,\"mean\" \n1,2\n";
        assertThat(relabelled(rows, labels("a", "b"), true)).isEqualTo(rows);
    }

    @Test
    void aDamagedFileIsNotCopied() {
        assertThatThrownBy(() -> relabelled("learner,mean\na,1\na\n", labels("a", "b"), true))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("from.csv") + ":3: found 1 cells, must be 2: learner,mean");
    }
}
