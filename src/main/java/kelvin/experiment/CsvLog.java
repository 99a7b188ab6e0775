package kelvin.experiment;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kelvin.contract.InvalidValue;
import kelvin.evaluation.LoggedDecision;
import kelvin.yaml.BadInput;
import kelvin.yaml.CsvTable;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in CSV files, one after the other. All files are read once to number the actions and to fit features, and again whenever the
 * decisions are asked for; one row at a time is in memory, and each different action and text.
 */
final class CsvLog extends StreamedLog {
    private static final int MAX_ACTIONS = 1_000_000;

    /** Names of the columns for action, reward and propensity: Kelvin's own, and those of the Open Bandit Dataset. */
    private static final List<List<String>> KNOWN =
            List.of(List.of("action", "reward", "propensity"), List.of("item_id", "click", "propensity_score"));

    private final List<Path> files;
    private final LogFormat format;
    private final @Nullable Integer given;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Long> ids;

    CsvLog(List<Path> files, LogFormat format) {
        super(new ColumnContexts(format.context(), format.features()));
        this.files = files;
        this.format = format;
        given = format.ids().isEmpty() ? format.actions() : null;
        Set<Long> occurring = new TreeSet<>();
        read((table, row, id, decision) -> {
            if (given == null && occurring.add(id) && occurring.size() > MAX_ACTIONS) {
                throw new BadInput(table.file() + ":" + row.line() + ": found action " + id
                        + ", must be one of at most " + MAX_ACTIONS + " different actions");
            } else if (size == Integer.MAX_VALUE) {
                throw new BadInput(
                        table.file() + ":" + row.line() + ": found another decision, must be at most " + size);
            }
            contexts.add(new Cells(table, row));
            size++;
        });
        ids = format.ids().isEmpty() ? List.copyOf(occurring) : format.ids();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        if (size > 0) {
            contexts.close(files);
        }
    }

    /** One row's cells. */
    private record Cells(CsvTable table, CsvTable.Row row) implements ContextRow {
        @Override
        public boolean isBlank(int column) {
            return row.cell(column).isBlank();
        }

        @Override
        public String text(int column) {
            return row.cell(column);
        }

        @Override
        public double number(int column) {
            return table.real(row, column);
        }

        @Override
        public RuntimeException wrong(int column, String allowed) {
            return table.wrong(row, column, allowed);
        }

        @Override
        public String place(String name) {
            return table.file() + ":" + row.line() + ": column " + name;
        }
    }

    /** The receiver of the decisions with the rows they are in; their actions are not numbered. */
    @FunctionalInterface
    private interface Taker {
        void take(CsvTable table, CsvTable.Row row, long id, LoggedDecision decision);
    }

    private void read(Taker taker) {
        for (Path file : files) {
            CsvTable.forEachRow(file, table -> {
                List<String> names = names(table);
                int action = table.column(names.get(0));
                int reward = table.column(names.get(1));
                int propensity = table.column(names.get(2));
                checkContext(table, names);
                contexts.begin(table::column);
                return row -> {
                    long id = table.whole(row, action, given == null ? Long.MAX_VALUE : given - 1);
                    if (!format.ids().isEmpty() && !allowed(id)) {
                        throw table.wrong(
                                row, action, "one of the " + format.ids().size() + " actions of the policy");
                    }
                    taker.take(table, row, id, decision(table, row, reward, propensity));
                };
            });
        }
    }

    private boolean allowed(long id) {
        return numbers.isEmpty() ? format.ids().contains(id) : numbers.containsKey(id);
    }

    private LoggedDecision decision(CsvTable table, CsvTable.Row row, int reward, int propensity) {
        double paid = table.real(row, reward);
        if (!format.rewards().contain(paid)) {
            throw table.wrong(row, reward, "among the " + format.rewards() + " that the model learns from");
        }
        try {
            return new LoggedDecision(0, paid, table.real(row, propensity), null);
        } catch (InvalidValue e) {
            throw new BadInput(table.file() + ":" + row.line() + ": " + e.name() + ": " + e.problem());
        }
    }

    private List<String> names(CsvTable table) {
        return format.columns().isEmpty()
                ? KNOWN.stream().filter(table.header()::containsAll).findFirst().orElse(KNOWN.get(0))
                : format.columns();
    }

    /** Refuses to see what is known only after the decision. */
    private void checkContext(CsvTable table, List<String> columns) {
        for (ContextColumn each : format.context()) {
            if (columns.contains(each.name())) {
                throw new BadInput(table.file() + ":1: --context: found '" + each.name()
                        + "', must be a column that is seen before the decision, not its action, reward or propensity");
            }
        }
    }

    @Override
    public void forEach(Visitor visitor) {
        int[] index = {0};
        read((table, row, id, decision) -> {
            Integer number = given == null ? numbers.get(id) : (Integer) (int) id;
            if (index[0] == size || number == null) {
                throw new BadInput(table.file() + ": changed while it was read");
            }
            contexts.at(new Cells(table, row));
            visitor.visit(index[0]++, new LoggedDecision(number, decision.reward(), decision.propensity(), null));
        });
        if (index[0] < size) {
            throw new BadInput(DecisionLog.name(files) + ": changed while it was read");
        }
    }

    /** Returns the log with all that was found at the first reading. */
    DecisionLog log() {
        int actions = given == null ? ids.size() : given;
        boolean plain = given != null || ids.isEmpty() || Objects.equals(ids.get(ids.size() - 1), ids.size() - 1L);
        List<Long> named = plain && format.ids().isEmpty() ? List.of() : ids;
        return new DecisionLog(this, actions, named, 0, contexts.columns(), contexts.map());
    }
}
