package kelvin.bandit.contextual;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.LongToIntFunction;
import kelvin.bandit.Bandit;
import kelvin.model.Context;

/**
 * A bandit whose context is a row of a table: the kind of the row decides what arms pay. Allocates nothing per step, but a
 * generator per pass where rows are met in cycles.
 *
 * <p>Before the first step means are averages over the rows of the table.
 */
final class RowBandit implements Bandit {
    /** The draws of rewards. */
    @FunctionalInterface
    interface Payer {
        /** Returns the next reward of an arm in a row of a kind. */
        double pay(int kind, int arm);
    }

    private final IntFunction<Context> contexts;
    private final LongToIntFunction order;
    private final int[] kinds;
    private final double[][] means;
    private final double[] best;
    private final double[] averages;
    private final Payer payer;
    private final boolean grouped;
    private Context context;
    private int kind = -1;

    /**
     * @param contexts the context of each row
     * @param order the row of each step
     * @param kinds the kind of each row, not copied
     * @param means the mean of each arm by kind, not copied
     * @param payer draws rewards
     * @param grouped whether kinds are groups of contexts
     */
    RowBandit(
            RowContexts contexts,
            LongToIntFunction order,
            int[] kinds,
            double[][] means,
            Payer payer,
            boolean grouped) {
        this.contexts = contexts.reader();
        this.order = order;
        this.kinds = kinds;
        this.means = means;
        this.payer = payer;
        this.grouped = grouped;
        this.best = Arrays.stream(means)
                .mapToDouble(row -> Arrays.stream(row).max().orElseThrow())
                .toArray();
        this.averages = averages(kinds, means);
        this.context = new Context(arms(), contexts.size());
    }

    private static double[] averages(int[] kinds, double[][] means) {
        double[] averages = new double[means[0].length];
        int[] counts = new int[means.length];
        for (int each : kinds) {
            counts[each]++;
        }
        for (int each = 0; each < means.length; each++) {
            for (int arm = 0; arm < averages.length; arm++) {
                averages[arm] += means[each][arm] * counts[each] / kinds.length;
            }
        }
        return averages;
    }

    @Override
    public int arms() {
        return means[0].length;
    }

    @Override
    public boolean stationary() {
        return false;
    }

    @Override
    public boolean advance(long step) {
        int row = order.applyAsInt(step);
        kind = kinds[row];
        context = contexts.apply(row);
        return false;
    }

    @Override
    public Context context() {
        return context;
    }

    @Override
    public int group() {
        return grouped ? Math.max(kind, 0) : 0;
    }

    @Override
    public double mean(int arm) {
        return kind < 0 ? averages[arm] : means[kind][arm];
    }

    @Override
    public double benchmark() {
        return kind < 0 ? Arrays.stream(averages).max().orElseThrow() : best[kind];
    }

    @Override
    public double pull(int arm) {
        return payer.pay(kind, arm);
    }
}
