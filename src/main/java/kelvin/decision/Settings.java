package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import kelvin.contract.Require;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.learner.LearnerSpec;
import kelvin.model.Features;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of a {@link DecisionMaker}: immutable, with a method for each setting that returns these settings with that one
 * changed.
 *
 * <pre>
 *   Settings settings = new Settings(new Softmax(0.1), 3, Seed.of(1))
 *           .stepSize(new Constant(0.05))
 *           .maxAge(Duration.ofHours(24));
 * </pre>
 *
 * <p>Memory is bounded in age, bytes and number. A reward that comes more than {@link #maxAge()} after its decision is not learned.
 * Making a decision forgets those that are older than that, with a reward or without, and then the oldest as long as all take more
 * than {@link #maxBytes()} or are more than {@link #remembered()}. {@link DecisionCounts} and {@link DecisionMaker#notes} tell which
 * bound dropped what.
 *
 * <p>Serializable if the policy and the step size are.
 */
@Stability(MAY_CHANGE)
public final class Settings implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The policy of settings that have a learner; it is never asked. */
    private static final Policy LEARNER_INSTEAD = new Uniform();

    /** The settings themselves; nobody changes them once this object has been made. */
    private final Values values;

    /**
     * The values of all settings, at first the defaults.
     *
     * <p>Those who add a setting add a field here, a line to {@link #named}, and two methods to the settings.
     */
    private static final class Values implements Serializable, Cloneable {
        private static final long serialVersionUID = 1L;

        private final PolicySchedule policy;
        private final @Nullable LearnerSpec learner;
        private final Features features;
        private final int arms;
        private Seed seed;
        private double initialValue;
        private Schedule stepSize = new InverseCount(1);
        private int remembered = RecentDecisions.MAX_DECISIONS;
        private Duration maxAge = Duration.ofDays(7);
        private long maxBytes = 128L << 20;

        Values(PolicySchedule policy, @Nullable LearnerSpec learner, Features features, int arms, Seed seed) {
            this.policy = policy;
            this.learner = learner;
            this.features = features;
            this.arms = arms;
            this.seed = seed;
        }

        Map<String, Object> named() {
            Map<String, Object> named = new LinkedHashMap<>();
            if (learner == null) {
                named.put("policy", policy);
            } else {
                named.put("learner", learner);
                named.put("features", features);
            }
            named.put("arms", arms);
            named.put("seed", seed);
            named.put("initialValue", initialValue);
            named.put("stepSize", stepSize);
            named.put("remembered", remembered);
            named.put("maxAge", maxAge);
            named.put("maxBytes", maxBytes);
            return named;
        }

        @Override
        public Values clone() {
            try {
                return (Values) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /**
     * Creates the default settings: values from 0 by sample averages, decisions kept for seven days within 128 MiB,
     * which hold about 400 000.
     *
     * @param policy the rule from values to probabilities, constant or annealed by the number of the decision
     * @param arms how many actions there are at first; at least 1
     * @param seed decides, with the id and the state, each choice
     */
    public Settings(PolicySchedule policy, int arms, Seed seed) {
        Require.notNull("policy", policy);
        Require.atLeast("arms", 1, arms);
        Require.notNull("seed", seed);
        this.values = new Values(policy, null, Features.NONE, arms, seed);
    }

    /**
     * Creates the default settings with a learner instead of a policy.
     *
     * @param learner what chooses and learns; one action at a time, from the reward of that action
     * @param arms how many actions there are; at least 1
     * @param features how many features are seen before a decision: some where the learner is contextual, else
     *     {@link Features#NONE}
     * @param seed decides, with the id and the state, each choice
     */
    public Settings(LearnerSpec learner, int arms, Features features, Seed seed) {
        Require.notNull("learner", learner);
        Require.atLeast("arms", 1, arms);
        Require.notNull("features", features);
        Require.notNull("seed", seed);
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
        this.values = new Values(LEARNER_INSTEAD, learner, features, arms, seed);
    }

    private Settings(Values values) {
        this.values = values;
    }

    private Settings with(Consumer<Values> change) {
        Values changed = values.clone();
        change.accept(changed);
        return new Settings(changed);
    }

    /** {@return the rule from values to probabilities; not used where there is a learner} */
    public PolicySchedule policy() {
        return values.policy;
    }

    /** {@return the learner that chooses instead of the policy; null if there is none} */
    public @Nullable LearnerSpec learner() {
        return values.learner;
    }

    /** {@return how many features are seen before a decision; none where there is no contextual learner} */
    public Features features() {
        return values.features;
    }

    /** {@return the number of actions that there are at first, at least 1} */
    public int arms() {
        return values.arms;
    }

    /** {@return the seed, which decides, with the id and the state, each choice} */
    public Seed seed() {
        return values.seed;
    }

    /**
     * Returns these settings with another seed.
     *
     * @param seed decides, with the id and the state, each choice
     * @return new settings
     */
    public Settings seed(Seed seed) {
        Require.notNull("seed", seed);
        return with(changed -> changed.seed = seed);
    }

    /** {@return the value of the first arms before any reward, in reward units} */
    public double initialValue() {
        return values.initialValue;
    }

    /**
     * Returns these settings with another value of the first arms before any reward; 0 by default.
     *
     * @param value in reward units; finite
     * @return new settings
     */
    public Settings initialValue(double value) {
        Require.finite("initialValue", value);
        return with(changed -> changed.initialValue = value);
    }

    /** {@return the step size α by the number n of rewards that an action has had} */
    public Schedule stepSize() {
        return values.stepSize;
    }

    /**
     * Returns these settings with another step size α of {@code q ← q + α(n)·(r − q)}; the sample average 1/n by default.
     *
     * @param stepSize α by the number n of rewards that an action has had
     * @return new settings
     */
    public Settings stepSize(Schedule stepSize) {
        Require.notNull("stepSize", stepSize);
        return with(changed -> changed.stepSize = stepSize);
    }

    /** {@return the largest number of decisions that are kept in memory, 1 to 100 000 000} */
    public int remembered() {
        return values.remembered;
    }

    /**
     * Returns these settings with another largest number of decisions that are kept in memory; 100 000 000 by default.
     *
     * @param decisions 1 to 100 000 000
     * @return new settings
     */
    public Settings remembered(int decisions) {
        Require.that(
                decisions >= 1 && decisions <= RecentDecisions.MAX_DECISIONS,
                "remembered",
                decisions,
                "in [1, " + RecentDecisions.MAX_DECISIONS + "]");
        return with(changed -> changed.remembered = decisions);
    }

    /** {@return the longest time from a decision to a reward that still counts, above 0} */
    public Duration maxAge() {
        return values.maxAge;
    }

    /**
     * Returns these settings with another longest time from a decision to a reward that still counts; seven days by default.
     *
     * @param age above 0
     * @return new settings
     */
    public Settings maxAge(Duration age) {
        Require.notNull("maxAge", age);
        Require.that(age.compareTo(Duration.ZERO) > 0, "maxAge", age, "> 0");
        return with(changed -> changed.maxAge = age);
    }

    /** {@return the largest memory that decisions take, in bytes, above 0} */
    public long maxBytes() {
        return values.maxBytes;
    }

    /**
     * Returns these settings with another largest memory that decisions take; 128 MiB by default. Each decision counts as 272 bytes
     * and four times the length of its id, which is what it takes at most; the latest is kept in any case.
     *
     * @param bytes above 0
     * @return new settings
     */
    public Settings maxBytes(long bytes) {
        Require.atLeast("maxBytes", 1, bytes);
        return with(changed -> changed.maxBytes = bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settings settings && values.named().equals(settings.values.named());
    }

    @Override
    public int hashCode() {
        return values.named().hashCode();
    }

    @Override
    public String toString() {
        return "Settings" + values.named();
    }
}
