package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.metric.ActionMap;

/**
 * {@code policy.csv}: what agents do where, in worlds that are grids. A row without a probability says what a cell is: {@code start} or
 * {@code goal} in place of an action, nothing where nobody ever stands.
 */
final class PolicyCsv {
    static final String NAME = "policy.csv";
    private static final String START = "start";
    private static final String GOAL = "goal";

    private static final Column<Row, String> LEARNER = Column.text("learner", row -> row.map.learner());
    private static final Column<Row, Long> ROW = Column.whole("row", row -> row.cell / row.map.columns());
    private static final Column<Row, Long> COLUMN = Column.whole("column", row -> row.cell % row.map.columns());
    private static final Column<Row, String> ACTION = Column.text("action", Row::action);
    private static final Column<Row, Double> PROBABILITY = Column.real("probability", Row::probability);
    private static final CsvFile<Row> FILE = new CsvFile<>(List.of(LEARNER, ROW, COLUMN, ACTION, PROBABILITY));

    private PolicyCsv() {}

    /** An action of a cell with its probability, or a mark of the cell with {@code NaN}. */
    private record Row(ActionMap map, int cell, String action, double probability) {
        static Stream<Row> of(ActionMap map) {
            return IntStream.range(0, map.probabilities().length).boxed().flatMap(cell -> of(map, cell));
        }

        private static Stream<Row> of(ActionMap map, int cell) {
            Stream.Builder<Row> rows = Stream.builder();
            if (map.starts().contains(cell)) {
                rows.add(new Row(map, cell, START, Double.NaN));
            }
            if (map.goals().contains(cell) || map.closed(cell)) {
                rows.add(new Row(map, cell, map.closed(cell) ? "" : GOAL, Double.NaN));
            }
            double[] p = map.probabilities()[cell];
            for (int action = 0; action < p.length; action++) {
                rows.add(new Row(map, cell, map.actions().get(action), p[action]));
            }
            return rows.build();
        }
    }

    /** Writes the file into a folder. */
    static void write(Path folder, List<ActionMap> maps) throws IOException {
        FILE.write(folder.resolve(NAME), maps.stream().flatMap(Row::of));
    }

    /** Reads the file of a folder. */
    static List<ActionMap> read(Path folder) {
        Map<String, Cells> learners = new LinkedHashMap<>();
        FILE.read(
                folder.resolve(NAME),
                row -> learners.computeIfAbsent(row.get(LEARNER), label -> new Cells())
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
            long column = row.get(COLUMN);
            columns = Math.max(columns, column + 1);
            long cell = row.get(ROW) * columns + column;
            if (cell == probabilities.size()) {
                probabilities.add(new ArrayList<>());
            }
            row.require(cell == probabilities.size() - 1L, COLUMN, "of the cell before, or the next");
            String action = row.get(ACTION);
            if (row.text(PROBABILITY).isEmpty()) {
                mark((int) cell, action);
            } else {
                List<Double> known = probabilities.get(probabilities.size() - 1);
                if (actions.size() == known.size()) {
                    actions.add(action);
                }
                row.require(actions.get(known.size()).equals(action), ACTION, actions.get(known.size()));
                known.add(row.get(PROBABILITY));
            }
        }

        private void mark(int cell, String what) {
            if (what.equals(START)) {
                starts.add(cell);
            } else if (what.equals(GOAL)) {
                goals.add(cell);
            }
        }

        private double[][] table() {
            return probabilities.stream()
                    .map(cell -> cell.stream().mapToDouble(Double::doubleValue).toArray())
                    .toArray(double[][]::new);
        }

        ActionMap map(String learner) {
            return new ActionMap(learner, (int) columns, actions, table(), starts, goals);
        }
    }
}
