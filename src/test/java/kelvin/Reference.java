package kelvin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the outside numbers in {@code src/test/resources/reference}; what they are and where from stands in the README there. */
public final class Reference {
    private Reference() {}

    public static List<CSVRecord> rows(String file) {
        try (InputStream in = Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/" + file), file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** The space-separated numbers of a cell. */
    public static double[] numbers(CSVRecord row, String column) {
        return Stream.of(row.get(column).trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
