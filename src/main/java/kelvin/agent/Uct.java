package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.policy.PolicySchedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * UCT, Monte Carlo tree search: simulates episodes before every decision, and takes the action visited most often.
 *
 * <pre>
 *   score(a) = mean return of a + exploration·√(ln N/n(a)),   N = visits of the node, n(a) = those of the action
 * </pre>
 *
 * <p>In a node of the tree every open action is tried once, in random order; then the policy chooses by the scores. Under {@code Greedy}
 * that is UCT; without exploration and under a softmax it is Boltzmann search. The first node that is new is added to the tree; from there the episode is
 * played to its end at random. What is done is the action visited most, ties shared equally. The tree is grown afresh for every decision. Cost of a decision:
 * simulations × length of an episode.
 *
 * @see <a href="https://doi.org/10.1007/11871842_29">Kocsis and Szepesvári (2006), Bandit based Monte-Carlo planning</a>
 * @param simulations how often it plays on in thought before each decision, at least 1
 * @param exploration what uncertainty is worth, in units of the return; finite and ≥ 0
 * @param policy the rule from scores to probabilities at every node; its step counts the visits of the node
 * @param longest how many steps it looks ahead at most, at least 1; what lies beyond counts 0
 */
@Summary("tree search with the policy at its nodes; needs a world whose laws it may know")
@Stability(MAY_CHANGE)
public record Uct(
        @Default("200") int simulations,
        @Default("1.4142135623730951") double exploration,
        @Default("{Greedy: {}}") PolicySchedule policy,
        @Default("1000") int longest)
        implements AgentSpec {
    public Uct {
        Require.atLeast("simulations", 1, simulations);
        Require.notNegative("exploration", exploration);
        Require.atLeast("longest", 1, longest);
    }

    @Override
    public boolean plans() {
        return true;
    }

    @Override
    public Agent create(Task task, UniformRandomProvider random) {
        if (!(task instanceof TransitionModel model)) {
            throw new IllegalArgumentException("Uct needs a model of the world to search in");
        }
        return new Player(new TreeSearch(this, model, random));
    }

    private record Player(TreeSearch search) implements Agent {
        @Override
        public int begin(long episode, int state) {
            return search.decide(state);
        }

        @Override
        public int step(double reward, int state) {
            return search.decide(state);
        }

        @Override
        public void end(double reward) {
            // it knows the world already
        }
    }
}
