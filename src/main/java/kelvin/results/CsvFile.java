package kelvin.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kelvin.file.IoMessage;
import kelvin.yaml.BadInput;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file as a list of columns, written and read row by row: RFC 4180 with {@code \n} at the end of lines, UTF-8.
 *
 * @param columns the columns in the order of the file
 * @param <R> the type of a row that is written
 */
record CsvFile<R>(List<Column<R, ?>> columns) {
    /** Writes the header and a line per row. */
    void write(Path file, Stream<R> rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(out, rows);
        }
    }

    /** Writes the header and a line per row to anything that takes text. */
    void write(Appendable out, Stream<R> rows) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            print(out, columns.get(i).name(), i == 0);
        }
        out.append('\n');
        for (Iterator<R> each = rows.iterator(); each.hasNext(); ) {
            print(out, each.next());
        }
    }

    private void print(Appendable out, R row) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            print(out, String.valueOf(columns.get(i).writer().apply(row)), i == 0);
        }
        out.append('\n');
    }

    private static void print(Appendable out, String cell, boolean first) throws IOException {
        if (!first) {
            out.append(',');
        }
        out.append(needsQuotes(cell, first) ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }

    /** Returns whether a cell is quoted: where it must be, and where its ends could be taken for a comment or trimmed. */
    private static boolean needsQuotes(String cell, boolean first) {
        if (cell.isEmpty()) {
            return first;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return cell.charAt(0) <= '#' || cell.charAt(cell.length() - 1) <= ' ';
    }

    /**
     * Reads a file row by row.
     *
     * @throws BadInput if it cannot be read, has another header, or a line another number of cells
     */
    void read(Path file, Consumer<CsvRow> rows) {
        IdentityHashMap<Column<?, ?>, Integer> positions = new IdentityHashMap<>();
        columns.forEach(column -> positions.put(column, positions.size()));
        long line = 1;
        try (CSVParser parser =
                CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext() || !records.next().toList().equals(header())) {
                throw new BadInput(file + ":1: the first line must be " + String.join(",", header())
                        + "; if another version wrote it, kelvin run FILE --force plays it again");
            }
            line = 2;
            while (records.hasNext()) {
                CSVRecord cells = records.next();
                if (cells.size() != columns.size()) {
                    throw new BadInput(file + ":" + line + ": found " + cells.size() + " cells, must be "
                            + columns.size() + ": " + String.join(",", header()));
                }
                rows.accept(new CsvRow(file, line, positions, cells));
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

    private List<String> header() {
        return columns.stream().<String>map(Column::name).toList();
    }
}
