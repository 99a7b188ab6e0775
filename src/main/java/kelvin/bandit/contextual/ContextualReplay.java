package kelvin.bandit.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.feature.DataTable;
import kelvin.model.feature.FeatureMap;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Plays on a log of what another player did in contexts: the context of an event is shown, and where the decision is the logged action,
 * its reward counts; otherwise the player decides again, in the context of the next event.
 *
 * <p>The other player chose uniformly at random, whatever the context; so what a learner goes through has the same distribution as in
 * the world that was logged, if events are alike. A decision uses up as many events as there are actions, on average. A log that
 * ends before the horizon fails the run: nothing is used twice; a horizon that it does not reach on average is refused. Each
 * repetition reads the events in another random order, the same for all learners, who part from each other where one passes over an
 * event.
 *
 * <p>What an action would have paid in a context is known of the logged one alone. Regret is therefore told by rewards, against the
 * action that pays most on average over the log: <b>it is below 0 where contexts help</b>, and an estimate, too hopeful about that
 * action. An optimal choice is one of that action.
 *
 * @param table the events
 * @param action the column of actions, whole numbers from 0; every action up to the largest occurs
 * @param paid the column of rewards, finite
 * @param propensity the column of the probabilities with which actions were chosen; all 1/(number of actions)
 * @param context the features of an event that are seen
 * @see <a href="https://arxiv.org/abs/1003.5956">Li, Chu, Langford and Wang (2011), Unbiased offline evaluation of
 *     contextual-bandit-based news article recommendation algorithms</a>
 */
@Summary("plays on a log of uniform choices with contexts, passing over events of other actions")
@Stability(MAY_CHANGE)
public record ContextualReplay(
        DataTable table,
        String action,
        String paid,
        String propensity,
        @Default("[{Automatic: {}}, {Intercept: {}}]") FeatureMap context)
        implements Testbed {
    private static final double TOLERANCE = 1e-6;

    /** The distance from the mean that one run in 30,000 falls short of. */
    private static final int SAFE_STD_DEVS = 4;

    public ContextualReplay {
        int[] actions = actions(table, action);
        table.numbers(paid);
        int count = Arrays.stream(actions).max().orElse(0) + 1;
        long found = Arrays.stream(actions).distinct().count();
        Require.that(
                found == count, "action", found + " actions in the log", "such that each up to the largest occurs");
        for (double each : table.numbers(propensity)) {
            boolean uniform = Math.abs(each * count - 1) <= TOLERANCE;
            Require.that(uniform, "propensity", each, "1/" + count + " at every event: a log of uniform choices");
        }
        new RowContexts(table, context, Set.of(action, paid, propensity), count).size();
    }

    private static int[] actions(DataTable table, String column) {
        return Arrays.stream(table.numbers(column))
                .mapToInt(number -> {
                    boolean whole = number >= 0 && number == Math.rint(number) && number < Integer.MAX_VALUE;
                    Require.that(whole, "action", number, "whole numbers from 0");
                    return (int) number;
                })
                .toArray();
    }

    private RowContexts contexts() {
        return new RowContexts(table, context, Set.of(action, paid, propensity), size());
    }

    @Override
    public int size() {
        return table.distinct(action).size();
    }

    @Override
    public Features features() {
        return contexts().size();
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
        return DoubleStream.of(table.numbers(paid))
                .mapToObj(Rewards::of)
                .reduce(Rewards::or)
                .orElseThrow();
    }

    @Override
    public boolean meansKnown() {
        return false;
    }

    @Override
    public boolean fixedComparator() {
        return true;
    }

    @Override
    public boolean fullInformation() {
        return false;
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        Require.that(
                horizon <= (double) table.rows() / size(),
                "table",
                table.rows() + " events",
                "enough for a horizon of " + horizon + "; " + lasting(table.rows(), size()));
        int[] order = PermutationSampler.natural(table.rows());
        PermutationSampler.shuffle(seed.child("order").generator(), order);
        return new Reader(actions(table, action), table.numbers(paid), order, contexts());
    }

    /** Says how many decisions n events of K actions last for: n/K on average, binomially distributed. */
    private static String lasting(int events, int actions) {
        double mean = (double) events / actions;
        long safe = (long) (mean - SAFE_STD_DEVS * Math.sqrt(mean * (1 - 1.0 / actions)));
        return String.format(Locale.ROOT, "they last for %.1f decisions on average", mean)
                + (safe < 1 ? "" : ", and for " + safe + " all but surely");
    }

    private static final class Reader implements Bandit {
        private final int[] actions;
        private final double[] rewards;
        private final int[] order;
        private final IntFunction<Context> contexts;
        private final double[] averages;
        private final double best;
        private Context context;
        private int next;
        private long decisions;

        Reader(int[] actions, double[] rewards, int[] order, RowContexts rows) {
            this.actions = actions;
            this.rewards = rewards;
            this.order = order;
            this.contexts = rows.reader();
            this.averages = IntStream.range(0, rows.actions())
                    .mapToDouble(arm -> IntStream.range(0, actions.length)
                            .filter(event -> actions[event] == arm)
                            .mapToDouble(event -> rewards[event])
                            .average()
                            .orElse(0))
                    .toArray();
            this.best = Arrays.stream(averages).max().orElseThrow();
            this.context = new Context(rows.actions(), rows.size());
        }

        @Override
        public int arms() {
            return averages.length;
        }

        @Override
        public boolean stationary() {
            return false;
        }

        @Override
        public boolean advance(long step) {
            decisions = step - 1;
            read();
            return false;
        }

        private void read() {
            if (next == order.length) {
                throw new IllegalStateException("the log of " + order.length + " events is used up after " + decisions
                        + " decisions, must last to the horizon: lower it; " + lasting(order.length, arms()));
            }
            context = contexts.apply(order[next++]);
        }

        private int event() {
            return order[next - 1];
        }

        @Override
        public Context context() {
            return context;
        }

        @Override
        public boolean accepts(int arm) {
            boolean logged = actions[event()] == arm;
            if (!logged) {
                read();
            }
            return logged;
        }

        @Override
        public double mean(int arm) {
            return next > 0 && actions[event()] == arm ? rewards[event()] : averages[arm];
        }

        @Override
        public double benchmark() {
            return best;
        }

        @Override
        public boolean optimal(int arm) {
            return averages[arm] == best;
        }

        @Override
        public double pull(int arm) {
            boolean accepted = accepts(arm);
            while (!accepted) {
                accepted = accepts(arm);
            }
            return rewards[event()];
        }
    }
}
