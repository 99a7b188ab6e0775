package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import kelvin.contract.Default;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Estimates;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.numeric.Log;
import kelvin.numeric.Pow;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Anytime optimally confident UCB, for rewards whose noise is 1-subgaussian (of variance 1, say; rewards in [0, 1]
 * are).
 *
 * <pre>
 *   mean[a] + √(2η ln B[a]/n[a]),   B[a] = max(e, ln t, t ln t / Σⱼ min(n[a], n[j]^ρ n[a]^(1−ρ)))
 * </pre>
 *
 * <p>t = plays so far, n[a] = plays of a; the sum is over all actions, closed ones too. Untried actions come first, in
 * random order; ties are broken at random. Cost per step: per action two divisions and a
 * square root, and a few logarithms in all; linear in the number of actions.
 *
 * @param eta η; finite and &gt; 1
 * @param rho ρ, in [1/2, 1]
 * @see <a href="https://arxiv.org/abs/1603.08661">Lattimore (2016), Regret analysis of the anytime optimally confident
 *     UCB algorithm</a>
 */
@Summary("optimally confident UCB: bounds as narrow as the plays of all arms allow; needs no horizon")
@Stability(STABLE)
public record OcUcb(
        @Default("2") double eta, @Default("0.5") double rho) implements LearnerSpec {
    public OcUcb {
        Require.that(eta > 1 && eta < Double.POSITIVE_INFINITY, "eta", eta, "finite and > 1");
        Require.that(rho >= 0.5 && rho <= 1, "rho", rho, "in [0.5, 1]");
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public SufficientHistory sufficientHistory() {
        return SufficientHistory.SUMS;
    }

    @Override
    public Optional<Guarantee> guarantee() {
        return Optional.of(Guarantee.bound(1.0));
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new IndexPlayer(problem.actions(), new Confidences(problem.actions()), random);
    }

    private double power(double plays) {
        return rho == 0.5 ? Math.sqrt(plays) : rho == 1 ? plays : Pow.of(plays, rho);
    }

    /**
     * The indices, whose sums over all actions are added up in the order of their plays: n[a] for each action played as often, and n[a]^(1−ρ) times
     * the powers of the others. A logarithm known of an earlier sum bounds that of another.
     */
    private final class Confidences implements Index {
        /** The error allowed to bounds of logarithms: far above that of any. */
        private static final double TOLERANCE = 1e-12;

        private final Estimates seen;
        /** n^ρ, and the actions by the number of plays. */
        private final double[] powers;

        private final int[] order;
        private final int[] places;
        /** Σⱼ min(n[a], n[j]^ρ n[a]^(1−ρ)) at present, a sum of before, and the logarithm of that. */
        private final double[] sums;

        private final double[] knownSums;
        private final double[] knownLogs;
        private boolean summed;
        /** Of the step, what a logarithm is cut from below at, and what the logarithms of sums are subtracted from. */
        private double least;

        private double level;

        Confidences(int actions) {
            this.seen = Estimates.sampleAverages(actions);
            this.powers = new double[actions];
            this.order = new int[actions];
            this.places = new int[actions];
            this.sums = new double[actions];
            this.knownSums = new double[actions];
            this.knownLogs = new double[actions];
            Arrays.setAll(order, i -> i);
            Arrays.setAll(places, i -> i);
            Arrays.fill(knownSums, 1);
        }

        @Override
        public void observe(long step, int action, double reward) {
            seen.update(action, reward);
            powers[action] = power(seen.count(action));
            int place = places[action];
            for (; place + 1 < order.length && seen.count(order[place + 1]) < seen.count(action); place++) {
                put(place, order[place + 1]);
            }
            put(place, action);
            summed = false;
        }

        private void sort() {
            int[] ascending = PlayGroups.byPlays(order.length, seen);
            for (int place = 0; place < ascending.length; place++) {
                long n = seen.count(ascending[place]);
                powers[ascending[place]] = n == 0 ? 0 : power(n);
                put(place, ascending[place]);
            }
            summed = false;
        }

        private void put(int place, int action) {
            order[place] = action;
            places[action] = place;
        }

        /** Adds up the sums, and computes what all indices of a step share. */
        private void prepare(long step) {
            if (!summed) {
                addUp();
            }
            double log = Log.of(step - 1);
            least = Math.max(1, Log.of(log));
            level = Log.of((step - 1) * log);
        }

        private void addUp() {
            double fewer = 0;
            double equal = 0;
            int first = 0;
            for (int place = 0; place < order.length; place++) {
                int action = order[place];
                if (seen.count(action) > seen.count(order[first])) {
                    fewer += equal;
                    equal = 0;
                    first = place;
                }
                double n = seen.count(action);
                equal += powers[action];
                sums[action] = n * (order.length - first) + n / powers[action] * fewer;
            }
            summed = true;
        }

        @Override
        public boolean means(double[] out) {
            return seen.averages(out);
        }

        @Override
        public void write(long step, BitSet open, double[] out) {
            prepare(step);
            for (int i = 0; i < out.length; i++) {
                out[i] = index(i, level - log(i));
            }
        }

        @Override
        public void writeLargest(long step, BitSet open, double[] out) {
            prepare(step);
            for (int i = 0; i < out.length; i++) {
                double known = knownLogs[i] + (sums[i] == knownSums[i] ? 0 : 1 - knownSums[i] / sums[i] - TOLERANCE);
                out[i] = open.get(i) ? index(i, level - known) : Double.NEGATIVE_INFINITY;
            }
            for (int i = largest(out); sums[i] != knownSums[i] && seen.count(i) > 0; i = largest(out)) {
                out[i] = index(i, level - log(i));
            }
        }

        /** Returns an action with the largest number; of equal ones one whose logarithm is not known. */
        private int largest(double[] numbers) {
            int largest = 0;
            for (int i = 1; i < numbers.length; i++) {
                boolean tied = numbers[i] == numbers[largest] && sums[i] != knownSums[i];
                largest = numbers[i] > numbers[largest] || tied ? i : largest;
            }
            return largest;
        }

        private double log(int action) {
            if (sums[action] != knownSums[action]) {
                knownSums[action] = sums[action];
                knownLogs[action] = Log.of(sums[action]);
            }
            return knownLogs[action];
        }

        private double index(int action, double log) {
            long n = seen.count(action);
            return n == 0 ? UNKNOWN : seen.value(action) + Math.sqrt(2 * eta * Math.max(least, log) / n);
        }

        @Override
        public void state(StateFields fields) {
            seen.state(fields);
            if (fields.loading()) {
                sort();
            }
        }
    }
}
