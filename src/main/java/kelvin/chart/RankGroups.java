package kelvin.chart;

import java.util.ArrayList;
import java.util.List;
import kelvin.metric.ContextResults;
import kelvin.metric.SelectionShares;

/**
 * Groups of ranks that share a colour: single ranks up to twelve, above that 1, 2, 3–4, 5–8 and so on, since the tail
 * is many rarely selected arms.
 *
 * @param bounds rank (from 0) at which each group starts, and the number of ranks as the last
 */
record RankGroups(int[] bounds) {
    private static final int MAX_SINGLE_RANKS = 12;

    static RankGroups of(int ranks) {
        List<Integer> bounds = new ArrayList<>(List.of(0));
        for (int end = 1; end < ranks; end = ranks <= MAX_SINGLE_RANKS ? end + 1 : 2 * end) {
            bounds.add(end);
        }
        bounds.add(ranks);
        return new RankGroups(bounds.stream().mapToInt(i -> i).toArray());
    }

    int count() {
        return bounds.length - 1;
    }

    /** Returns the label: "3", "5–8", or with the arm where ranks name arms: "3 (arm 7)". */
    String label(int group, SelectionShares selections, ContextResults contexts) {
        int first = bounds[group];
        int end = bounds[group + 1];
        String ranks = first + 1 == end ? String.valueOf(end) : first + 1 + "–" + end;
        boolean named = selections.arms().length > 0 && first + 1 == end;
        return named ? ranks + " (" + contexts.arm(selections.arms()[first]) + ")" : ranks;
    }

    /** Returns the cumulative share, in percent, of this group and all better ones. */
    double cumulated(int group, double[] frequency) {
        double sum = 0;
        for (int rank = 0; rank < bounds[group + 1]; rank++) {
            sum += frequency[rank];
        }
        return 100 * sum;
    }
}
