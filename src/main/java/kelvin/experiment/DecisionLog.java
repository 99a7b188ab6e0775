package kelvin.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.decision.JournalLog;
import kelvin.evaluation.LoggedDecision;
import org.jspecify.annotations.Nullable;

/**
 * Logged decisions from a file: a CSV of actions, rewards and propensities, or the journal of a decision maker.
 *
 * @param decisions the decisions that can be judged
 * @param actions how many actions there are: the largest of the log and one
 * @param unrewarded how many decisions of a journal are left out because no reward was learned for them
 */
public record DecisionLog(List<LoggedDecision> decisions, int actions, int unrewarded) {
    /** Names of the columns for action, reward and propensity: Kelvin's own, and those of the Open Bandit Dataset. */
    private static final List<List<String>> KNOWN =
            List.of(List.of("action", "reward", "propensity"), List.of("item_id", "click", "propensity_score"));

    /**
     * Reads a log.
     *
     * @param path a CSV file, a journal ({@code .jsonl}), or the folder of a decision maker
     * @param columns the names of a CSV's columns for action, reward and propensity; empty for {@code action, reward,
     *     propensity} or {@code item_id, click, propensity_score}, whichever are there
     * @param missing the reward of journal decisions for which none was learned; null to leave them out
     * @return the log
     * @throws BadInput if it is wrong; the message names file, line, column, what was found and what is allowed
     */
    public static DecisionLog read(Path path, List<String> columns, @Nullable Double missing) {
        boolean journal = Files.isDirectory(path) || path.toString().endsWith(".jsonl");
        DecisionLog log = journal ? journal(path, missing) : csv(CsvTable.read(path), columns);
        if (log.decisions.isEmpty()) {
            throw new BadInput(path + ": found no decision"
                    + (log.unrewarded > 0 ? " with a reward (" + log.unrewarded + " without)" : "")
                    + ", must hold at least one");
        }
        return log;
    }

    private static DecisionLog csv(CsvTable table, List<String> wanted) {
        List<String> columns = wanted.isEmpty()
                ? KNOWN.stream().filter(table.header()::containsAll).findFirst().orElse(KNOWN.get(0))
                : wanted;
        int action = table.column(columns.get(0));
        int reward = table.column(columns.get(1));
        int propensity = table.column(columns.get(2));
        List<LoggedDecision> decisions = new ArrayList<>();
        int actions = 0;
        for (CsvTable.Row row : table.rows()) {
            int chosen = table.whole(row, action);
            double paid = table.real(row, reward);
            double p = table.real(row, propensity);
            try {
                decisions.add(new LoggedDecision(chosen, paid, p, null));
            } catch (InvalidValue e) {
                throw new BadInput(table.file() + ":" + row.line() + ": " + e.name() + ": " + e.problem());
            }
            actions = Math.max(actions, chosen + 1);
        }
        return new DecisionLog(decisions, actions, 0);
    }

    private static DecisionLog journal(Path path, @Nullable Double missing) {
        List<LoggedDecision> decisions = new ArrayList<>();
        int unrewarded = 0;
        try {
            JournalLog log = JournalLog.read(path);
            for (JournalLog.Entry entry : log.entries()) {
                Double reward = entry.reward() == null ? missing : entry.reward();
                if (reward == null) {
                    unrewarded++;
                } else {
                    decisions.add(new LoggedDecision(
                            entry.decision().action(), reward, entry.decision().propensity(), entry.open()));
                }
            }
            return new DecisionLog(decisions, log.arms(), unrewarded);
        } catch (IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }
}
