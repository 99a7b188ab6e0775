package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.Arrays;
import kelvin.contract.Stability;
import kelvin.policy.Policy;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Repeats a decision and counts what is drawn, the first draw being the one explained.
 *
 * @param seed decides the draws
 * @param count how many there are; 0 where none are asked for
 */
@Stability(INTERNAL)
public record RepeatedDraws(Seed seed, int count) {
    /** Returns whether repetitions are asked for. */
    boolean wanted() {
        return count > 0;
    }

    /** Returns the share of draws of each action. */
    double[] shares(Policy policy, double[] values) {
        UniformRandomProvider random = seed.generator();
        double[] counts = new double[values.length];
        for (int n = 0; n < count; n++) {
            counts[policy.select(values, random)]++;
        }
        return Arrays.stream(counts).map(c -> c / count).toArray();
    }

    /** Returns the share of draws whose set has each action. */
    double[] shares(SubsetPolicy policy, double[] values) {
        UniformRandomProvider random = seed.generator();
        double[] counts = new double[values.length];
        boolean[] set = new boolean[values.length];
        for (int n = 0; n < count; n++) {
            policy.select(values, random, set);
            for (int i = 0; i < set.length; i++) {
                counts[i] += set[i] ? 1 : 0;
            }
        }
        return Arrays.stream(counts).map(c -> c / count).toArray();
    }

    /** Returns the title of shares. */
    String title() {
        return "of " + HumanUnits.count(count, "draw");
    }

    /** Returns a sentence on how far shares are expected to be from their probabilities p: the standard deviation √(p(1−p)/n). */
    String sentence(double[] p) {
        double most = Arrays.stream(p)
                .map(x -> Math.sqrt(Math.max(0, x * (1 - x)) / count))
                .max()
                .orElse(0);
        return "Shares of " + HumanUnits.count(count, "draw") + " scatter around the probabilities p by √(p(1−p)/"
                + HumanUnits.count(count) + "), at most " + Table.number(most) + " here.";
    }
}
