package kelvin.bandit.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongToIntFunction;
import java.util.stream.Stream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Constant;
import kelvin.contract.Default;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Features;
import kelvin.model.feature.DataTable;
import kelvin.model.feature.FeatureMap;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * A labelled table as a bandit: a row is seen, a label is guessed, and only the reward of that guess is told.
 *
 * <pre>
 *   reward of guess a in a row with label y: 1 if a = y, else 0;   or a draw of payoffs[y][a]
 *   μ[a] = its mean given y,   regret = max over a of μ[a] − μ of the guess
 * </pre>
 *
 * <p>Without payoffs there is one action per label, in ascending order: as numbers where they are, else as texts. With payoffs the
 * actions are those named by the first label, in its order. Means are known, so regret is exact; that a row's features do not decide
 * its label makes no difference. The features of all rows are encoded once per experiment, not once per repetition, and take 8 bytes
 * each; features standardised on the go are encoded at every step.
 *
 * @param table the rows
 * @param label the column of labels, of which no feature is made; none is missing
 * @param context the features of a row that are seen
 * @param payoffs the reward of each action for each label; if empty, right 1 and wrong 0
 * @param order the order in which rows are met
 * @see <a href="https://arxiv.org/abs/1802.04064">Bietti, Agarwal and Langford (2021), A contextual bandit bake-off</a>
 */
@Summary("a labelled table: guess the label of a row; right pays 1, wrong 0, or by a table of payoffs")
@Stability(MAY_CHANGE)
public record Classification(
        DataTable table,
        String label,
        @Default("[{Automatic: {}}, {Intercept: {}}]") FeatureMap context,
        @Default("{}") Map<String, Map<String, Arm>> payoffs,
        @Default("once") RowOrder order)
        implements Testbed {
    private static final Arm RIGHT = new Constant(1);
    private static final Arm WRONG = new Constant(0);

    public Classification {
        payoffs = Collections.unmodifiableMap(new LinkedHashMap<>(payoffs));
        Require.that(
                table.columns().contains(label),
                "label",
                "'" + label + "'",
                "a column of the table: " + String.join(", ", table.columns()));
        String[] cells = table.values(label).toArray(String[]::new);
        for (int row = 0; row < cells.length; row++) {
            if (cells[row].isBlank()) {
                throw InvalidValue.at(table.row(row).place(label), "nothing", "a label");
            }
        }
        List<String> labels = table.distinct(label);
        Require.that(!labels.isEmpty(), "label", "no row", "in at least one");
        for (String each : labels) {
            Require.that(
                    payoffs.isEmpty() || payoffs.containsKey(each),
                    "payoffs",
                    "nothing for the label '" + each + "'",
                    "given for all: " + String.join(", ", labels));
        }
        Set<String> actions = payoffs.values().stream()
                .findFirst()
                .<Set<String>>map(Map::keySet)
                .orElse(Set.copyOf(labels));
        payoffs.forEach((each, row) -> Require.that(
                row.keySet().equals(actions),
                "payoffs",
                String.join(", ", row.keySet()) + " for the label '" + each + "'",
                "given for the same actions as for the first: " + String.join(", ", actions)));
        Require.that(!actions.isEmpty(), "payoffs", "no action", "given for at least one action");
        new RowContexts(table, context, Set.of(label), actions.size()).size();
    }

    /**
     * A table in which right guesses pay 1, wrong ones 0, and each row is met at most once.
     *
     * @param table the rows
     * @param label the column of labels
     * @param context the features of a row that are seen
     */
    public Classification(DataTable table, String label, FeatureMap context) {
        this(table, label, context, Map.of(), RowOrder.ONCE);
    }

    /**
     * Returns the names of the actions.
     *
     * @return the labels, or the actions that the table of payoffs names
     */
    public List<String> actions() {
        return payoffs.isEmpty()
                ? groups()
                : List.copyOf(payoffs.values().iterator().next().keySet());
    }

    private RowContexts contexts() {
        return new RowContexts(table, context, Set.of(label), size());
    }

    private Arm arm(String label, String action) {
        Arm guess = label.equals(action) ? RIGHT : WRONG;
        return payoffs.isEmpty() ? guess : payoffs.getOrDefault(label, Map.of()).getOrDefault(action, guess);
    }

    @Override
    public int size() {
        return actions().size();
    }

    @Override
    public Features features() {
        return contexts().size();
    }

    @Override
    public List<String> armNames() {
        return actions();
    }

    @Override
    public List<String> featureNames() {
        return contexts().names();
    }

    /** Returns the labels: regret is told for each. */
    @Override
    public List<String> groups() {
        return table.distinct(label);
    }

    @Override
    public boolean meansVary() {
        return false;
    }

    @Override
    public Rewards rewards() {
        return payoffs.values().stream()
                .flatMap(row -> row.values().stream())
                .map(Arm::rewards)
                .reduce(Rewards::or)
                .orElse(Rewards.BINARY);
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        List<String> labels = groups();
        List<String> actions = actions();
        Arm[][] arms = labels.stream()
                .map(each -> actions.stream().map(action -> arm(each, action)).toArray(Arm[]::new))
                .toArray(Arm[][]::new);
        double[][] means = Stream.of(arms)
                .map(row -> Stream.of(row).mapToDouble(Arm::mean).toArray())
                .toArray(double[][]::new);
        int[] kinds = table.values(label).mapToInt(labels::indexOf).toArray();
        LongToIntFunction rows = order.sequence(table.rows(), horizon, seed.child("order"));
        RowBandit.Payer payer =
                payoffs.isEmpty() ? (kind, arm) -> means[kind][arm] : draws(arms, seed.child("rewards"));
        return new RowBandit(contexts(), rows, kinds, means, payer, true);
    }

    /** Returns draws of which the n-th for an action depends on the label, the action and n alone. */
    private static RowBandit.Payer draws(Arm[][] arms, Seed seed) {
        NumberedStreams streams = seed.streams();
        ContinuousSampler[][] samplers = Stream.of(arms)
                .map(row -> Stream.of(row).map(arm -> arm.sampler(streams)).toArray(ContinuousSampler[]::new))
                .toArray(ContinuousSampler[][]::new);
        long[] pulls = new long[arms[0].length];
        return (kind, arm) -> {
            streams.place(arm, pulls[arm]++);
            return samplers[kind][arm].sample();
        };
    }
}
