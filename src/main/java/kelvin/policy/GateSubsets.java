package kelvin.policy;

import java.util.Arrays;
import java.util.stream.IntStream;
import kelvin.contract.Require;

/** The exact propensities of any policy among independently open gates, by going through all sets of open gates. */
final class GateSubsets {
    private static final int MOST = 20;

    private final Policy among;
    private final Workspace work;
    private final int[] actions;
    private final double[] values;
    private final double[] open;
    private final double[] closed;
    private final double[] present;
    private final double[][] chosen;

    private GateSubsets(Gated gates, int[] actions, double[] values, Workspace work) {
        this.work = work;
        this.among = gates.among();
        this.actions = actions;
        this.values = values;
        open = Arrays.stream(actions).mapToDouble(i -> gates.gate(values[i])).toArray();
        closed =
                Arrays.stream(actions).mapToDouble(i -> gates.noGate(values[i])).toArray();
        present = new double[values.length];
        Arrays.fill(present, Double.NEGATIVE_INFINITY);
        chosen = new double[actions.length + 1][values.length];
    }

    /** Writes P(action i is chosen from among the open gates). */
    static void probabilities(Gated gates, double[] values, double[] out, Workspace work) {
        int[] actions = IntStream.range(0, values.length)
                .filter(i -> gates.gate(values[i]) > 0)
                .boxed()
                .sorted((i, j) -> Double.compare(values[j], values[i]))
                .mapToInt(i -> i)
                .toArray();
        Require.that(
                actions.length <= MOST,
                "among",
                gates.among(),
                "Softmax or Uniform where more than " + MOST + " gates can open, here " + actions.length);
        GateSubsets subsets = new GateSubsets(gates, actions, values, work);
        subsets.choose(0, false);
        subsets.shareTies();
        System.arraycopy(subsets.chosen[0], 0, out, 0, out.length);
    }

    /**
     * Writes into chosen[gate] the propensities given the gates before it. Each level is a mean of the two cases of its gate,
     * so rounding errors grow with the number of gates, not of sets.
     */
    private void choose(int gate, boolean any) {
        double[] into = chosen[gate];
        if (gate == actions.length) {
            if (any) {
                work.probabilities(among, present, into);
            } else {
                Arrays.fill(into, 0);
            }
            return;
        }
        Arrays.fill(into, 0);
        if (closed[gate] > 0) {
            choose(gate + 1, any);
            add(closed[gate], chosen[gate + 1], into);
        }
        present[actions[gate]] = values[actions[gate]];
        choose(gate + 1, true);
        add(open[gate], chosen[gate + 1], into);
        present[actions[gate]] = Double.NEGATIVE_INFINITY;
    }

    private static void add(double weight, double[] part, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] += weight * part[i];
        }
    }

    /** Equal values meet the same sets in another order, so rounding may set them apart. */
    private void shareTies() {
        double[] all = chosen[0].clone();
        for (int i : actions) {
            int[] tied =
                    Arrays.stream(actions).filter(j -> values[j] == values[i]).toArray();
            chosen[0][i] = Arrays.stream(tied).mapToDouble(j -> all[j]).sum() / tied.length;
        }
    }
}
