package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.decision.memory.RewardRule;
import kelvin.learner.LearnerSpec;
import kelvin.model.Features;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Uniform;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
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
 * than {@link #maxBytes()} or are more than {@link #remembered()}. {@link DecisionCounts} tell which bound
 * dropped what. Settings are serializable if the policy and the step size are.
 */
@Stability(MAY_CHANGE)
public final class Settings implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The policy of settings that have a learner, or show slates; it is never asked. */
    private static final Policy OTHERS_INSTEAD = new Uniform();

    private final SettingsValues values;

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
        this.values = new SettingsValues(policy, null, Features.NONE, arms, seed);
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
        SettingsValues.verify(learner, arms, features);
        Require.notNull("seed", seed);
        this.values = new SettingsValues(OTHERS_INSTEAD, learner, features, arms, seed);
    }

    /**
     * Returns the default settings of a decision maker that shows slates: several actions at once ({@link Decision#slate}), each with a
     * reward of its own ({@link DecisionMaker#reward(String, int, double)}).
     *
     * @param policy the rule from values to slates, over estimates or scores; there is no control group
     * @param arms how many actions there are at first; at least 1
     * @param seed decides, with the id and the state, each slate
     * @return settings
     */
    public static Settings slates(SubsetPolicy policy, int arms, Seed seed) {
        Require.notNull("policy", policy);
        return new Settings(OTHERS_INSTEAD, arms, seed).with(changed -> changed.slatePolicy = policy);
    }

    private Settings(SettingsValues values) {
        this.values = values;
    }

    private Settings with(Consumer<SettingsValues> change) {
        SettingsValues changed = values.clone();
        change.accept(changed);
        return new Settings(changed);
    }

    /** {@return the rule from values to probabilities; not used where there is a learner or slates are shown} */
    public PolicySchedule policy() {
        return values.policy;
    }

    /** {@return the rule from values to slates; null where one action at a time is chosen} */
    public @Nullable SubsetPolicy slatePolicy() {
        return values.slatePolicy;
    }

    /** {@return the learner that chooses instead of the policy; null if there is none} */
    public @Nullable LearnerSpec learner() {
        return values.learner;
    }

    /** {@return how many features are seen before a decision; none where there is no contextual learner} */
    public Features features() {
        return values.features;
    }

    /** {@return whether journals hold a hash of the features of a request in place of them} */
    public boolean hashedFeatures() {
        return values.hashedFeatures;
    }

    /**
     * {@return these settings with SHA-256 of the features of requests, as big-endian doubles without a key, in their place in journals}
     * Whoever can guess the features can confirm the guess. Not where a contextual learner decides, which is recovered from them.
     */
    public Settings hashFeatures() {
        return with(SettingsValues::hashFeatures);
    }

    /** {@return the number of actions that there are at first, at least 1} */
    public int arms() {
        return values.arms;
    }

    /** {@return the names of the first arms, by number; empty where their numbers stand for them} */
    public List<String> names() {
        return values.names;
    }

    /**
     * {@return these settings with names for the first arms, one for each, no two the same, each 1 to 256 characters; or none} In a folder
     * that has arms already, those without a name take theirs; a name that was given is kept for good, as a number is.
     */
    public Settings names(List<String> names) {
        List<String> given = SettingsValues.verified(names, values.arms);
        return with(changed -> changed.names = given);
    }

    /** {@return the seed, which decides, with the id and the state, each choice} */
    public Seed seed() {
        return values.seed;
    }

    /** {@return these settings with another seed, which decides, with the id and the state, each choice} */
    public Settings seed(Seed seed) {
        Require.notNull("seed", seed);
        return with(changed -> changed.seed = seed);
    }

    /** {@return the policy of the control group; null if there is none} */
    public @Nullable PolicySchedule controlPolicy() {
        return values.controlPolicy;
    }

    /** {@return the share of the decisions that are in the control group; 0 if there is none} */
    public double controlShare() {
        return values.controlShare;
    }

    /**
     * Returns these settings with a control group: a share of the decisions that another policy makes, such as the one in use before.
     * A hash of the id assigns them, by a child of the seed, independently of all draws; a larger share keeps all ids of a smaller
     * one. Estimates learn from the rewards of both groups; a learner learns from its own decisions only. {@link Decision#group} tells who
     * decided.
     *
     * @param policy the policy of the control group, over the same estimates or scores
     * @param share the probability of a decision to be in it, in (0, 1)
     * @return new settings
     */
    public Settings control(PolicySchedule policy, double share) {
        Require.notNull("policy", policy);
        Require.that(share > 0 && share < 1, "share", share, "in (0, 1)");
        Require.that(
                slatePolicy() == null, "control", policy, "absent: a control group chooses one action, not slates");
        return with(changed -> {
            changed.controlPolicy = policy;
            changed.controlShare = share;
        });
    }

    /** {@return the value of the first arms before any reward, in reward units} */
    public double initialValue() {
        return values.initialValue;
    }

    /** {@return these settings with another value of the first arms before any reward, in reward units, finite; 0 by default} */
    public Settings initialValue(double value) {
        Require.finite("initialValue", value);
        return with(changed -> changed.initialValue = value);
    }

    /** {@return the step size α by the number n of rewards that an action has had} */
    public Schedule stepSize() {
        return values.stepSize;
    }

    /** {@return these settings with α(n) of {@code q ← q + α(n)·(r − q)} for the n-th reward of an action; by default 1/n} */
    public Settings stepSize(Schedule stepSize) {
        Require.notNull("stepSize", stepSize);
        return with(changed -> changed.stepSize = stepSize);
    }

    /** {@return the largest number of decisions that are kept in memory, 1 to 100 000 000} */
    public int remembered() {
        return values.remembered;
    }

    /** {@return these settings with another largest number of decisions that are kept in memory, 1 to 100 000 000, the default} */
    public Settings remembered(int decisions) {
        return with(changed -> changed.remembered = SettingsValues.verifiedRemembered(decisions));
    }

    /** {@return the longest time from a decision to a reward that still counts, above 0} */
    public Duration maxAge() {
        return values.maxAge;
    }

    /** {@return these settings with another longest time from a decision to a reward that still counts, above 0; seven days by default} */
    public Settings maxAge(Duration age) {
        return with(changed -> changed.maxAge = SettingsValues.verified("maxAge", age));
    }

    /** {@return the largest memory that decisions take, in bytes, above 0} */
    public long maxBytes() {
        return values.maxBytes;
    }

    /**
     * {@return these settings with another largest memory that decisions take, above 0; 128 MiB by default} Each decision counts as 272
     * bytes and four times the length of its id, a slate 288 bytes more and 64 for each action, which is what it takes at most; the latest
     * is kept in any case.
     */
    public Settings maxBytes(long bytes) {
        Require.atLeast("maxBytes", 1, bytes);
        return with(changed -> changed.maxBytes = bytes);
    }

    /** {@return the rule by which several rewards of a decision count} */
    public RewardRule rewards() {
        return values.rewards;
    }

    /** {@return these settings with another rule by which several rewards of a decision count; by default the first does, at once} */
    public Settings rewards(RewardRule rule) {
        Require.notNull("rewards", rule);
        return with(changed -> changed.rewards = rule);
    }

    /** {@return what is learned for a decision that has no reward after the waiting time, in reward units} */
    public double defaultReward() {
        return values.defaultReward;
    }

    /** {@return the waiting time after which the default reward is learned; null if there is none} */
    public @Nullable Duration defaultAfter() {
        return values.defaultAfter;
    }

    /**
     * Returns these settings with a default reward for decisions that have none after a waiting time, such as 0 for adverts that nobody
     * clicked; there is none by default. It is learned by the first call of {@code decide} or {@code reward} thereafter, before anything
     * else. One that comes later still is {@link RewardOutcome#LATE} and not learned, but the one that evaluations count.
     *
     * @param reward the default reward, in reward units; finite
     * @param after the waiting time, above 0 and below {@link #maxAge()}
     * @return new settings
     */
    public Settings defaultReward(double reward, Duration after) {
        return with(changed -> changed.defaultReward(reward, after));
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
