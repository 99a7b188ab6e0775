package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.choice.ChoiceSequence;
import kelvin.contract.Stability;
import kelvin.yaml.BadInput;
import kelvin.yaml.CsvTable;
import kelvin.yaml.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Choices and rewards from a CSV file.
 *
 * @param actions the labels of the actions: numbers by size, then text by code point; those that were never chosen are called
 *     {@code unchosen 1}, {@code unchosen 2}, … where only their number is known
 * @param subjects what each subject did, in the order of the file; one who is called {@code all} without a column of subjects
 * @param idle the subjects who made no choice and are left out
 */
@Stability(MAY_CHANGE)
public record ChoiceFile(List<String> actions, Map<String, ChoiceSequence> subjects, List<String> idle) {
    /**
     * Reads a file.
     *
     * @param file the file
     * @param format its columns and what separates them
     * @return what each subject did
     * @throws BadInput if it is wrong; the message names file, line, column, what was found and what is allowed
     */
    public static ChoiceFile read(Path file, ChoiceFormat format) {
        CsvTable table = CsvTable.read(file, format.separator());
        Columns columns = Columns.of(table, format);
        ActionLabels labels = ActionLabels.of(format.actions());
        Map<String, Map<String, Trials>> trials = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            trials.computeIfAbsent(columns.name(row, columns.subject), key -> new LinkedHashMap<>())
                    .computeIfAbsent(columns.name(row, columns.session), key -> new Trials())
                    .add(columns.choice(row, labels), columns.reward(row));
        }
        List<Integer> order = labels.order(file + ": " + format.choice());
        Map<String, ChoiceSequence> subjects = new LinkedHashMap<>();
        List<String> idle = new ArrayList<>();
        trials.forEach((name, sessions) -> {
            if (sessions.values().stream().allMatch(Trials::missed)) {
                idle.add(name);
            } else {
                subjects.put(name, sequence(sessions.values(), order));
            }
        });
        if (subjects.isEmpty()) {
            throw new BadInput(file + ": found no choice, must hold at least one");
        }
        return new ChoiceFile(labels.sorted(), subjects, idle);
    }

    private static ChoiceSequence sequence(Iterable<Trials> sessions, List<Integer> order) {
        List<Integer> choices = new ArrayList<>();
        List<Double> rewards = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Trials session : sessions) {
            starts.add(choices.size());
            session.choices.forEach(choice -> choices.add(choice < 0 ? choice : order.get(choice)));
            rewards.addAll(session.rewards);
        }
        return new ChoiceSequence(order.size(), choices, rewards, starts);
    }

    /** Reads the trials of a session; choices are numbered in the order of first occurrence. */
    private record Trials(List<Integer> choices, List<Double> rewards) {
        Trials() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(int choice, double reward) {
            choices.add(choice);
            rewards.add(reward);
        }

        boolean missed() {
            return choices.stream().allMatch(choice -> choice == ChoiceSequence.MISSED);
        }
    }

    /** Returns the indices of the columns; −1 for an optional one that is absent. */
    private record Columns(CsvTable table, int choice, int reward, int subject, int session) {
        private static final List<String> MISSING = List.of("", "NA", "NaN", "nan");
        private static final List<String> YES = List.of("TRUE", "True", "true");
        private static final List<String> NO = List.of("FALSE", "False", "false");

        static Columns of(CsvTable table, ChoiceFormat format) {
            String header = table.header().get(0);
            boolean others = header.contains(";") || header.contains("\t");
            if (table.header().size() == 1 && others) {
                throw new BadInput(table.file() + ":1: found one column, '" + SourceLocation.shorten(header)
                        + "'; --separator " + (header.contains(";") ? "';'" : "tab") + " takes it apart");
            }
            return new Columns(
                    table,
                    table.column(format.choice()),
                    table.column(format.reward()),
                    optional(table, format.subject(), ChoiceFormat.SUBJECT),
                    optional(table, format.session(), ChoiceFormat.SESSION));
        }

        private static int optional(CsvTable table, @Nullable String wanted, String usual) {
            return wanted == null ? table.header().indexOf(usual) : table.column(wanted);
        }

        private static String cell(CsvTable.Row row, int column) {
            return row.cell(column).strip();
        }

        String name(CsvTable.Row row, int column) {
            String name = column < 0 ? "all" : cell(row, column);
            if (MISSING.contains(name)) {
                throw table.wrong(row, column, "a name or number");
            }
            return name;
        }

        int choice(CsvTable.Row row, ActionLabels labels) {
            String label = cell(row, choice);
            if (MISSING.contains(label)) {
                return ChoiceSequence.MISSED;
            }
            int number = labels.number(label);
            if (number < 0) {
                throw table.wrong(row, choice, labels.allowed());
            }
            return number;
        }

        double reward(CsvTable.Row row) {
            String paid = cell(row, reward);
            if (MISSING.contains(paid)) {
                return Double.NaN;
            }
            double number = YES.contains(paid) ? 1 : NO.contains(paid) ? 0 : table.real(row, reward);
            if (!ChoiceFormat.isFittable(number)) {
                throw table.wrong(row, reward, ChoiceFormat.FITTABLE);
            }
            return number;
        }
    }
}
