package kelvin.learner;

import java.util.BitSet;
import kelvin.contract.Slate;
import kelvin.contract.StateFields;
import kelvin.learner.slate.SlateLearner;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/** Helpers shared by the tests of learners. */
public final class Players {
    private static final Features FEATURES = new Features(2, 1);

    private Players() {}

    public static UniformRandomProvider random(long seed) {
        return Seed.of(seed).generator();
    }

    /** A fresh player; one that decides by contexts is shown one at every step. */
    public static Learner create(LearnerSpec spec, int actions, long horizon, UniformRandomProvider random) {
        if (!spec.contextual()) {
            return spec.create(new BanditTask(actions, horizon), random);
        }
        Learner player = spec.create(new BanditTask(actions, horizon, FEATURES), random);
        if (player instanceof FullInformation student) {
            return new SightedStudent(student, actions);
        }
        return player instanceof SlateLearner several
                ? new SightedSlates(several, actions)
                : new Sighted<>(player, actions);
    }

    /** The fraction of fresh players that choose an action first, having been taught by the lesson. */
    public static double share(LearnerSpec spec, int actions, int action, Lesson lesson) {
        int players = 4000;
        int chosen = 0;
        for (int i = 0; i < players; i++) {
            Learner learner = create(spec, actions, 1000, random(i));
            chosen += learner.select(lesson.teach(learner)) == action ? 1 : 0;
        }
        return (double) chosen / players;
    }

    /** Teaches a player and names the step that comes next. */
    public interface Lesson {
        long teach(Learner learner);
    }

    /** A player that is shown the context of a step before it is asked anything about that step. */
    private static class Sighted<L extends Learner> implements Learner {
        private final L player;
        private final Context context;
        private long seen;

        Sighted(L player, int actions) {
            this.player = player;
            this.context = new Context(actions, FEATURES);
        }

        final L at(long step) {
            if (step > seen) {
                seen = step;
                context.set(0, 1);
                context.set(1, step % 7 / 4.0 - 0.75);
                for (int a = 0; a < context.actions(); a++) {
                    context.set(context.place(a), (3L * a + step) % 5 / 4.0 - 0.5);
                }
                player.see(step, context);
            }
            return player;
        }

        @Override
        public int select(long step) {
            return at(step).select(step);
        }

        @Override
        public void observe(long step, int action, double reward) {
            at(step).observe(step, action, reward);
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            return at(step).probabilities(step, out);
        }

        @Override
        public boolean values(long step, double[] out) {
            return at(step).values(step, out);
        }

        @Override
        public double temperature(long step) {
            return at(step).temperature(step);
        }

        @Override
        public boolean coefficients(int action, double[] out) {
            return player.coefficients(action, out);
        }

        @Override
        public void open(BitSet actions) {
            player.open(actions);
        }

        @Override
        public void forget(long step) {
            player.forget(step);
        }

        @Override
        public void state(StateFields fields) {
            fields.part("player", player);
            seen = fields.whole("seen", seen);
        }
    }

    /** The same of a player that is told all rewards. */
    private static final class SightedStudent extends Sighted<FullInformation> implements FullInformation {
        SightedStudent(FullInformation player, int actions) {
            super(player, actions);
        }

        @Override
        public void observe(long step, int action, double reward) {
            at(step).observe(step, action, reward);
        }

        @Override
        public void observeAll(long step, double[] rewards) {
            at(step).observeAll(step, rewards);
        }
    }

    /** The same of a player that answers with several actions. */
    private static final class SightedSlates extends Sighted<SlateLearner> implements SlateLearner {
        SightedSlates(SlateLearner player, int actions) {
            super(player, actions);
        }

        @Override
        public int select(long step) {
            return at(step).select(step);
        }

        @Override
        public void observe(long step, int action, double reward) {
            at(step).observe(step, action, reward);
        }

        @Override
        public void select(long step, Slate slate) {
            at(step).select(step, slate);
        }

        @Override
        public void observe(long step, Slate slate) {
            at(step).observe(step, slate);
        }

        @Override
        public boolean inclusion(long step, double[] out) {
            return at(step).inclusion(step, out);
        }
    }
}
