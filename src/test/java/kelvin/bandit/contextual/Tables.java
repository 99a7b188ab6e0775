package kelvin.bandit.contextual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.model.feature.DataTable;

/** The tables under {@code experiments/data}. */
public final class Tables {
    private Tables() {}

    public static DataTable read(String file) {
        try {
            return new DataTable(Files.readAllLines(Path.of("experiments/data", file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
