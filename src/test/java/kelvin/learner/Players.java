package kelvin.learner;

import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/** Helpers shared by the tests of learners. */
public final class Players {
    private Players() {}

    public static UniformRandomProvider random(long seed) {
        return Seed.of(seed).generator();
    }

    /** The fraction of fresh players that choose an action first, having been taught by the lesson. */
    public static double share(LearnerSpec spec, int actions, int action, Lesson lesson) {
        int players = 4000;
        int chosen = 0;
        for (int i = 0; i < players; i++) {
            Learner learner = spec.create(new BanditTask(actions, 1000), random(i));
            chosen += learner.select(lesson.teach(learner)) == action ? 1 : 0;
        }
        return (double) chosen / players;
    }

    /** Teaches a player and names the step that comes next. */
    public interface Lesson {
        long teach(Learner learner);
    }
}
