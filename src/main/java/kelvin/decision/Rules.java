package kelvin.decision;

import java.time.Duration;
import kelvin.contract.Require;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Schedule;

/**
 * What a {@link DecisionMaker} goes by.
 *
 * <p>Memory is bounded in number and age. The latest {@code remembered} decisions are kept, with a reward or without; making one
 * more forgets the oldest. A reward that comes more than {@code maxAge} after its decision is not learned.
 *
 * @param policy the rule from values to probabilities, constant or annealed by the number of the decision
 * @param arms how many actions there are at first; at least 1
 * @param initialValue their value before any reward, in reward units; finite
 * @param stepSize α, by the number of rewards an action has had: q ← q + α(n)·(r − q); 1/n is the sample average
 * @param seed decides, with the id and the state, each choice
 * @param remembered how many decisions are kept in memory; 1 to 100 000 000. Each takes about 90 bytes and its name
 * @param maxAge how long after its decision a reward still counts; above 0
 */
public record Rules(
        PolicySchedule policy,
        int arms,
        double initialValue,
        Schedule stepSize,
        Seed seed,
        int remembered,
        Duration maxAge) {
    /**
     * Checks the ranges.
     *
     * @param policy the rule from values to probabilities
     * @param arms how many actions there are at first; at least 1
     * @param initialValue their value before any reward; finite
     * @param stepSize α, by the number of rewards an action has had
     * @param seed decides, with the id and the state, each choice
     * @param remembered how many decisions are kept in memory; 1 to 100 000 000
     * @param maxAge how long after its decision a reward still counts; above 0
     */
    public Rules {
        Require.atLeast("arms", 1, arms);
        Require.finite("initialValue", initialValue);
        Require.that(
                remembered >= 1 && remembered <= Memory.MOST, "remembered", remembered, "in [1, " + Memory.MOST + "]");
        Require.that(maxAge.compareTo(Duration.ZERO) > 0, "maxAge", maxAge, "> 0");
    }

    /**
     * Usual rules: values from 0 by sample averages, the latest 100 000 decisions remembered for a day at most.
     *
     * @param policy the rule from values to probabilities
     * @param arms how many actions there are at first; at least 1
     * @param seed decides, with the id and the state, each choice
     */
    public Rules(PolicySchedule policy, int arms, Seed seed) {
        this(policy, arms, 0, new InverseCount(1), seed, 100_000, Duration.ofDays(1));
    }

    /**
     * The same rules with another memory.
     *
     * @param newRemembered how many decisions are kept in memory; 1 to 100 000 000
     * @param newMaxAge how long after its decision a reward still counts; above 0
     * @return new rules
     */
    public Rules remembering(int newRemembered, Duration newMaxAge) {
        return new Rules(policy, arms, initialValue, stepSize, seed, newRemembered, newMaxAge);
    }

    /**
     * The same rules with another seed.
     *
     * @param newSeed decides, with the id and the state, each choice
     * @return new rules
     */
    public Rules seeded(Seed newSeed) {
        return new Rules(policy, arms, initialValue, stepSize, newSeed, remembered, maxAge);
    }
}
