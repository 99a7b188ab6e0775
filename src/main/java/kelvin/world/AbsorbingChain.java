package kelvin.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The expected total reward until absorption of a Markov chain, by eliminating one state after the other.
 *
 * <pre>
 *   leave(s) = e(s) + Σ p(s, j) over j ≠ s,   e(s) = probability of ending at the next step
 *   eliminating s, for every i that leads to s, f = p(i, s)/leave(s):
 *     p(i, j) ← p(i, j) + f·p(s, j) for j ≠ i,   e(i) ← e(i) + f·e(s),   r(i) ← r(i) + f·r(s)
 *   then, in reverse, v(s) = (r(s) + Σ p(s, j)·v(j))/leave(s)
 * </pre>
 *
 * <p>The probability of staying is never subtracted from 1, so that no digit is lost however rarely an episode ends. States are
 * eliminated in the order in which a walk from the starts comes to them. Cost: as many products as pairs of states meet, n·w² where the walk
 * has w states side by side.
 *
 * @see <a href="https://doi.org/10.1287/opre.33.5.1107">Grassmann, Taksar and Heyman (1985), Regenerative analysis and steady state
 *     distributions for Markov chains</a>
 */
final class AbsorbingChain {
    private final List<Integer> order;
    private final List<Map<Integer, Double>> to = new ArrayList<>();
    private final List<TreeSet<Integer>> from = new ArrayList<>();
    private final double[] ending;
    private final double[] reward;
    private final double[] leave;

    AbsorbingChain(Dynamics dynamics, double[][] policy) {
        this.order = breadthFirst(dynamics);
        this.ending = new double[dynamics.states()];
        this.reward = new double[dynamics.states()];
        this.leave = new double[dynamics.states()];
        for (int state = 0; state < dynamics.states(); state++) {
            to.add(new HashMap<>());
            from.add(new TreeSet<>());
        }
        for (int state : order) {
            for (int action = 0; action < dynamics.actions(); action++) {
                if (policy[state][action] > 0) {
                    add(dynamics, state, action, policy[state][action]);
                }
            }
        }
    }

    private static List<Integer> breadthFirst(Dynamics dynamics) {
        boolean[] seen = new boolean[dynamics.states()];
        Deque<Integer> left = new ArrayDeque<>();
        dynamics.starts().forEach(start -> left.add(start.state()));
        List<Integer> order = new ArrayList<>();
        while (!left.isEmpty()) {
            int state = left.remove();
            if (!seen[state] && !dynamics.ends(state)) {
                seen[state] = true;
                order.add(state);
                for (int action = 0; action < dynamics.actions(); action++) {
                    for (int i = dynamics.first(state, action); i < dynamics.last(state, action); i++) {
                        left.add(dynamics.next(i));
                    }
                }
            }
        }
        return order;
    }

    private void add(Dynamics dynamics, int state, int action, double chosen) {
        for (int i = dynamics.first(state, action); i < dynamics.last(state, action); i++) {
            double p = chosen * dynamics.probability(i);
            int next = dynamics.next(i);
            reward[state] += p * dynamics.reward(i);
            if (dynamics.ends(next)) {
                ending[state] += p;
            } else if (p > 0) {
                connect(state, next, p);
            }
        }
    }

    private void connect(int state, int next, double p) {
        if (next != state) {
            to.get(state).merge(next, p, Double::sum);
            from.get(next).add(state);
        }
    }

    /**
     * Solves for the values of all states.
     *
     * @return v, 0 where an episode has ended
     * @throws IllegalArgumentException if there is a state from which none ends
     */
    double[] values() {
        order.forEach(this::eliminate);
        double[] values = new double[reward.length];
        for (int i = order.size() - 1; i >= 0; i--) {
            int state = order.get(i);
            double sum = reward[state];
            for (Map.Entry<Integer, Double> next : to.get(state).entrySet()) {
                sum += next.getValue() * values[next.getKey()];
            }
            values[state] = sum / leave[state];
        }
        return values;
    }

    private void eliminate(int state) {
        Map<Integer, Double> out = to.get(state);
        leave[state] = ending[state] + out.values().stream().mapToDouble(p -> p).sum();
        if (!(leave[state] > 0)) {
            throw new IllegalArgumentException(
                    "the values do not settle: from state " + state + " on, episodes need not end");
        }
        for (int before : from.get(state)) {
            double share = Objects.requireNonNull(to.get(before).remove(state)) / leave[state];
            out.forEach((next, p) -> connect(before, next, share * p));
            ending[before] += share * ending[state];
            reward[before] += share * reward[state];
        }
        out.keySet().forEach(next -> from.get(next).remove(state));
    }
}
