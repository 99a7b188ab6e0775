package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.numeric.Leader;
import kelvin.numeric.Weights;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * ε-greedy: chooses the best action with probability 1 − ε, and any open action uniformly at random with probability ε.
 *
 * <pre>
 *   p[i] = ε/n + (1 − ε)/k·[q[i] = max q],   n = number of open actions, k = number of best actions
 * </pre>
 *
 * <p>Exploration is over all open actions, the best included, so a single best action has 1 − ε + ε/n.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), section 2.2</a>
 * @param epsilon ε, in [0, 1]
 */
@Summary("the best action, but with probability epsilon any open action at random")
@Stability(STABLE)
public record EpsilonGreedy(double epsilon) implements Policy {
    public EpsilonGreedy {
        Require.probability("epsilon", epsilon);
    }

    @Override
    public void probabilities(double[] values, double[] out) {
        mix(epsilon, values, out);
    }

    @Override
    public EpsilonGreedy with(String parameter, double value) {
        if (!parameter.equals("epsilon")) {
            throw new InvalidValue("parameter", parameter, "epsilon");
        }
        return new EpsilonGreedy(value);
    }

    /** Mixes ε of the uniform policy with 1 − ε of the greedy one. */
    static void mix(double epsilon, double[] values, double[] out) {
        double best = ValueChecks.best(values, out);
        double explore = epsilon / ValueChecks.open(values);
        double exploit = (1 - epsilon) / ValueChecks.count(values, best);
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            out[i] = value == Double.NEGATIVE_INFINITY ? 0 : value == best ? explore + exploit : explore;
        }
    }

    /**
     * Draws by inverse CDF in closed form: all open actions have ε/n, and one best action 1 − ε more.
     *
     * <p>A decision and a new value cost a few operations, whatever the number of actions, while one value is the largest and all
     * actions are open; else all probabilities are written. Both take one uniform number and draw the same action from it, but for
     * rounding. Greedy has ε = 0 and the uniform policy ε = 1.
     */
    static final class ClosedForm implements Sampler {
        private final Schedule epsilon;
        private final double[] values;
        private final double[] weights;
        private final Leader leader;
        private boolean closed = true;

        ClosedForm(Schedule epsilon, double[] values) {
            this.epsilon = epsilon;
            this.values = values;
            this.weights = new double[values.length];
            this.leader = new Leader(values);
        }

        @Override
        public void changed(int action) {
            leader.changed(action);
            closed |= values[action] == Double.NEGATIVE_INFINITY;
        }

        @Override
        public void state(StateFields fields) {
            closed = fields.flag("closed", closed);
        }

        @Override
        public int draw(long step, UniformRandomProvider random) {
            double share = epsilon.at(step);
            Require.probability("epsilon", share);
            if (!closed) {
                if (share == 1) {
                    return place(random.nextDouble() * values.length, values.length);
                }
                int best = leader.single();
                if (best != Leader.NONE) {
                    return draw(share, best, random.nextDouble());
                }
            }
            return drawFromAll(share, random);
        }

        private int draw(double share, int best, double u) {
            double explore = share / values.length;
            double before = explore * best;
            if (u < before) {
                return place(u / explore, best);
            }
            double beyond = u - before - (explore + (1 - share));
            return beyond < 0 ? best : place(best + 1 + beyond / explore, values.length);
        }

        /** Returns the place of a number; where rounding has left it at the end, the last. */
        private static int place(double number, int end) {
            return Math.min((int) number, end - 1);
        }

        private int drawFromAll(double share, UniformRandomProvider random) {
            mix(share, values, weights);
            closed = ValueChecks.open(values) < values.length;
            return Weights.draw(weights, random);
        }
    }
}
