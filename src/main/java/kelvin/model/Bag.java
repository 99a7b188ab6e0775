package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.stream.IntStream;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Predicts by the mean of several models, each taught every reward a random number of times: the online bootstrap. Their disagreement
 * says how sure they are.
 *
 * <pre>
 *   member m learns (x, a, r) with weight·n,   n ~ Poisson(1) from (seed, m, decision)
 *   value = mean of the members' values,   width = their standard deviation
 *   sample = value + scale·(value of one member, drawn for all actions at once − value)
 * </pre>
 *
 * <p>A sample of scale 1 is the prediction of one member: bootstrapped Thompson sampling. What is drawn belongs to the decision's
 * number, and so neither the order of rewards nor what is asked changes it. Members agree on an action of which nothing is known, which
 * is no reason to trust them: let each action be tried first. Cost and memory: those of the members together.
 *
 * @see <a href="https://arxiv.org/abs/1410.4009">Eckles and Kaptein (2014), Thompson sampling with the online bootstrap</a>
 * @see <a href="https://proceedings.mlr.press/r3/oza01a.html">Oza and Russell (2001), Online bagging and boosting</a>
 * @param members the number of models, at least 1
 * @param model the description of each
 */
@Summary("the mean of several models, each taught every reward Poisson(1) times: the online bootstrap")
@Stability(MAY_CHANGE)
public record Bag(@Default("10") int members, ModelSpec model) implements ModelSpec {
    public Bag {
        Require.atLeast("members", 1, members);
    }

    /** The memory of any model as an object, at least. */
    static final double MEMBER_BYTES = 64;

    @Override
    public double leastBytes(int actions, Features features) {
        return members * (MEMBER_BYTES + model.leastBytes(actions, features));
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        Require.memory("members", members, leastBytes(actions, features));
        Model[] models = IntStream.range(0, members)
                .mapToObj(i -> model.create(actions, features, seed.child(i)))
                .toArray(Model[]::new);
        return new Bootstrap(features, model.rewards(), models, seed.child("weights"));
    }

    @Override
    public Rewards rewards() {
        return model.rewards();
    }

    @Override
    public boolean widths() {
        return true;
    }

    @Override
    public boolean samples() {
        return true;
    }

    @Override
    public boolean ensemble() {
        return true;
    }
}
