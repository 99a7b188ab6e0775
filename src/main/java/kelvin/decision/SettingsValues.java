package kelvin.decision;

import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.contract.Require;
import kelvin.contract.SlateSizes;
import kelvin.decision.memory.RewardRule;
import kelvin.learner.LearnerSpec;
import kelvin.model.Features;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * The values of all settings, at first the defaults.
 *
 * <p>Those who add a setting add a field here, a line to {@link #named}, and two methods to {@link Settings}. Nobody changes an object
 * once settings hold it.
 */
final class SettingsValues implements Serializable, Cloneable {
    private static final long serialVersionUID = 1L;

    private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

    final PolicySchedule policy;
    final @Nullable LearnerSpec learner;
    final Features features;
    final int arms;
    Seed seed;

    @Nullable
    SubsetPolicy slatePolicy;

    @Nullable
    PolicySchedule controlPolicy;

    double controlShare;
    double initialValue;
    Schedule stepSize = new InverseCount(1);
    List<String> names = List.of();
    int remembered = RecentDecisions.MAX_DECISIONS;
    Duration maxAge = Duration.ofDays(7);
    long maxBytes = 128L << 20;
    boolean hashedFeatures;
    RewardRule rewards = RewardRule.FIRST;
    double defaultReward;

    @Nullable
    Duration defaultAfter;

    SettingsValues(PolicySchedule policy, @Nullable LearnerSpec learner, Features features, int arms, Seed seed) {
        this.policy = policy;
        this.learner = learner;
        this.features = features;
        this.arms = arms;
        this.seed = seed;
    }

    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        if (slatePolicy != null) {
            named.put("slates", slatePolicy);
        } else if (learner == null) {
            named.put("policy", policy);
        } else {
            named.put("learner", learner);
            named.put("features", features);
        }
        named.put("arms", arms);
        if (!names.isEmpty()) {
            named.put("names", names);
        }
        named.put("seed", seed);
        if (controlPolicy != null) {
            named.put("controlPolicy", controlPolicy);
            named.put("controlShare", controlShare);
        }
        named.put("initialValue", initialValue);
        named.put("stepSize", stepSize);
        named.put("remembered", remembered);
        named.put("maxAge", maxAge);
        named.put("maxBytes", maxBytes);
        if (hashedFeatures) {
            named.put("hashedFeatures", true);
        }
        if (rewards.gathers()) {
            named.put("rewards", rewards);
        }
        if (defaultAfter != null) {
            named.put("defaultReward", defaultReward);
            named.put("defaultAfter", defaultAfter);
        }
        return named;
    }

    /** Rejects a learner that does not choose one action at a time, or looks at other features. */
    static void verify(LearnerSpec learner, int arms, Features features) {
        Require.notNull("learner", learner);
        Require.atLeast("arms", 1, arms);
        Require.notNull("features", features);
        Require.that(
                !learner.fullInformation() && learner.slates(arms).equals(SlateSizes.ONE),
                "learner",
                learner,
                "one that chooses one action at a time and learns from the reward of that action");
        Require.that(
                learner.contextual() == features.any(),
                "features",
                features,
                learner.contextual() ? "some: the learner decides by them" : "none: the learner does not look at them");
    }

    void hashFeatures() {
        Require.that(
                !features.any(),
                "hashedFeatures",
                true,
                "false: the learner is recovered from the features in the journal");
        hashedFeatures = true;
    }

    void defaultReward(double reward, Duration after) {
        Require.finite("defaultReward", reward);
        defaultReward = reward;
        defaultAfter = verified("defaultAfter", after);
    }

    static Duration verified(String name, Duration duration) {
        Require.notNull(name, duration);
        Require.that(duration.compareTo(Duration.ZERO) > 0, name, duration, "> 0");
        return duration;
    }

    static int verifiedRemembered(int decisions) {
        Require.that(
                decisions >= 1 && decisions <= RecentDecisions.MAX_DECISIONS,
                "remembered",
                decisions,
                "in [1, " + RecentDecisions.MAX_DECISIONS + "]");
        return decisions;
    }

    /** Returns the names of arms, verified: one for each, no two the same; or none. */
    static List<String> verified(List<String> names, int arms) {
        Require.notNull("names", names);
        Require.that(
                names.isEmpty() || names.size() == arms, "names", names.size() + " names", arms + ", one for each arm");
        for (int i = 0; i < names.size(); i++) {
            ActionEstimate.requireName("names[" + i + "]", names.get(i));
            int first = names.indexOf(names.get(i));
            Require.that(first == i, "names[" + i + "]", names.get(i), "another than names[" + first + "]");
        }
        return List.copyOf(names);
    }

    /** Returns a duration in milliseconds, at most the longest that there is. */
    static long millis(Duration duration) {
        return duration.compareTo(LONGEST) < 0 ? duration.toMillis() : Long.MAX_VALUE;
    }

    @Override
    public SettingsValues clone() {
        try {
            return (SettingsValues) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
