package kelvin.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.bandit.Testbed;
import kelvin.learner.LearnerSpec;

/** Whether a learner can play a testbed: what it needs against what that gives. */
public final class Fit {
    private Fit() {}

    /**
     * What stands between a learner and a testbed.
     *
     * @param learner what is needed
     * @param testbed what is given
     * @return what does not fit, in words, or nothing
     */
    public static Optional<String> obstacle(LearnerSpec learner, Testbed testbed) {
        if (testbed instanceof Episodes != learner instanceof Walker) {
            return Optional.of(
                    learner instanceof Walker
                            ? "is an agent and needs a world, the testbed is a bandit"
                            : "plays bandits, the testbed is a world and needs an agent");
        }
        List<String> obstacles = new ArrayList<>();
        if (!learner.rewards().include(testbed.rewards())) {
            obstacles.add("needs " + learner.rewards() + ", the testbed gives " + testbed.rewards());
        }
        if (learner.fullInformation() && !testbed.fullInformation()) {
            obstacles.add("needs the rewards of all arms at every step, the testbed gives that of the pulled arm");
        }
        if (testbed.closesArms() && !learner.closableArms()) {
            obstacles.add("needs all arms at every step, in the testbed arms come and go");
        }
        if (!testbed.slates().include(learner.slates(testbed.size()))) {
            obstacles.add("answers with " + learner.slates(testbed.size()) + ", the testbed takes " + testbed.slates());
        }
        return obstacles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", obstacles));
    }
}
