package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import java.util.function.LongToDoubleFunction;
import kelvin.contract.Stability;
import kelvin.learner.InitialPulls;
import kelvin.learner.Learner;
import kelvin.learner.OpenActions;
import kelvin.numeric.ArgMax;
import kelvin.schedule.Constant;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of index learners: untried actions first, in random order, then the action with the largest index, but for
 * a share of the time any open action.
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
     * @param untried the actions that have to be tried first
     * @param exploration the probability of any open action, by the step
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

    public IndexPlayer(int actions, Index index, UniformRandomProvider random) {
        this(actions, index, new InitialPulls(actions, random), random);
    }

    public IndexPlayer(int actions, Index index, InitialPulls untried, UniformRandomProvider random) {
        this(actions, index, untried, NEVER, random);
    }

    public IndexPlayer(int actions, MeanIndex.Level level, MeanIndex.Formula formula, UniformRandomProvider random) {
        this(actions, new MeanIndex(actions, level, formula), random);
    }

    /** A player whose indices are bounds made of mean and plays. */
    static IndexPlayer bounded(
            int actions, LongToDoubleFunction level, BoundIndex.Bound bound, UniformRandomProvider random) {
        return new IndexPlayer(actions, new BoundIndex(actions, level, bound), random);
    }

    /** A player whose indices share the logarithm of the plays so far. */
    static IndexPlayer byLogPlays(int actions, MeanIndex.Formula formula, UniformRandomProvider random) {
        return new IndexPlayer(actions, (step, seen, open) -> StrictMath.log(step - 1), formula, random);
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
        return quick == Index.NOT_WITHOUT_ALL ? ArgMax.of(indices(step), random) : quick;
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        if (untried.any()) {
            untried.shares(out);
            return true;
        }
        ArgMax.shares(indices(step), out);
        double share = exploration.at(step);
        if (share > 0) {
            open.mix(share, out);
        }
        return true;
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

    /** The index of each action; −∞ where it is closed. */
    public double[] indices(long step) {
        index.write(step, open.bits(), indices);
        open.close(indices);
        return indices;
    }
}
