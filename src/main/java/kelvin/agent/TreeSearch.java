package kelvin.agent;

import java.util.HashMap;
import java.util.Map;
import kelvin.numeric.Log;
import kelvin.numeric.Weights;
import kelvin.policy.Greedy;
import org.apache.commons.rng.UniformRandomProvider;

/** The search of {@link Uct}: a tree of states, grown by one node per simulation. */
final class TreeSearch {
    private static final Greedy GREEDY = new Greedy();

    private final Uct spec;
    private final TransitionModel model;
    private final UniformRandomProvider random;

    TreeSearch(Uct spec, TransitionModel model, UniformRandomProvider random) {
        this.spec = spec;
        this.model = model;
        this.random = random;
    }

    /** A node of the search tree: the statistics of a state that was reached by one way. */
    private final class Node {
        private final double[] visits = new double[model.actions()];
        private final double[] returns = new double[model.actions()];
        private final double[] scores = new double[model.actions()];
        private final Map<Long, Node> next = new HashMap<>();
        private long visited;

        int choose(int state) {
            int untried = 0;
            for (int action = 0; action < scores.length; action++) {
                boolean fresh = visits[action] == 0 && model.open(state, action);
                scores[action] = fresh ? 1 : 0;
                untried += fresh ? 1 : 0;
            }
            visited++;
            if (untried > 0) {
                return Weights.draw(scores, random);
            }
            double wide = spec.exploration() * Math.sqrt(Log.of(visited));
            for (int action = 0; action < scores.length; action++) {
                scores[action] = model.open(state, action)
                        ? returns[action] / visits[action] + wide / Math.sqrt(visits[action])
                        : Double.NEGATIVE_INFINITY;
            }
            spec.policy().at(visited).probabilities(scores, scores);
            return Weights.draw(scores, random);
        }

        void learn(int action, double gained) {
            visits[action]++;
            returns[action] += gained;
        }
    }

    int decide(int state) {
        Node root = new Node();
        for (int i = 0; i < spec.simulations(); i++) {
            simulate(root, state, spec.longest());
        }
        return GREEDY.select(root.visits, random);
    }

    /** Simulates the rest of the episode from a node and returns its return. */
    private double simulate(Node node, int state, int left) {
        int action = node.choose(state);
        TransitionModel.Transition to = model.sample(state, action, random);
        double gained = to.reward();
        if (left > 1 && !model.ends(to.state())) {
            long way = (long) to.state() * model.actions() + action;
            Node known = node.next.get(way);
            if (known == null) {
                node.next.put(way, new Node());
                gained += playOut(to.state(), left - 1);
            } else {
                gained += simulate(known, to.state(), left - 1);
            }
        }
        node.learn(action, gained);
        return gained;
    }

    private double playOut(int from, int steps) {
        double[] open = new double[model.actions()];
        double gained = 0;
        int state = from;
        for (int left = steps; left > 0 && !model.ends(state); left--) {
            for (int action = 0; action < open.length; action++) {
                open[action] = model.open(state, action) ? 1 : 0;
            }
            TransitionModel.Transition to = model.sample(state, Weights.draw(open, random), random);
            gained += to.reward();
            state = to.state();
        }
        return gained;
    }
}
