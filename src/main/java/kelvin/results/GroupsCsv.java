package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.metric.GroupRegret;

/** {@code groups.csv}: regret by group of contexts: means over repetitions. */
final class GroupsCsv {
    static final String NAME = "groups.csv";

    private static final Column<GroupRegret, String> LEARNER = Column.text("learner", GroupRegret::learner);
    private static final Column<GroupRegret, String> GROUP = Column.text("group", GroupRegret::group);
    private static final Column<GroupRegret, Double> DECISIONS = Column.real("decisions", GroupRegret::decisions);
    private static final Column<GroupRegret, Double> REGRET = Column.real("regret", GroupRegret::regret);
    private static final Column<GroupRegret, Double> ERROR = Column.real("standard_error", GroupRegret::standardError);
    private static final CsvFile<GroupRegret> FILE = new CsvFile<>(List.of(LEARNER, GROUP, DECISIONS, REGRET, ERROR));

    private GroupsCsv() {}

    /** Writes the file into a folder. */
    static void write(Path folder, List<GroupRegret> rows) throws IOException {
        FILE.write(folder.resolve(NAME), rows.stream());
    }

    /** Reads the file of a folder. */
    static List<GroupRegret> read(Path folder) {
        List<GroupRegret> rows = new ArrayList<>();
        FILE.read(
                folder.resolve(NAME),
                row -> rows.add(new GroupRegret(
                        row.get(LEARNER), row.get(GROUP), row.get(DECISIONS), row.get(REGRET), row.get(ERROR))));
        return rows;
    }
}
