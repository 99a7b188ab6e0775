package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.metric.ActionMap;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code policy.csv}: what agents do where, in worlds that are grids. A row without a probability says what a cell is: {@code start} or
 * {@code goal} in place of an action, nothing where nobody ever stands.
 */
final class PolicyCsv {
    static final String NAME = "policy.csv";
    private static final String START = "start";
    private static final String GOAL = "goal";
    private static final List<String> HEADER = List.of("learner", "row", "column", "action", "probability");

    private PolicyCsv() {}

    static void write(Path folder, List<ActionMap> maps) throws IOException {
        try (CSVPrinter csv = ResultsWriter.open(folder.resolve(NAME), HEADER)) {
            for (ActionMap map : maps) {
                for (int cell = 0; cell < map.probabilities().length; cell++) {
                    write(csv, map, cell);
                }
            }
        }
    }

    private static void write(CSVPrinter csv, ActionMap map, int cell) throws IOException {
        double[] p = map.probabilities()[cell];
        int row = cell / map.columns();
        int column = cell % map.columns();
        if (map.starts().contains(cell)) {
            csv.printRecord(map.learner(), row, column, START, "");
        }
        if (map.goals().contains(cell) || map.closed(cell)) {
            csv.printRecord(map.learner(), row, column, map.closed(cell) ? "" : GOAL, "");
        }
        for (int action = 0; action < p.length; action++) {
            csv.printRecord(map.learner(), row, column, map.actions().get(action), ResultsWriter.number(p[action]));
        }
    }

    static List<ActionMap> read(Path folder) {
        Map<String, Cells> learners = new LinkedHashMap<>();
        CsvRow.each(
                folder.resolve(NAME),
                HEADER,
                row -> learners.computeIfAbsent(row.text("learner"), label -> new Cells())
                        .add(row));
        List<ActionMap> maps = new ArrayList<>();
        learners.forEach((learner, cells) -> maps.add(cells.map(learner)));
        return maps;
    }

    /** The cells of one learner as they come in, row by row. */
    private static final class Cells {
        private final List<String> actions = new ArrayList<>();
        private final List<List<Double>> probabilities = new ArrayList<>();
        private final Set<Integer> starts = new HashSet<>();
        private final Set<Integer> goals = new HashSet<>();
        private long columns;

        void add(CsvRow row) {
            long column = row.whole("column");
            columns = Math.max(columns, column + 1);
            long cell = row.whole("row") * columns + column;
            if (cell == probabilities.size()) {
                probabilities.add(new ArrayList<>());
            }
            row.require(cell == probabilities.size() - 1L, "column", "of the cell before, or the next");
            String action = row.text("action");
            if (row.text("probability").isEmpty()) {
                mark((int) cell, action);
            } else {
                List<Double> known = probabilities.get(probabilities.size() - 1);
                if (actions.size() == known.size()) {
                    actions.add(action);
                }
                row.require(actions.get(known.size()).equals(action), "action", actions.get(known.size()));
                known.add(row.real("probability"));
            }
        }

        private void mark(int cell, String what) {
            if (what.equals(START)) {
                starts.add(cell);
            } else if (what.equals(GOAL)) {
                goals.add(cell);
            }
        }

        ActionMap map(String learner) {
            return new ActionMap(learner, (int) columns, actions, CsvRow.table(probabilities), starts, goals);
        }
    }
}
