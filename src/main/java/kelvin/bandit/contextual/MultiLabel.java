package kelvin.bandit.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Features;
import kelvin.model.feature.DataTable;
import kelvin.model.feature.FeatureMap;
import kelvin.random.Seed;

/**
 * A table in which several answers to a row may be right, or none: each is an action that pays 1 where it is right, else 0.
 *
 * <pre>
 *   μ[a] = 1 if a is right in the row, else 0
 * </pre>
 *
 * <p>A player of one action is right with any of them. With {@code SemiBandit} around it players answer with slates, and see the reward
 * of each answer; a cost of ½ makes exactly the right ones worth giving. {@code F1Score} and {@code WeightedHamming} measure the slate
 * against the set of right answers. Labels that are independent given the row, with probabilities that are known, are one of these around
 * {@code LogisticContexts}.
 *
 * @param table the rows
 * @param answers the answers by name, each with the rows in which it is right; at least one
 * @param context the features of a row that are seen
 * @param order the order in which rows are met
 */
@Summary("a table in which several answers to a row may be right; each right one pays 1")
@Stability(MAY_CHANGE)
public record MultiLabel(
        DataTable table,
        Map<String, RightAnswer> answers,
        @Default("[{Automatic: {}}, {Intercept: {}}]") FeatureMap context,
        @Default("once") RowOrder order)
        implements Testbed {
    public MultiLabel {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        Require.that(!answers.isEmpty(), "answers", "none", "at least one");
        for (RightAnswer answer : answers.values()) {
            answer.check(table);
        }
        new RowContexts(table, context, columns(answers), answers.size()).size();
    }

    private static Set<String> columns(Map<String, RightAnswer> answers) {
        return answers.values().stream().map(RightAnswer::column).collect(Collectors.toUnmodifiableSet());
    }

    private RowContexts contexts() {
        return new RowContexts(table, context, columns(answers), size());
    }

    @Override
    public int size() {
        return answers.size();
    }

    @Override
    public Features features() {
        return contexts().size();
    }

    @Override
    public List<String> armNames() {
        return List.copyOf(answers.keySet());
    }

    @Override
    public List<String> featureNames() {
        return contexts().names();
    }

    @Override
    public boolean meansVary() {
        return false;
    }

    @Override
    public Rewards rewards() {
        return Rewards.BINARY;
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        double[][] right = new double[table.rows()][size()];
        int answer = 0;
        for (RightAnswer each : answers.values()) {
            List<String> cells = table.values(each.column()).toList();
            for (int row = 0; row < right.length; row++) {
                right[row][answer] = each.values().contains(cells.get(row)) ? 1 : 0;
            }
            answer++;
        }
        LongToIntFunction rows = order.sequence(table.rows(), horizon, seed.child("order"));
        int[] kinds = IntStream.range(0, right.length).toArray();
        return new RowBandit(contexts(), rows, kinds, right, (kind, arm) -> right[kind][arm], false);
    }
}
