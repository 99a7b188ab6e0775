package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.InitialPulls;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Best empirical sampled average (BESA): compares two actions by equally many rewards, subsampling the one that has
 * more.
 *
 * <pre>
 *   a beats b if the mean of m of a's rewards is the larger,   m = min(n[a], n[b]), drawn without replacement
 * </pre>
 *
 * <p>Equal means go to the action with fewer rewards, and after that to either at random. More than two actions meet in
 * a knock-out tournament in random order. Needs no parameter, no range and no family of rewards. Untried actions come
 * first, in random order; an action whose rewards have not come back yet beats all that have some. There is no closed
 * form of its choices.
 *
 * <p>Cost per step: per match as many random numbers as the action with fewer rewards has; where all rewards of the other are 0 or 1,
 * one, and some divisions, about the root of that number. The only learner here that must remember all rewards: 8 bytes each, at most
 * 12 while an array grows, and as much again for the most played action.
 *
 * @see <a href="https://doi.org/10.1007/978-3-662-44848-9_8">Baransi, Maillard and Mannor (2014), Sub-sampling for
 *     multi-armed bandits</a>
 */
@Summary("compares arms by equally many of their rewards, drawn at random; remembers all rewards")
@Stability(STABLE)
public record Besa() implements LearnerSpec {
    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new Player(problem.actions(), random);
    }

    private static final class Player implements Learner {
        private final UniformRandomProvider random;
        private final InitialPulls untried;
        private final double[][] rewards;
        private final int[] counts;
        private final double[] sums;
        /** The actions whose rewards have all been 0 or 1: their numbers of successes are drawn at once. */
        private final boolean[] whole;

        private final Hypergeometric successes;
        private final int[] entrants;
        private int entered;

        Player(int actions, UniformRandomProvider random) {
            this.random = random;
            this.untried = new InitialPulls(actions, random);
            this.rewards = new double[actions][4];
            this.counts = new int[actions];
            this.sums = new double[actions];
            this.whole = new boolean[actions];
            this.successes = new Hypergeometric(random);
            Arrays.fill(whole, true);
            this.entrants = new int[actions];
            this.entered = actions;
            Arrays.setAll(entrants, i -> i);
        }

        @Override
        public int select(long step) {
            if (untried.any()) {
                return untried.draw();
            }
            shuffle();
            return winner(0, entered);
        }

        private void shuffle() {
            for (int i = entered; i > 1; i--) {
                int j = random.nextInt(i);
                int entrant = entrants[j];
                entrants[j] = entrants[i - 1];
                entrants[i - 1] = entrant;
            }
        }

        /**
         * Returns the winner among the entrants of some places: halves play their own tournaments, their winners meet.
         */
        private int winner(int from, int to) {
            if (to - from == 1) {
                return entrants[from];
            }
            int middle = (from + to) >>> 1;
            return match(winner(from, middle), winner(middle, to));
        }

        private int match(int a, int b) {
            int m = Math.min(counts[a], counts[b]);
            if (m > 0) {
                double of = sum(a, m);
                double against = sum(b, m);
                if (of != against) {
                    return of > against ? a : b;
                }
            }
            if (counts[a] != counts[b]) {
                return counts[a] < counts[b] ? a : b;
            }
            return random.nextBoolean() ? a : b;
        }

        /** Returns the sum of m of an action's rewards, drawn without replacement. */
        private double sum(int action, int m) {
            if (m == counts[action]) {
                return sums[action];
            }
            return whole[action] ? successes.draw(counts[action], (int) sums[action], m) : sampled(action, m);
        }

        /** Draws by the first m swaps of a shuffle. */
        private double sampled(int action, int m) {
            double[] all = rewards[action];
            int n = counts[action];
            double sum = 0;
            for (int i = 0; i < m; i++) {
                int j = i + random.nextInt(n - i);
                double reward = all[j];
                all[j] = all[i];
                all[i] = reward;
                sum += reward;
            }
            return sum;
        }

        @Override
        public void observe(long step, int action, double reward) {
            untried.tried(action);
            if (counts[action] == rewards[action].length) {
                rewards[action] = Arrays.copyOf(rewards[action], counts[action] * 3 / 2);
            }
            rewards[action][counts[action]++] = reward;
            sums[action] += reward;
            whole[action] &= reward == 0 || reward == 1;
        }

        @Override
        public void open(BitSet actions) {
            untried.open(actions);
            entered = 0;
            for (int i = actions.nextSetBit(0); i >= 0; i = actions.nextSetBit(i + 1)) {
                entrants[entered++] = i;
            }
        }

        @Override
        public void state(StateFields fields) {
            fields.part("untried", untried);
            fields.reals("sums", sums);
            fields.flags("whole", whole);
            fields.wholes("entrants", entrants, 0, entrants.length - 1);
            entered = fields.whole("entered", entered, 1, entrants.length);
            for (int i = 0; i < rewards.length; i++) {
                double[] kept = fields.realList("rewards" + i, Arrays.copyOf(rewards[i], counts[i]));
                counts[i] = kept.length;
                rewards[i] = Arrays.copyOf(kept, Math.max(kept.length, rewards[i].length));
            }
        }
    }
}
