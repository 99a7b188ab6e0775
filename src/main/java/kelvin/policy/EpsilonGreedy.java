package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

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
}
