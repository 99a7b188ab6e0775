package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import kelvin.contract.Default;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Estimates;
import kelvin.learner.InitialPulls;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.OpenActions;
import kelvin.learner.RewardFamily;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Deterministic minimum empirical divergence: plays lists of the actions that may still be the best.
 *
 * <pre>
 *   the next list holds each a for which n[a]·kl(mean[a], max mean)/φ ≤ ln t − ln n[a] at some step of the present list
 *   at which a was no longer, or never, on that;   t = plays so far, n[a] = plays of a
 * </pre>
 *
 * <p>Untried actions come first, in random order, and all are on the first list. A list is played in random order,
 * where the source has that of the actions' numbers. Closed actions are left out, and the largest mean is that of the
 * open ones; an action whose reward has not come back yet may be the best. Cost per step: three logarithms per action.
 *
 * @param family what rewards are like
 * @param dispersion φ, of which {@link RewardFamily} says what it is; finite and &gt; 0
 * @see <a href="https://doi.org/10.1007/s10994-011-5257-4">Honda and Takemura (2010, 2011), An asymptotically optimal
 *     bandit algorithm for bounded support models</a>
 */
@Summary("plays lists of the arms with n·kl(mean, best mean) ≤ ln t − ln n, which may still be the best")
@Stability(STABLE)
public record Dmed(
        @Default("bernoulli") RewardFamily family,
        @Default("1") double dispersion) implements LearnerSpec {
    public Dmed {
        Require.positive("dispersion", dispersion);
    }

    @Override
    public Rewards rewards() {
        return family.rewards();
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public Optional<Guarantee> guarantee() {
        return family.guarantee(dispersion);
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new Player(this, problem.actions(), random);
    }

    private boolean mayBeBest(long n, double mean, double best, double log) {
        return n == 0 || n * family.divergence(mean, best) / dispersion <= log - Log.of(n);
    }

    private static final class Player implements Learner {
        private final Dmed spec;
        private final int actions;
        private final UniformRandomProvider random;
        private final InitialPulls untried;
        private final Estimates seen;
        private final OpenActions open;
        private final BitSet list = new BitSet();
        private final BitSet next = new BitSet();
        private final BitSet choice = new BitSet();

        Player(Dmed spec, int actions, UniformRandomProvider random) {
            this.spec = spec;
            this.actions = actions;
            this.random = random;
            this.untried = new InitialPulls(actions, random);
            this.seen = Estimates.sampleAverages(actions);
            this.open = new OpenActions(actions);
            this.list.set(0, actions);
        }

        @Override
        public int select(long step) {
            if (untried.any()) {
                return untried.draw();
            }
            collect(step);
            if (!list.intersects(open.bits())) {
                list.or(next);
                next.clear();
            }
            choose();
            int action = nth(random.nextInt(choice.cardinality()));
            list.clear(action);
            return action;
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            if (untried.any()) {
                untried.shares(out);
                return true;
            }
            collect(step);
            choose();
            Arrays.fill(out, 0);
            double share = 1.0 / choice.cardinality();
            for (int i = choice.nextSetBit(0); i >= 0; i = choice.nextSetBit(i + 1)) {
                out[i] = share;
            }
            return true;
        }

        /** Puts actions that are not waiting on this list on the next one; the best open one always is on either. */
        private void collect(long step) {
            double log = Log.of(step - 1);
            double best = Imed.largestMean(seen, open.bits());
            for (int i = list.nextClearBit(0); i < actions; i = list.nextClearBit(i + 1)) {
                if (!next.get(i) && open.bits().get(i) && spec.mayBeBest(seen.count(i), seen.value(i), best, log)) {
                    next.set(i);
                }
            }
        }

        /** Collects the actions that may be drawn now: the open actions of this list, or else of the next. */
        private void choose() {
            choice.clear();
            choice.or(list);
            choice.and(open.bits());
            if (choice.isEmpty()) {
                choice.or(next);
                choice.and(open.bits());
            }
        }

        private int nth(int place) {
            int action = choice.nextSetBit(0);
            while (place-- > 0) {
                action = choice.nextSetBit(action + 1);
            }
            return action;
        }

        @Override
        public void observe(long step, int action, double reward) {
            untried.tried(action);
            seen.update(action, reward);
        }

        @Override
        public void open(BitSet actions) {
            untried.open(actions);
            open.set(actions);
        }

        @Override
        public void state(StateFields fields) {
            fields.part("untried", untried);
            fields.part("seen", seen);
            fields.part("open", open);
            fields.indices("list", list, actions);
            fields.indices("next", next, actions);
        }
    }
}
