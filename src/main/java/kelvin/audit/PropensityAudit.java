package kelvin.audit;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.policy.Policy;
import kelvin.policy.subset.SubsetPolicy;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws from a policy and tests whether the probabilities it reports are those it uses.
 *
 * <pre>
 *   AuditResult result = new PropensityAudit().of(policy, values, Seed.of(1).generator());
 *   if (result.rejected()) { … result.text() … }
 * </pre>
 *
 * <p>Each outcome's count is tested against its reported probability by the exact binomial distribution, at a level divided
 * by the number of outcomes (Bonferroni), and all counts together by χ². An honest policy is rejected with at most
 * the false-alarm rate (that of the χ² half being accurate to its first two moments); how large an error is found is
 * in the verdict. An action out of range, a set with a closed action, probabilities that do not sum to 1: all of these are
 * counted as outcomes too.
 *
 * @param draws how many draws to make, &ge; 1; detectable errors shrink with its square root
 * @param falseAlarm how often an honest policy may be rejected, in (0, 1)
 */
@Stability(MAY_CHANGE)
public record PropensityAudit(int draws, double falseAlarm) {
    /** The number of actions up to which every set is an outcome of its own. */
    private static final int MAX_ACTIONS_WITH_SETS = 12;

    public PropensityAudit {
        Require.atLeast("draws", 1, draws);
        Require.that(falseAlarm > 0 && falseAlarm < 1, "falseAlarm", falseAlarm, "in (0, 1)");
    }

    /** Creates an audit of a million draws, with a false alarm once in a million audits. */
    public PropensityAudit() {
        this(1_000_000, 1e-6);
    }

    /**
     * Audits a policy at some values.
     *
     * @param policy any policy
     * @param values the value of each action
     * @param random where the policy's uniform numbers come from
     * @return the verdict on {@link Policy#select} beside {@link Policy#probabilities(double...)}
     * @throws IllegalArgumentException as the policy does
     */
    public AuditResult of(Policy policy, double[] values, UniformRandomProvider random) {
        return of(policy.probabilities(values), () -> policy.select(values, random));
    }

    /**
     * Audits any source of actions.
     *
     * @param reported the probability that is reported of each action
     * @param source draws an action
     * @return the verdict on the actions drawn beside the probabilities
     */
    public AuditResult of(double[] reported, IntSupplier source) {
        int[] drawn = new int[reported.length];
        int beyond = 0;
        for (int i = 0; i < draws; i++) {
            int action = source.getAsInt();
            if (action >= 0 && action < drawn.length) {
                drawn[action]++;
            } else {
                beyond++;
            }
        }
        List<OutcomeCount> outcomes = new ArrayList<>();
        for (int i = 0; i < drawn.length; i++) {
            outcomes.add(OutcomeCount.of("action " + i, reported[i], drawn[i], draws));
        }
        if (beyond > 0) {
            outcomes.add(OutcomeCount.of("an action out of [0, " + drawn.length + ")", 0, beyond, draws));
        }
        return verdict(outcomes, "the actions", reported, drawn);
    }

    /**
     * Audits a subset policy at some values: how often each action is in the set and, for up to 12 actions, how often each
     * set is drawn.
     *
     * @param policy any subset policy
     * @param values the value of each action
     * @param random where the policy's uniform numbers come from
     * @return the verdict on its selections beside its inclusion probabilities and probabilities of sets
     * @throws IllegalArgumentException as the policy does
     */
    public AuditResult of(SubsetPolicy policy, double[] values, UniformRandomProvider random) {
        double[] inclusion = policy.inclusion(values);
        int[] included = new int[values.length];
        boolean few = values.length <= MAX_ACTIONS_WITH_SETS;
        int[] drawn = new int[few ? 1 << values.length : 0];
        boolean[] subset = new boolean[values.length];
        for (int k = 0; k < draws; k++) {
            policy.select(values, random, subset);
            for (int i = 0; i < subset.length; i++) {
                included[i] += subset[i] ? 1 : 0;
            }
            if (few) {
                drawn[bits(subset)]++;
            }
        }
        List<OutcomeCount> outcomes = new ArrayList<>();
        for (int i = 0; i < included.length; i++) {
            outcomes.add(OutcomeCount.of("action " + i + " in the set", inclusion[i], included[i], draws));
        }
        return few
                ? sets(policy, values, outcomes, drawn)
                : new AuditResult(draws, falseAlarm, List.copyOf(outcomes), 1);
    }

    private AuditResult sets(SubsetPolicy policy, double[] values, List<OutcomeCount> outcomes, int[] drawn) {
        double[] reported = new double[drawn.length];
        for (int bits = 0; bits < drawn.length; bits++) {
            boolean[] subset = subset(bits, values.length);
            reported[bits] = policy.probability(values, subset);
            if (reported[bits] != 0 || drawn[bits] != 0) {
                outcomes.add(OutcomeCount.of("set " + name(subset), reported[bits], drawn[bits], draws));
            }
        }
        return verdict(outcomes, "the sets", reported, drawn);
    }

    private AuditResult verdict(List<OutcomeCount> outcomes, String names, double[] reported, int[] drawn) {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < drawn.length; i++) {
            sum += reported[i];
            counted += drawn[i];
        }
        OutcomeCount all = OutcomeCount.ofAll(names, sum, counted, draws);
        double together = all.pValue() == 1 ? ChiSquare.pValue(reported, drawn, draws) : 1;
        outcomes.add(all);
        return new AuditResult(draws, falseAlarm, List.copyOf(outcomes), together);
    }

    private static int bits(boolean[] subset) {
        return IntStream.range(0, subset.length)
                .map(i -> subset[i] ? 1 << i : 0)
                .sum();
    }

    private static boolean[] subset(int bits, int actions) {
        boolean[] subset = new boolean[actions];
        for (int i = 0; i < actions; i++) {
            subset[i] = (bits >> i & 1) == 1;
        }
        return subset;
    }

    private static String name(boolean[] subset) {
        return IntStream.range(0, subset.length)
                .filter(i -> subset[i])
                .boxed()
                .toList()
                .toString();
    }
}
