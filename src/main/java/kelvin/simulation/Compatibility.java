package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.bandit.Testbed;
import kelvin.contract.Guarantee;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.learner.LearnerSpec;

/** Compares what a learner needs with what a testbed gives. */
@Stability(MAY_CHANGE)
public final class Compatibility {
    private Compatibility() {}

    /**
     * Says why a learner cannot play a testbed.
     *
     * @param learner what is needed
     * @param testbed what is given
     * @return what does not fit, in words, or nothing
     */
    public static Optional<String> obstacle(LearnerSpec learner, Testbed testbed) {
        List<String> obstacles = new ArrayList<>();
        if (!learner.rewards().include(testbed.rewards())) {
            obstacles.add("needs " + learner.rewards() + ", "
                    + testbed.armOutside(learner.rewards()).orElse("the testbed gives " + testbed.rewards()));
        }
        unproven(learner, testbed, Guarantee.Kind.ERROR_PROBABILITY)
                .ifPresent(guarantee -> obstacles.add("needs " + need(guarantee)
                        + " (rewardStdDev) for its error probability, the testbed" + " gives " + given(testbed)));
        if (depends(learner, testbed, Guarantee.Kind.ERROR_PROBABILITY)) {
            obstacles.add("needs one best arm for its error probability, in the testbed it depends on what is seen");
        }
        if (learner.fullInformation() && !testbed.fullInformation()) {
            obstacles.add("needs the rewards of all arms at every step, the testbed gives that of the pulled arm");
        }
        if (learner.contextual() && !testbed.features().any()) {
            obstacles.add("needs a context before every decision, the testbed shows none");
        }
        if (testbed.closesArms() && !learner.closableArms()) {
            obstacles.add("needs all arms at every step, in the testbed arms come and go");
        }
        if (!testbed.slates().include(learner.slates(testbed.size()))) {
            obstacles.add("answers with " + learner.slates(testbed.size()) + ", the testbed takes " + testbed.slates());
        }
        return obstacles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", obstacles));
    }

    /**
     * Says which guarantee of a learner does not hold on a testbed that it can play.
     *
     * @param learner what is proven
     * @param testbed what is given
     * @return which rewards its bound is proven for, in words, or nothing if these are such
     */
    public static Optional<String> reservation(LearnerSpec learner, Testbed testbed) {
        return unproven(learner, testbed, Guarantee.Kind.BOUND)
                .map(guarantee ->
                        "its bound is proven for " + need(guarantee) + ", the testbed gives " + given(testbed))
                .or(() -> depends(learner, testbed, Guarantee.Kind.BOUND)
                        ? Optional.of(
                                "its bound is proven for regret against one arm, here regret is against the best arm of each context")
                        : Optional.empty());
    }

    /** Returns whether a guarantee is about one best arm where the best arm depends on what is seen. */
    private static boolean depends(LearnerSpec learner, Testbed testbed, Guarantee.Kind kind) {
        return testbed.features().any()
                && !learner.contextual()
                && learner.guarantee()
                        .filter(guarantee -> guarantee.kind() == kind)
                        .isPresent();
    }

    private static Optional<Guarantee> unproven(LearnerSpec learner, Testbed testbed, Guarantee.Kind kind) {
        return learner.guarantee()
                .filter(guarantee -> guarantee.kind() == kind)
                .filter(guarantee -> !guarantee.covers(testbed.rewards(), testbed.subGaussianScale()));
    }

    private static String need(Guarantee guarantee) {
        String scale = guarantee.scale() == Guarantee.ANY_SCALE ? "" : " with σ up to " + guarantee.scale();
        return guarantee.rewards() == Rewards.REAL
                ? "sub-Gaussian rewards" + scale
                : guarantee.rewards().toString();
    }

    private static String given(Testbed testbed) {
        double scale = testbed.subGaussianScale();
        return testbed.rewards() + (scale < Double.POSITIVE_INFINITY ? " with σ = " + scale : " with no known σ");
    }
}
