package kelvin.learner.meta;

import static kelvin.contract.Stability.Level.STABLE;

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
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.OpenActions;
import kelvin.learner.slate.SlateSpec;
import kelvin.model.Context;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The doubling trick: starts a learner afresh whenever the horizon it was told is over, and tells it one twice as long. It makes a
 * learner that needs to know the horizon one that does not.
 *
 * <pre>
 *   epoch k = 0, 1, 2, …: a fresh learner for first·2^k steps
 * </pre>
 *
 * <p>A regret of c·√T becomes at most c·√2/(√2 − 1)·√T ≈ 3.42·c·√T. Rewards that come after their epoch has ended are left aside.
 * Cost per step: the learner's; a new player per epoch.
 *
 * @see <a href="https://arxiv.org/abs/1803.06971">Besson and Kaufmann (2018), What doubling tricks can and can't do for multi-armed
 *     bandits</a>
 * @param learner the learner; it must see only the reward of the action it chose
 * @param first the length of the first epoch, in steps; at least 1
 */
@Summary("starts a learner afresh for horizons that double: any learner that needs a horizon, without one")
@Stability(STABLE)
public record DoublingTrick(
        LearnerSpec learner, @Default("100") long first) implements LearnerSpec {
    public DoublingTrick {
        Require.that(
                !learner.fullInformation() && !(learner instanceof SlateSpec),
                "learner",
                learner,
                "one that chooses one action at a step and needs no rewards of others");
        Require.atLeast("first", 1, first);
    }

    @Override
    public Rewards rewards() {
        return learner.rewards();
    }

    @Override
    public boolean contextual() {
        return learner.contextual();
    }

    @Override
    public boolean closableArms() {
        return learner.closableArms();
    }

    @Override
    public Optional<Guarantee> guarantee() {
        return learner.guarantee();
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new Player(problem, random);
    }

    private final class Player implements Learner {
        private final BanditTask task;
        private final UniformRandomProvider random;
        private final BitSet open = new BitSet();
        private Learner player;
        private long before;
        private long length = first;

        Player(BanditTask task, UniformRandomProvider random) {
            this.task = task;
            this.random = random;
            this.open.set(0, task.actions());
            this.player = create();
        }

        @Override
        public void see(long step, Context context) {
            begin(step);
            player.see(step - before, context);
        }

        @Override
        public int select(long step) {
            begin(step);
            return player.select(step - before);
        }

        /** Begins the epoch of a step. */
        private void begin(long step) {
            while (step - before > length) {
                before += length;
                length *= 2;
                player = fresh();
            }
        }

        /** Writes the probabilities; at the first step of an epoch that has not begun, those of the player to come. */
        @Override
        public boolean probabilities(long step, double[] out) {
            boolean over = step - before > length;
            return over ? fresh().probabilities(1, out) : player.probabilities(step - before, out);
        }

        @Override
        public boolean values(long step, double[] out) {
            return player.values(Math.min(step - before, length), out);
        }

        @Override
        public double temperature(long step) {
            return player.temperature(Math.min(step - before, length));
        }

        @Override
        public boolean coefficients(int action, double[] out) {
            return player.coefficients(action, out);
        }

        private Learner fresh() {
            Learner fresh = create();
            if (open.cardinality() < task.actions()) {
                fresh.open(open);
            }
            return fresh;
        }

        private Learner create() {
            return learner.create(new BanditTask(task.actions(), length, task.features()), random);
        }

        @Override
        public void observe(long step, int action, double reward) {
            if (step > before) {
                player.observe(step - before, action, reward);
            }
        }

        @Override
        public void forget(long step) {
            if (step > before) {
                player.forget(step - before);
            }
        }

        @Override
        public void open(BitSet now) {
            open.clear();
            open.or(now);
            player.open(now);
        }

        @Override
        public void state(StateFields fields) {
            before = fields.whole("before", before);
            length = before + first;
            if (fields.loading()) {
                Require.that(before >= 0 && length % first == 0, "before", before, "a multiple of " + first);
                player = create();
            }
            fields.part("player", player);
            OpenActions.state(fields, open, task.actions());
        }
    }
}
