package kelvin.results;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Objects;
import kelvin.yaml.BadInput;
import kelvin.yaml.SourceLocation;
import org.apache.commons.csv.CSVRecord;

/**
 * A row that is read from a data file with its line, so that a damaged cell is reported where it stands.
 *
 * @param positions the position of each column of the file, by identity
 */
record CsvRow(Path file, long line, IdentityHashMap<Column<?, ?>, Integer> positions, CSVRecord cells) {
    /** Reads the cell of a column. */
    <V> V get(Column<?, V> column) {
        try {
            return column.reader().apply(text(column));
        } catch (IllegalArgumentException e) {
            throw wrong(column, column.allowed());
        }
    }

    /** Returns the cell of a column as it stands in the file. */
    String text(Column<?, ?> column) {
        return cells.get(Objects.requireNonNull(positions.get(column)));
    }

    /** Refuses the cell of a column where a condition does not hold. */
    void require(boolean holds, Column<?, ?> column, String allowed) {
        if (!holds) {
            throw wrong(column, allowed);
        }
    }

    private BadInput wrong(Column<?, ?> column, String allowed) {
        return new BadInput(file + ":" + line + ": " + column.name() + ": found '"
                + SourceLocation.shorten(text(column)) + "', must be " + allowed);
    }
}
