package kelvin.learner.identification;

import java.util.Arrays;
import kelvin.contract.Resumable;
import kelvin.contract.StateFields;
import kelvin.learner.Estimates;
import kelvin.learner.InitialPulls;
import kelvin.learner.index.Index;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The actions still in a race for the best, in an order drawn at the start: played in turn, round after round, and
 * ranked by their means. Of equal means the earlier in that order is the better, so that after the start nothing is
 * random.
 */
final class Contenders implements Resumable {
    private final int[] order;
    private final double[] sorted;
    private final Estimates seen;
    private int left;
    private int turn;
    private long rounds;

    Contenders(int actions, UniformRandomProvider random) {
        this.order = new int[actions];
        this.sorted = new double[actions];
        this.seen = Estimates.sampleAverages(actions);
        this.left = actions;
        InitialPulls draw = new InitialPulls(actions, random);
        Arrays.setAll(order, i -> draw.draw());
    }

    Estimates seen() {
        return seen;
    }

    int left() {
        return left;
    }

    int get(int place) {
        return order[place];
    }

    /** Returns the number of complete rounds played. */
    long rounds() {
        return rounds;
    }

    boolean betweenRounds() {
        return turn == 0;
    }

    /** Returns the contender whose turn it is. */
    int current() {
        return order[turn];
    }

    void next() {
        turn++;
        if (turn == left) {
            turn = 0;
            rounds++;
        }
    }

    /** Drops a contender between rounds. */
    void drop(int place) {
        System.arraycopy(order, place + 1, order, place, left - place - 1);
        left--;
    }

    /** Drops all but the best few between rounds; one whose rewards have not come back yet counts as the best. */
    void keep(int best) {
        for (int i = 0; i < left; i++) {
            sorted[i] = mean(order[i], Index.UNKNOWN);
        }
        Arrays.sort(sorted, 0, left);
        double least = sorted[left - best];
        int ties = 0;
        for (int i = left - best; i < left && sorted[i] == least; i++) {
            ties++;
        }
        int kept = 0;
        for (int i = 0; i < left; i++) {
            double mean = mean(order[i], Index.UNKNOWN);
            if (mean > least || (mean == least && ties-- > 0)) {
                order[kept++] = order[i];
            }
        }
        left = kept;
    }

    /** Returns the contender with the largest mean among those that have given a reward. */
    int best() {
        int best = 0;
        for (int i = 1; i < left; i++) {
            boolean better = mean(order[i], Double.NEGATIVE_INFINITY) > mean(order[best], Double.NEGATIVE_INFINITY);
            best = better ? i : best;
        }
        return order[best];
    }

    private double mean(int action, double unknown) {
        return seen.count(action) > 0 ? seen.value(action) : unknown;
    }

    @Override
    public void state(StateFields fields) {
        fields.wholes("order", order, 0, order.length - 1);
        fields.part("seen", seen);
        left = fields.whole("left", left, 1, order.length);
        turn = fields.whole("turn", turn, 0, left - 1);
        rounds = fields.whole("rounds", rounds);
    }
}
