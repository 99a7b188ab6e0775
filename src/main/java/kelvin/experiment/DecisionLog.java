package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;
import kelvin.decision.JournalLog;
import kelvin.evaluation.LoggedDecision;
import kelvin.evaluation.LoggedDecisions;
import kelvin.model.feature.FeatureMap;
import kelvin.yaml.BadInput;
import kelvin.yaml.CsvTable;

/**
 * Logged decisions from a file: a CSV of actions, rewards and propensities, or the journal of a decision maker.
 *
 * @param decisions the decisions that can be judged
 * @param actions how many actions there are
 * @param ids the actions as the file has them, by their numbers, where these are others; else empty
 * @param unrewarded how many decisions of a journal are left out because it has no reward of them
 * @param context the columns of a CSV that are seen before a decision, as they were found
 * @param features the features made of them, with the categories, means and deviations of these columns
 */
@Stability(MAY_CHANGE)
public record DecisionLog(
        LoggedDecisions decisions,
        int actions,
        List<Long> ids,
        int unrewarded,
        List<ContextColumn> context,
        FeatureMap features) {
    private static final int MAX_ACTIONS = 1_000_000;

    /** Names of the columns for action, reward and propensity: Kelvin's own, and those of the Open Bandit Dataset. */
    private static final List<List<String>> KNOWN =
            List.of(List.of("action", "reward", "propensity"), List.of("item_id", "click", "propensity_score"));

    /**
     * Reads a log. The actions of a CSV file are whole numbers from 0; where it is not given how many there are, those that occur are
     * numbered by size, however large they are.
     *
     * @param path a CSV file, a journal ({@code .jsonl}), or the folder of a decision maker
     * @param format how to read it
     * @return the log; contexts of a journal are the constant 1
     * @throws BadInput if it is wrong; the message names file, line, column, what was found and what is allowed
     */
    public static DecisionLog read(Path path, LogFormat format) {
        boolean journal = Files.isDirectory(path) || path.toString().endsWith(".jsonl");
        if (journal && !format.context().isEmpty()) {
            throw new BadInput("--context: found " + format.context().get(0).name() + ", but " + path
                    + " is a journal, which has no columns");
        }
        DecisionLog log = journal ? journal(path, format) : csv(path, format);
        if (log.decisions.isEmpty()) {
            throw new BadInput(path + ": found no decision"
                    + (log.unrewarded > 0 ? " with a reward (" + log.unrewarded + " without)" : "")
                    + ", must hold at least one");
        }
        return log;
    }

    /** Refuses to see what is known only after the decision, or a column twice. */
    private static void checkContext(Path file, LogFormat format, List<String> columns) {
        Set<String> names = new HashSet<>();
        for (ContextColumn each : format.context()) {
            if (!names.add(each.name())) {
                throw new BadInput("--context: found '" + each.name() + "' twice, must be each column once");
            }
            if (columns.contains(each.name())) {
                throw new BadInput(file + ":1: --context: found '" + each.name()
                        + "', must be a column that is seen before the decision, not its action, reward or propensity");
            }
        }
    }

    private static CsvContexts closed(Path file, LoggedDecisions decisions, CsvContexts contexts) {
        if (decisions.isEmpty()) {
            return contexts;
        }
        try {
            return contexts.close();
        } catch (InvalidValue e) {
            throw new BadInput(file + ": --context: " + e.getMessage());
        }
    }

    private static DecisionLog csv(Path file, LogFormat format) {
        Map<Long, Integer> seen = new HashMap<>();
        format.ids().forEach(id -> seen.put(id, seen.size()));
        Integer given = format.ids().isEmpty() ? format.actions() : null;
        LoggedDecisions decisions = new LoggedDecisions();
        CsvContexts contexts = new CsvContexts(format.context(), format.features());
        CsvTable.forEachRow(file, table -> {
            List<String> columns = format.columns().isEmpty()
                    ? KNOWN.stream()
                            .filter(table.header()::containsAll)
                            .findFirst()
                            .orElse(KNOWN.get(0))
                    : format.columns();
            int action = table.column(columns.get(0));
            int reward = table.column(columns.get(1));
            int propensity = table.column(columns.get(2));
            checkContext(file, format, columns);
            contexts.begin(table);
            return row -> {
                long id = table.whole(row, action, given == null ? Long.MAX_VALUE : given - 1);
                if (!format.ids().isEmpty() && !seen.containsKey(id)) {
                    throw table.wrong(row, action, "one of the " + seen.size() + " actions of the policy");
                }
                int number = given == null ? seen.computeIfAbsent(id, key -> seen.size()) : (int) id;
                if (seen.size() > MAX_ACTIONS) {
                    throw table.wrong(row, action, "one of at most " + MAX_ACTIONS + " different actions");
                }
                double paid = table.real(row, reward);
                if (!format.rewards().contain(paid)) {
                    throw table.wrong(row, reward, "among the " + format.rewards() + " that the model learns from");
                }
                try {
                    decisions.add(new LoggedDecision(number, paid, table.real(row, propensity), null));
                } catch (InvalidValue e) {
                    throw new BadInput(file + ":" + row.line() + ": " + e.name() + ": " + e.problem());
                }
                contexts.add(table, row);
            };
        });
        decisions.setContexts(closed(file, decisions, contexts));
        if (!format.ids().isEmpty()) {
            return new DecisionLog(decisions, seen.size(), format.ids(), 0, contexts.columns(), contexts.map());
        }
        return given == null
                ? numbered(decisions, seen, contexts)
                : new DecisionLog(decisions, given, List.of(), 0, contexts.columns(), contexts.map());
    }

    /** Numbers actions by size instead of by their first occurrence. */
    private static DecisionLog numbered(LoggedDecisions decisions, Map<Long, Integer> seen, CsvContexts contexts) {
        List<Long> ids = seen.keySet().stream().sorted().toList();
        int[] numbers = new int[ids.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[seen.getOrDefault(ids.get(i), 0)] = i;
        }
        decisions.replaceAll(
                each -> new LoggedDecision(numbers[each.action()], each.reward(), each.propensity(), null));
        boolean plain = ids.isEmpty() || ids.get(ids.size() - 1) == ids.size() - 1;
        return new DecisionLog(decisions, ids.size(), plain ? List.of() : ids, 0, contexts.columns(), contexts.map());
    }

    private static DecisionLog journal(Path path, LogFormat format) {
        Double missing = format.missing();
        Integer given = format.actions();
        LoggedDecisions decisions = new LoggedDecisions();
        AtomicInteger unrewarded = new AtomicInteger();
        try {
            JournalLog log = JournalLog.read(path);
            log.forEach(entry -> {
                Double reward = entry.reward() == null ? missing : entry.reward();
                if (reward == null) {
                    unrewarded.incrementAndGet();
                } else {
                    decisions.add(new LoggedDecision(
                            entry.decision().action(), reward, entry.decision().propensity(), entry.open()));
                }
            });
            if (given != null && given < log.arms()) {
                throw new BadInput(path + ": found " + log.arms() + " arms, must be at most " + given
                        + ", as many actions as are given");
            }
            CsvContexts contexts = new CsvContexts(List.of(), null);
            decisions.setContexts(contexts);
            return new DecisionLog(
                    decisions,
                    given == null ? log.arms() : given,
                    List.of(),
                    unrewarded.get(),
                    List.of(),
                    contexts.map());
        } catch (IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }
}
