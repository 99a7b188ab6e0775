package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Bag;
import kelvin.model.ModelSpec;
import kelvin.policy.EpsilonGreedy;

/**
 * Bagging: the best action by one member, picked at random, of a bag of models that each learnt from another bootstrap of the past;
 * which is Thompson sampling by the bootstrap.
 *
 * <pre>
 *   ContextualLearner(Bag(members, model), EpsilonGreedy(epsilon), Averaged, tryEachArmFirst)
 * </pre>
 *
 * <p>Members agree on an action of which nothing is known: without initial pulls it may never be chosen. Cost per step: the values of
 * all members, and their updates.
 *
 * @see <a href="https://arxiv.org/abs/1410.4009">Eckles and Kaptein (2014), Thompson sampling with the online bootstrap</a>
 * @param model the description of each member
 * @param members the number of models, at least 1
 * @param epsilon ε, the probability of an action drawn uniformly instead, in [0, 1]; above 0 every action has a propensity
 * @param tryEachArmFirst whether each action is first chosen once, in random order
 */
@Summary("bagging: the best arm by one of several models that learnt from bootstraps of the past")
@Stability(MAY_CHANGE)
public record Bagging(
        @Default("{Ridge: {}}") ModelSpec model,
        @Default("10") int members,
        @Default("0") double epsilon,
        @Default("true") boolean tryEachArmFirst)
        implements ShortName {
    public Bagging {
        Require.atLeast("members", 1, members);
        Require.probability("epsilon", epsilon);
    }

    @Override
    public ContextualLearner expand() {
        return new ContextualLearner(
                new Bag(members, model), new EpsilonGreedy(epsilon), new Averaged(), tryEachArmFirst);
    }
}
