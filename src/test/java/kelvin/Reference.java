package kelvin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the numbers under {@code src/test/resources/reference}; the README there says where they come from. */
public final class Reference {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private Reference() {}

    /** The rows of a file, in order. */
    public static Stream<Row> rows(String file) {
        try (InputStream in = Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/" + file), file)) {
            List<CSVRecord> records = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
            return records.stream().map(Row::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row, its cells by the name of their column. */
    public record Row(CSVRecord cells) {
        public String text(String column) {
            return cells.get(column);
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        public double[] numbers(String column) {
            return Arrays.stream(text(column).split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        @Override
        public String toString() {
            return String.join(", ", Arrays.asList(cells.values()).subList(0, 2));
        }
    }
}
