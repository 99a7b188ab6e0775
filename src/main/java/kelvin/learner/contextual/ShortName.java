package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import org.apache.commons.rng.UniformRandomProvider;

/** A short name for a {@link ContextualLearner}: it plays as that one does, to the bit. */
@Stability(MAY_CHANGE)
public interface ShortName extends LearnerSpec {
    /**
     * Returns what the name stands for.
     *
     * @return the model, the outlook and the policy
     */
    ContextualLearner expand();

    @Override
    default boolean contextual() {
        return true;
    }

    @Override
    default Rewards rewards() {
        return expand().rewards();
    }

    @Override
    default boolean closableArms() {
        return true;
    }

    @Override
    default Learner create(BanditTask task, UniformRandomProvider random) {
        return expand().create(task, random);
    }
}
