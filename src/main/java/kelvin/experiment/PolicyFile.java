package kelvin.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import kelvin.metric.ActionMap;
import org.apache.commons.csv.CSVPrinter;

/** {@code policy.csv}: what agents do where, in worlds that are grids. */
public final class PolicyFile {
    private static final String NAME = "policy.csv";

    private PolicyFile() {}

    /**
     * Writes maps beside the results they belong to; a file under its final name is always whole.
     *
     * @param folder the results folder
     * @param maps what agents do where; nothing is written where there is none
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path folder, List<ActionMap> maps) {
        if (maps.isEmpty()) {
            return;
        }
        Path beside = folder.resolve("." + NAME + ".partial");
        try {
            try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(beside), ResultsWriter.FORMAT)) {
                csv.printRecord("learner", "row", "column", "action", "probability");
                for (ActionMap map : maps) {
                    write(csv, map);
                }
            }
            Files.move(beside, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve(NAME) + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static void write(CSVPrinter csv, ActionMap map) throws IOException {
        for (int cell = 0; cell < map.probabilities().length; cell++) {
            double[] p = map.probabilities()[cell];
            for (int action = 0; action < p.length; action++) {
                csv.printRecord(
                        map.learner(),
                        cell / map.columns(),
                        cell % map.columns(),
                        map.actions().get(action),
                        p[action]);
            }
        }
    }
}
