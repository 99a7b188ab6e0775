package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;

import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;

/** Compares a short name with what it stands for, written out. */
final class LongForm {
    private static final int ACTIONS = 3;

    private LongForm() {}

    static void assertSame(ShortName name, ContextualLearner written) {
        assertThat(name.expand()).isEqualTo(written);
        assertThat(name.rewards()).isEqualTo(written.rewards());
        Learner first = player(name);
        Learner second = player(written);
        double[] p = new double[ACTIONS];
        double[] q = new double[ACTIONS];
        for (int step = 1; step <= 300; step++) {
            assertThat(first.probabilities(step, p)).isEqualTo(second.probabilities(step, q));
            assertThat(p).isEqualTo(q);
            int action = first.select(step);
            assertThat(second.select(step)).isEqualTo(action);
            double reward = (step + action) % 3 / 2.0;
            first.observe(step, action, reward);
            second.observe(step, action, reward);
        }
    }

    private static Learner player(LearnerSpec spec) {
        return Players.create(spec, ACTIONS, 300, Players.random(1));
    }
}
