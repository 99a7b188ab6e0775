package kelvin.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.choice.ChoiceSequence;

/** Choices and rewards from a CSV file: columns {@code choice} (from 0) and {@code reward}, with or without {@code subject}. */
public final class ChoiceFile {
    private static final String ALL = "all";

    private ChoiceFile() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @return what each subject did, in the order of the file; without a column {@code subject} one who is called {@code all}
     * @throws BadInput if it is wrong; the message names file, line, column, what was found and what is allowed
     */
    public static Map<String, ChoiceSequence> read(Path file) {
        CsvTable table = CsvTable.read(file);
        int choice = table.column("choice");
        int reward = table.column("reward");
        int subject = table.header().indexOf("subject");
        Map<String, List<Integer>> choices = new LinkedHashMap<>();
        Map<String, List<Double>> rewards = new LinkedHashMap<>();
        int actions = 2;
        for (CsvTable.Row row : table.rows()) {
            String name = subject < 0 ? ALL : row.cells().get(subject);
            int chosen = table.whole(row, choice);
            if (chosen < 0) {
                throw new BadInput(file + ":" + row.line() + ": choice: found " + chosen + ", must be 0 or more");
            }
            choices.computeIfAbsent(name, key -> new ArrayList<>()).add(chosen);
            rewards.computeIfAbsent(name, key -> new ArrayList<>()).add(table.real(row, reward));
            actions = Math.max(actions, chosen + 1);
        }
        if (choices.isEmpty()) {
            throw new BadInput(file + ": found no choice, must hold at least one");
        }
        Map<String, ChoiceSequence> sequences = new LinkedHashMap<>();
        for (Map.Entry<String, List<Integer>> each : choices.entrySet()) {
            sequences.put(
                    each.getKey(),
                    new ChoiceSequence(actions, each.getValue(), rewards.getOrDefault(each.getKey(), List.of())));
        }
        return sequences;
    }
}
