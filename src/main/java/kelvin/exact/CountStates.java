package kelvin.exact;

import java.util.Arrays;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;

/**
 * Dynamic programming over the numbers of 1 and of 0 that each arm has paid.
 *
 * <p>A state is a list of 2K counts, arm after arm. States are visited in lexicographic order, in which every state comes after
 * those it can be reached from, and numbered in that order. States that differ in the last count alone come one after the other and
 * share one player, which is taught one reward more each time: two or three lessons per state instead of as many as steps.
 */
final class CountStates {
    private final BernoulliProblem problem;
    private final LearnerSpec learner;
    private final StepSums sums;
    private final int arms;
    private final int horizon;
    private final int[] counts;
    private final int[] plays;
    private final double[] probabilities;
    /** The probability of each state before the horizon. */
    private final double[] mass;
    /** The number of lists of counts, by [parts][total], whose sum is at most this total. */
    private final int[][] lists;

    CountStates(BernoulliProblem problem, LearnerSpec learner, StepSums sums) {
        this.problem = problem;
        this.learner = learner;
        this.sums = sums;
        this.arms = problem.means().length;
        this.horizon = problem.horizon();
        this.counts = new int[2 * arms];
        this.plays = new int[arms];
        this.probabilities = new double[arms];
        this.lists = lists(2 * arms, horizon);
        this.mass = new double[lists[2 * arms][horizon - 1]];
    }

    private static int[][] lists(int parts, int totals) {
        int[][] lists = new int[parts + 1][totals + 1];
        Arrays.fill(lists[0], 1);
        for (int part = 1; part <= parts; part++) {
            lists[part][0] = 1;
            for (int total = 1; total <= totals; total++) {
                lists[part][total] = lists[part][total - 1] + lists[part - 1][total];
            }
        }
        return lists;
    }

    void follow() {
        mass[0] = 1;
        fill(0, horizon - 1);
    }

    /** Runs through all values of a count and those after it, of which this many are left. */
    private void fill(int part, int left) {
        if (part == counts.length - 1) {
            chain(left);
            return;
        }
        for (int count = 0; count <= left; count++) {
            counts[part] = count;
            fill(part + 1, left - count);
        }
        counts[part] = 0;
    }

    /** Runs through all values of the last count. */
    private void chain(int left) {
        int last = counts.length - 1;
        Learner player = null;
        int first = rank();
        for (int count = 0; count <= left; count++) {
            counts[last] = count;
            int step = horizon - left + count;
            if (player != null) {
                player.observe(step - 1, arms - 1, 0);
            } else if (mass[first + count] > 0) {
                player = taught();
            }
            if (player != null && mass[first + count] > 0) {
                visit(player, step, mass[first + count]);
            }
        }
        counts[last] = 0;
    }

    private Learner taught() {
        Learner player = problem.player(learner);
        int step = 1;
        for (int part = 0; part < counts.length; part++) {
            for (int i = 0; i < counts[part]; i++) {
                player.observe(step++, part / 2, 1 - part % 2);
            }
        }
        return player;
    }

    private void visit(Learner player, int step, double weight) {
        player.probabilities(step, probabilities);
        for (int arm = 0; arm < arms; arm++) {
            plays[arm] = counts[2 * arm] + counts[2 * arm + 1];
        }
        sums.add(step, weight, plays, probabilities);
        for (int arm = 0; arm < arms && step < horizon; arm++) {
            double mean = problem.means()[arm];
            pass(2 * arm, weight * probabilities[arm] * mean);
            pass(2 * arm + 1, weight * probabilities[arm] * (1 - mean));
        }
    }

    private void pass(int part, double weight) {
        if (weight > 0) {
            counts[part]++;
            mass[rank()] += weight;
            counts[part]--;
        }
    }

    /** Returns the number of lists that come before the counts. */
    private int rank() {
        int rank = 0;
        int left = horizon - 1;
        for (int part = 0; part < counts.length; part++) {
            int parts = counts.length - part;
            rank += lists[parts][left] - lists[parts][left - counts[part]];
            left -= counts[part];
        }
        return rank;
    }
}
