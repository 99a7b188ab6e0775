package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import java.util.function.LongToDoubleFunction;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.learner.InitialPulls;
import kelvin.learner.Learner;
import kelvin.learner.OpenActions;
import kelvin.numeric.ArgMax;
import kelvin.numeric.Log;
import kelvin.schedule.Constant;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of index policies: untried actions first, in random order, then the action with the largest index; for a
 * given share of the time any open action.
 *
 * <p>An action that was chosen but whose reward has not come back yet has the largest index there is. Allocates nothing
 * per step.
 */
@Stability(STABLE)
public final class IndexPlayer implements Learner {
    private static final Schedule NEVER = new Constant(0);

    private final Index index;
    private final Schedule exploration;
    private final UniformRandomProvider random;
    private final InitialPulls untried;
    private final OpenActions open;
    private final double[] indices;

    /**
     * Creates a player that also explores.
     *
     * @param actions n, the number of actions
     * @param index the index; not shared with other players
     * @param untried the actions that have to be tried first
     * @param exploration the probability, by the step, of choosing an open action uniformly at random instead
     * @param random the source of all choices
     */
    public IndexPlayer(
            int actions, Index index, InitialPulls untried, Schedule exploration, UniformRandomProvider random) {
        this.index = index;
        this.exploration = exploration;
        this.random = random;
        this.untried = untried;
        this.open = new OpenActions(actions);
        this.indices = new double[actions];
    }

    /**
     * Creates a player that tries every action once, in random order, and then goes by the index alone.
     *
     * @param actions n, the number of actions
     * @param index the index; not shared with other players
     * @param random the source of the order and of ties
     */
    public IndexPlayer(int actions, Index index, UniformRandomProvider random) {
        this(actions, index, new InitialPulls(actions, random), random);
    }

    /**
     * Creates a player that goes by the index alone once the initial pulls are made.
     *
     * @param actions n, the number of actions
     * @param index the index; not shared with other players
     * @param untried the actions that have to be tried first
     * @param random the source of ties
     */
    public IndexPlayer(int actions, Index index, InitialPulls untried, UniformRandomProvider random) {
        this(actions, index, untried, NEVER, random);
    }

    /**
     * Creates a player whose index is a formula of sample averages: {@link MeanIndex}.
     *
     * @param actions n, the number of actions
     * @param level the number that all indices of a step share
     * @param formula the index of an action, from its average, its count and the level
     * @param random the source of the order and of ties
     */
    public IndexPlayer(int actions, MeanIndex.Level level, MeanIndex.Formula formula, UniformRandomProvider random) {
        this(actions, new MeanIndex(actions, level, formula), random);
    }

    /** Creates a player whose indices are bounds made of mean and plays. */
    static IndexPlayer bounded(
            int actions, LongToDoubleFunction level, BoundIndex.Bound bound, UniformRandomProvider random) {
        return new IndexPlayer(actions, new BoundIndex(actions, level, bound), random);
    }

    /** Creates a player whose indices share the logarithm of the plays so far. */
    static IndexPlayer byLogPlays(int actions, MeanIndex.Formula formula, UniformRandomProvider random) {
        return new IndexPlayer(actions, (step, seen, open) -> Log.of(step - 1), formula, random);
    }

    @Override
    public int select(long step) {
        if (untried.any()) {
            return untried.draw();
        }
        double share = exploration.at(step);
        return share > 0 && random.nextDouble() < share ? open.draw(random) : largest(step);
    }

    private int largest(long step) {
        int quick = open.all() ? index.largest(step, random) : Index.NOT_WITHOUT_ALL;
        return quick == Index.NOT_WITHOUT_ALL ? ArgMax.of(leaders(step), random) : quick;
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        if (untried.any()) {
            untried.shares(out);
            return true;
        }
        ArgMax.shares(leaders(step), out);
        double share = exploration.at(step);
        if (share > 0) {
            open.mix(share, out);
        }
        return true;
    }

    private double[] leaders(long step) {
        index.writeLargest(step, open.bits(), indices);
        open.close(indices);
        return indices;
    }

    @Override
    public boolean values(long step, double[] out) {
        return index.means(out);
    }

    @Override
    public void observe(long step, int action, double reward) {
        untried.tried(action);
        index.observe(step, action, reward);
    }

    @Override
    public void open(BitSet actions) {
        untried.open(actions);
        open.set(actions);
    }

    /**
     * Returns the index of each action; −∞ where it is closed.
     *
     * @param step decisions made so far + 1
     * @return the indices, length n, in an array of the player's own that the next call overwrites
     */
    public double[] indices(long step) {
        index.write(step, open.bits(), indices);
        open.close(indices);
        return indices;
    }

    @Override
    public void state(StateFields fields) {
        fields.part("index", index);
        fields.part("untried", untried);
        fields.part("open", open);
    }
}
