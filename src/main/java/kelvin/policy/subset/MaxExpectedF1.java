package kelvin.policy.subset;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.ExpectedF1;
import kelvin.policy.ValueChecks;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The set of the largest expected F1 score, where values are the probabilities that answers are right, independently of each other: the
 * plug-in rule.
 *
 * <pre>
 *   S = argmax over k of E[2·|S ∩ Y|/(|S| + |Y|)],   S = the k likeliest actions,   P(i in Y) = min(1, max(0, q[i]))
 * </pre>
 *
 * <p>How many actions are in the set depends on all values: it is the greedy rule that finds its threshold by itself. The empty set is
 * worth the probability that no answer is right. Of equally good sizes it takes the smallest. Actions of equal value are in the set
 * together or not at all: in all cases tried, to part them is never better. Nothing is random, so exploring is left to the outlook; a
 * learner whose values begin at 0 gives the empty set, sees no reward and learns nothing: let them begin at ½. As values are
 * probabilities, shifting or scaling them changes the set.
 *
 * @implNote Cost: one sort and about 2n² products.
 * @see <a href="https://arxiv.org/abs/1206.4625">Ye, Chai, Lee and Chieu (2012), Optimizing F-measures: a tale of two approaches</a>
 * @see ExpectedF1
 */
@Summary("the set of the largest expected F1 score, values being the probabilities that answers are right")
@Stability(STABLE)
public record MaxExpectedF1() implements SubsetPolicy {
    private static double probability(double value) {
        return Math.min(1, Math.max(0, value));
    }

    /**
     * Returns the expected F1 score of the set that ends with each action: itself and all that are at least as likely.
     *
     * @param values the probability of each action
     * @return the scores that are compared, in [0, 1]; 0 for a closed action, which ends no set
     * @throws IllegalArgumentException as {@link #inclusion(double[], double[])} does
     */
    public double[] scores(double... values) {
        ValueChecks.best(values);
        Search search = new Search(values.length);
        search.edge(values);
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            double p = probability(values[i]);
            int size = 0;
            while (size < out.length && search.descending[size] >= p) {
                size++;
            }
            out[i] = values[i] == Double.NEGATIVE_INFINITY ? 0 : search.scores[size];
        }
        return out;
    }

    @Override
    public void inclusion(double[] values, double[] out) {
        ValueChecks.best(values, out);
        double edge = new Search(values.length).edge(values);
        for (int i = 0; i < out.length; i++) {
            out[i] = probability(values[i]) >= edge ? 1 : 0;
        }
    }

    @Override
    public void select(double[] values, UniformRandomProvider random, boolean[] out) {
        SubsetChecks.check(values, out, "out");
        draw(values.length).subset(values, random, out);
    }

    /** Creates a repeated {@link #select} that draws again and again without allocating. */
    SubsetSampler.Draw draw(int actions) {
        Search search = new Search(actions);
        return (values, random, out) -> {
            ValueChecks.best(values);
            double edge = search.edge(values);
            for (int i = 0; i < out.length; i++) {
                out[i] = probability(values[i]) >= edge;
            }
        };
    }

    @Override
    public double logProbability(double[] values, boolean[] subset) {
        SubsetChecks.check(values, subset, "subset");
        boolean[] best = new boolean[values.length];
        draw(values.length).subset(values, () -> 0, best);
        return Arrays.equals(best, subset) ? 0 : Double.NEGATIVE_INFINITY;
    }

    /** The search for the best set, with arrays of its own. */
    private static final class Search {
        private final double[] ascending;
        private final double[] descending;
        private final double[] scores;
        private final ExpectedF1 expected;

        Search(int actions) {
            ascending = new double[actions];
            descending = new double[actions];
            scores = new double[actions + 1];
            expected = new ExpectedF1(actions);
        }

        /** Returns the least probability in the best set; infinite where it is empty. */
        double edge(double[] values) {
            int n = values.length;
            for (int i = 0; i < n; i++) {
                ascending[i] = probability(values[i]);
            }
            Arrays.sort(ascending);
            for (int i = 0; i < n; i++) {
                descending[i] = ascending[n - 1 - i];
            }
            expected.ofPrefixes(descending, scores);
            int size = 0;
            for (int k = 1; k <= n; k++) {
                boolean splitsTies = k < n && descending[k] == descending[k - 1];
                size = !splitsTies && scores[k] > scores[size] ? k : size;
            }
            return size == 0 ? Double.POSITIVE_INFINITY : descending[size - 1];
        }
    }
}
