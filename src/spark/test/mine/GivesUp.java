package mine;

import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import org.apache.commons.rng.UniformRandomProvider;

/** A learner that throws at its twentieth decision in about one repetition of a thousand, so that it goes well for some time. */
@Summary("fails at step 20 now and then")
public record GivesUp() implements LearnerSpec {
    private static final long LAST_STEP = 20;

    @Override
    public Learner create(BanditTask task, UniformRandomProvider random) {
        return new Learner() {
            @Override
            public int select(long step) {
                if (step == LAST_STEP && random.nextInt(1000) == 0) {
                    throw new IllegalStateException("gave up at step " + step);
                }
                return 0;
            }

            @Override
            public void observe(long step, int action, double reward) {}
        };
    }
}
