package kelvin.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kelvin.file.IoMessage;
import kelvin.metric.Metric;
import kelvin.yaml.BadInput;
import kelvin.yaml.SourceLocation;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One row of a data file with its line, so that a damaged cell is reported where it stands. */
record CsvRow(Path file, long line, List<String> header, CSVRecord cells) {
    /** Reads a data file row by row. */
    static void each(Path file, List<String> header, Consumer<CsvRow> rows) {
        long line = 1;
        try (CSVParser parser =
                CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), ResultsWriter.FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext() || !records.next().toList().equals(header)) {
                throw new BadInput(file + ":1: the first line must be " + String.join(",", header)
                        + "; what another version wrote, kelvin run FILE --force plays again");
            }
            line = 2;
            while (records.hasNext()) {
                CSVRecord cells = records.next();
                if (cells.size() != header.size()) {
                    throw new BadInput(file + ":" + line + ": found " + cells.size() + " cells, must be "
                            + header.size() + ": " + String.join(",", header));
                }
                rows.accept(new CsvRow(file, line, header, cells));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException e) {
            throw new BadInput(file + ":" + line + ": cannot be read: " + IoMessage.of(e));
        } catch (UncheckedIOException e) {
            throw new BadInput(file + ":" + line + ": cannot be read: " + IoMessage.of(e));
        } catch (IllegalStateException e) {
            throw new BadInput(file + ":" + line + ": cannot be read: " + e.getMessage());
        }
    }

    /** Numbers that were read row by row, as the records that hold results take them. */
    static double[][] table(List<List<Double>> rows) {
        return rows.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    String text(String column) {
        return cells.get(header.indexOf(column));
    }

    /** A number; {@code NaN} for an empty cell. */
    double real(String column) {
        String text = text(column);
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong(column, "a number or empty");
        }
    }

    long whole(String column) {
        try {
            return Long.parseLong(text(column));
        } catch (NumberFormatException e) {
            throw wrong(column, "a whole number");
        }
    }

    Metric metric() {
        return Stream.of(Metric.values())
                .filter(metric -> metric.key().equals(text("metric")))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "metric",
                        "one of "
                                + String.join(
                                        ", ",
                                        Stream.of(Metric.values())
                                                .map(Metric::key)
                                                .toList())));
    }

    void require(boolean holds, String column, String allowed) {
        if (!holds) {
            throw wrong(column, allowed);
        }
    }

    private BadInput wrong(String column, String allowed) {
        return new BadInput(file + ":" + line + ": " + column + ": found '" + SourceLocation.shorten(text(column))
                + "', must be " + allowed);
    }
}
