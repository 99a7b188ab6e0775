package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.time.Duration;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Schedule;

/**
 * Configuration of a {@link DecisionMaker}.
 *
 * <p>Memory is bounded in age, bytes and number. A reward that comes more than {@code maxAge} after its decision is not learned.
 * Making a decision forgets those that are older than that, with a reward or without, and then the oldest as long as all take more
 * than {@code maxBytes} or are more than {@code remembered}. {@link DecisionCounts} and {@link DecisionMaker#notes} tell which bound
 * dropped what.
 *
 * @param policy the rule from values to probabilities, constant or annealed by the number of the decision
 * @param arms how many actions there are at first; at least 1
 * @param initialValue their value before any reward, in reward units; finite
 * @param stepSize α, by the number of rewards an action has had: q ← q + α(n)·(r − q); 1/n is the sample average
 * @param seed decides, with the id and the state, each choice
 * @param remembered how many decisions are kept in memory; 1 to 100 000 000
 * @param maxAge how long after its decision a reward still counts; above 0
 * @param maxBytes how much memory the decisions take, in bytes; above 0. Each counts as 272 and four times the length of its id,
 *     which is what it takes at most; the latest is kept in any case
 */
@Stability(MAY_CHANGE)
public record Settings(
        PolicySchedule policy,
        int arms,
        double initialValue,
        Schedule stepSize,
        Seed seed,
        int remembered,
        Duration maxAge,
        long maxBytes) {
    private static final long DEFAULT_MAX_BYTES = 128L << 20;

    public Settings {
        Require.atLeast("arms", 1, arms);
        Require.finite("initialValue", initialValue);
        Require.that(
                remembered >= 1 && remembered <= RecentDecisions.MAX_DECISIONS,
                "remembered",
                remembered,
                "in [1, " + RecentDecisions.MAX_DECISIONS + "]");
        Require.that(maxAge.compareTo(Duration.ZERO) > 0, "maxAge", maxAge, "> 0");
        Require.atLeast("maxBytes", 1, maxBytes);
    }

    /**
     * Creates settings with at most 128 MiB for recent decisions.
     *
     * @param policy the rule from values to probabilities
     * @param arms how many actions there are at first; at least 1
     * @param initialValue their value before any reward; finite
     * @param stepSize α, by the number of rewards an action has had
     * @param seed decides, with the id and the state, each choice
     * @param remembered how many decisions are kept in memory; 1 to 100 000 000
     * @param maxAge how long after its decision a reward still counts; above 0
     */
    public Settings(
            PolicySchedule policy,
            int arms,
            double initialValue,
            Schedule stepSize,
            Seed seed,
            int remembered,
            Duration maxAge) {
        this(policy, arms, initialValue, stepSize, seed, remembered, maxAge, DEFAULT_MAX_BYTES);
    }

    /**
     * Creates the default settings: values from 0 by sample averages, decisions kept for seven days within 128 MiB,
     * which hold about 400 000.
     *
     * @param policy the rule from values to probabilities
     * @param arms how many actions there are at first; at least 1
     * @param seed decides, with the id and the state, each choice
     */
    public Settings(PolicySchedule policy, int arms, Seed seed) {
        this(policy, arms, 0, new InverseCount(1), seed, RecentDecisions.MAX_DECISIONS, Duration.ofDays(7));
    }

    /**
     * Returns these settings with another bound on the memory of recent decisions, in bytes.
     *
     * @param newRemembered how many decisions are kept in memory; 1 to 100 000 000
     * @param newMaxAge how long after its decision a reward still counts; above 0
     * @return new rules
     */
    public Settings remembering(int newRemembered, Duration newMaxAge) {
        return remembering(newRemembered, newMaxAge, maxBytes);
    }

    /**
     * Returns these settings with other bounds on recent decisions.
     *
     * @param newRemembered how many decisions are kept in memory; 1 to 100 000 000
     * @param newMaxAge how long after its decision a reward still counts; above 0
     * @param newMaxBytes how much memory the decisions take, in bytes; above 0
     * @return new rules
     */
    public Settings remembering(int newRemembered, Duration newMaxAge, long newMaxBytes) {
        return new Settings(policy, arms, initialValue, stepSize, seed, newRemembered, newMaxAge, newMaxBytes);
    }

    /**
     * Returns these settings with another seed.
     *
     * @param newSeed decides, with the id and the state, each choice
     * @return new rules
     */
    public Settings seeded(Seed newSeed) {
        return new Settings(policy, arms, initialValue, stepSize, newSeed, remembered, maxAge, maxBytes);
    }
}
