package kelvin.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final String LEARNER = "learner";
    private static final String BASELINE = "baseline";

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
        out.append(cell(cell, first));
    }

    private static String cell(String cell, boolean first) {
        return needsQuotes(cell, first) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
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

    /**
     * Copies a data file with the rows of some learners, under other labels and in their order; rows of one point of a sweep stay
     * together.
     *
     * @param from the file
     * @param to the copy
     * @param labels the labels in the copy by those in the file, in the order of the copy
     * @return whether the copy has a row
     * @throws BadInput if the file is damaged
     */
    static boolean relabel(Path from, Path to, Map<String, String> labels) throws IOException {
        List<String> header;
        try (BufferedReader lines = Files.newBufferedReader(from, StandardCharsets.UTF_8)) {
            header = List.of(Objects.requireNonNullElse(lines.readLine(), "").split(","));
        }
        if (!header.contains(LEARNER)) {
            Files.copy(from, to);
            return true;
        }
        Relabelled copy = new Relabelled(header, labels);
        CsvFile<String[]> file = new CsvFile<>(IntStream.range(0, header.size())
                .<Column<String[], ?>>mapToObj(i -> Column.text(header.get(i), cells -> cells[i]))
                .toList());
        file.read(from, row -> copy.add(file.columns.stream().map(row::text).toArray(String[]::new)));
        String rows = copy.rows();
        try (Writer out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            file.write(out, Stream.empty());
            out.write(rows);
        }
        return !rows.isEmpty();
    }

    /** The rows of a copy, learner by learner; where cells to the left of the label name a point of a sweep, at each of its points. */
    private static final class Relabelled {
        private final List<String> header;
        private final Map<String, String> labels;
        private final StringBuilder all = new StringBuilder();
        private final Map<String, StringBuilder> byLearner = new LinkedHashMap<>();
        private List<String> point = List.of();

        Relabelled(List<String> header, Map<String, String> labels) {
            this.header = header;
            this.labels = labels;
            labels.values().forEach(label -> byLearner.put(label, new StringBuilder()));
        }

        void add(String[] cells) {
            int learner = header.indexOf(LEARNER);
            int baseline = header.indexOf(BASELINE);
            List<String> here = List.of(cells).subList(0, learner);
            if (!here.equals(point)) {
                flush();
                point = here;
            }
            String label = labels.getOrDefault(cells[learner], "");
            cells[learner] = label;
            if (baseline >= 0) {
                cells[baseline] = labels.getOrDefault(cells[baseline], cells[baseline]);
            }
            StringBuilder rows = byLearner.get(label);
            if (rows != null) {
                rows.append(IntStream.range(0, cells.length)
                                .mapToObj(i -> cell(cells[i], i == 0))
                                .collect(Collectors.joining(",")))
                        .append('\n');
            }
        }

        private void flush() {
            byLearner.values().forEach(rows -> {
                all.append(rows);
                rows.setLength(0);
            });
        }

        String rows() {
            flush();
            return all.toString();
        }
    }

    private List<String> header() {
        return columns.stream().<String>map(Column::name).toList();
    }
}
