package kelvin.policy;

import java.util.Arrays;
import kelvin.contract.InvalidValue;
import kelvin.numeric.NeumaierSum;

/** The exact propensities of any policy among independently open gates, by enumerating all sets of open gates. */
final class GateSubsets {
    private static final int MAX_GATES = 20;

    private Policy among = new Uniform();
    private Workspace work = new Workspace();
    private double[] values = {};
    private double[] present = {};

    /** The actions whose gates can open, in descending order of their values; the first so many. */
    private final int[] actions = new int[MAX_GATES];

    private final double[] open = new double[MAX_GATES];
    private final double[] closed = new double[MAX_GATES];
    private final double[][] chosen = new double[MAX_GATES + 1][];
    private int gates;

    /**
     * Writes P(action i is chosen from among the open gates).
     *
     * @param space the workspace of the policy among them
     */
    void probabilities(Gated policy, double[] all, double[] out, Workspace space) {
        among = policy.among();
        work = space;
        values = all;
        start(policy);
        choose(0, false);
        shareTies(out);
    }

    private void start(Gated policy) {
        gates = 0;
        for (int i = 0; i < values.length; i++) {
            if (policy.gate(values[i]) > 0) {
                insert(i);
            }
        }
        if (gates > MAX_GATES) {
            throw new InvalidValue(
                    "among",
                    among,
                    "Softmax or Uniform where more than " + MAX_GATES + " gates can open, here " + gates);
        }
        for (int gate = 0; gate < gates; gate++) {
            open[gate] = policy.gate(values[actions[gate]]);
            closed[gate] = policy.noGate(values[actions[gate]]);
        }
        if (present.length != values.length) {
            present = new double[values.length];
            Arrays.fill(chosen, null);
        }
        Arrays.fill(present, Double.NEGATIVE_INFINITY);
        for (int gate = 0; gate <= gates; gate++) {
            chosen[gate] = chosen[gate] == null ? new double[values.length] : chosen[gate];
        }
    }

    /**
     * Inserts an action into its place, behind equal values; beyond the largest number of gates, actions are only
     * counted.
     */
    private void insert(int action) {
        if (gates < MAX_GATES) {
            int place = gates;
            while (place > 0 && values[actions[place - 1]] < values[action]) {
                actions[place] = actions[place - 1];
                place--;
            }
            actions[place] = action;
        }
        gates++;
    }

    /**
     * Writes into chosen[gate] the propensities given the gates before it. Each level is a mean of the two cases of its gate,
     * so rounding errors grow with the number of gates, not of sets.
     */
    private void choose(int gate, boolean any) {
        double[] into = chosen[gate];
        if (gate == gates) {
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

    /**
     * Shares the propensity of equal values equally, since they meet the same sets in another order and rounding may
     * set them apart.
     */
    private void shareTies(double[] out) {
        System.arraycopy(chosen[0], 0, out, 0, out.length);
        int next = 0;
        for (int gate = 0; gate < gates; gate = next) {
            NeumaierSum total = work.total();
            while (next < gates && values[actions[next]] == values[actions[gate]]) {
                total.add(chosen[0][actions[next++]]);
            }
            double share = total.value() / (next - gate);
            for (int tied = gate; tied < next; tied++) {
                out[actions[tied]] = share;
            }
        }
    }
}
