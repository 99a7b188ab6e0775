package kelvin.learner.contextual;

import kelvin.contract.Rewards;
import kelvin.learner.LearnerSpec;

/** The description of a learner that is told in each context with which weight, in [0, 1], every action was right. */
interface Supervised extends LearnerSpec {
    @Override
    default boolean contextual() {
        return true;
    }

    @Override
    default boolean fullInformation() {
        return true;
    }

    @Override
    default Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    default boolean closableArms() {
        return true;
    }
}
