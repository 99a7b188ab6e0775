package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.OpenActions;
import kelvin.learner.SufficientHistory;
import kelvin.numeric.ArgMax;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Explore-then-commit: plays every action equally often, in turn, then the one with the largest mean.
 *
 * <pre>
 *   the first open action played least, until each was played m times; then the largest mean reward
 * </pre>
 *
 * <p>Ties are broken at random, once. A committed learner decides anew only when actions open or close; one that keeps
 * updating may at every step. Rewards of the exploration that come later still count. Cost per step: one comparison per
 * action.
 *
 * @param plays m, of each action; at least 1
 * @param updating whether means keep learning after the exploration, so that the commitment can change
 * @see <a href="https://doi.org/10.1017/9781108571401">Lattimore and Szepesvári (2020), Bandit algorithms, chapter
 *     6</a>
 */
@Summary("each arm in turn, plays times each; then the largest mean, for good or as means keep updating")
@Stability(STABLE)
public record ExploreThenCommit(
        long plays, @Default("false") boolean updating) implements LearnerSpec {
    public ExploreThenCommit {
        Require.atLeast("plays", 1, plays);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public SufficientHistory sufficientHistory() {
        return updating ? SufficientHistory.SUMS : SufficientHistory.MORE;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new Player(this, problem.actions(), random);
    }

    private static final class Player implements Learner {
        private static final int NONE = -1;

        private final ExploreThenCommit spec;
        private final UniformRandomProvider random;
        private final OpenActions open;
        private final Index means;
        private final double[] values;
        private final long[] plays;
        private final long[] rewards;
        private long explored;
        private int commitment = NONE;

        Player(ExploreThenCommit spec, int actions, UniformRandomProvider random) {
            this.spec = spec;
            this.random = random;
            this.open = new OpenActions(actions);
            this.means = MeanIndex.ofMeans(actions);
            this.values = new double[actions];
            this.plays = new long[actions];
            this.rewards = new long[actions];
        }

        @Override
        public int select(long step) {
            int next = leastPlayed();
            if (next != NONE) {
                plays[next]++;
                explored = step;
                return next;
            }
            if (spec.updating || commitment == NONE) {
                commitment = ArgMax.of(values(step), random);
            }
            return commitment;
        }

        /** Returns the first of the open actions played least, if it lacks plays. */
        private int leastPlayed() {
            int least = NONE;
            for (int i = open.bits().nextSetBit(0); i >= 0; i = open.bits().nextSetBit(i + 1)) {
                least = plays[i] < (least == NONE ? spec.plays : plays[least]) ? i : least;
            }
            return least;
        }

        private double[] values(long step) {
            means.write(step, open.bits(), values);
            open.close(values);
            return values;
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            int next = leastPlayed();
            int certain = next == NONE && !spec.updating ? commitment : next;
            if (certain == NONE) {
                ArgMax.shares(values(step), out);
            } else {
                Arrays.fill(out, 0);
                out[certain] = 1;
            }
            return true;
        }

        @Override
        public boolean values(long step, double[] out) {
            return means.means(out);
        }

        @Override
        public void observe(long step, int action, double reward) {
            if (spec.updating || step <= explored) {
                means.observe(step, action, reward);
                plays[action] = Math.max(plays[action], ++rewards[action]);
            }
        }

        @Override
        public void open(BitSet actions) {
            open.set(actions);
            commitment = NONE;
        }

        @Override
        public void state(StateFields fields) {
            fields.part("open", open);
            fields.part("means", means);
            fields.counts("plays", plays);
            fields.counts("rewards", rewards);
            explored = fields.whole("explored", explored);
            commitment = fields.whole("commitment", commitment, NONE, values.length - 1);
        }
    }
}
