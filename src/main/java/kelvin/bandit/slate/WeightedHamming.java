package kelvin.bandit.slate;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Slate;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * A testbed that charges a set of answers for every wrong one given and every right one withheld, and tells of each answer given whether
 * it is right.
 *
 * <pre>
 *   payoff of S = 1 − (cost·|S \ Y| + (1 − cost)·|Y \ S|)/K,   Y = the arms that pay 1 at this step,   least ≤ |S| ≤ most
 *   regret of S = max over allowed S* of Σ (μ[a] − cost)/K over S*  −  Σ (μ[a] − cost)/K over S
 * </pre>
 *
 * <p>An answer is worth giving where the probability that it is right exceeds the cost, whatever the others: a gate at threshold
 * {@code cost} on probabilities asks just that. Regret is 1/K of that in {@link SemiBandit} with the same cost, where what is seen is
 * r − cost; here it is 0 or 1, of which models of probabilities learn. With a cost of ½ the charge is half the Hamming loss. A player of
 * one action gives one answer and sees its payoff.
 *
 * @param testbed where the arms come from: rewards of 0 or 1, which exist for every arm at every step
 * @param least the fewest arms in a slate, at least 0
 * @param most the most arms in a slate, from 1 to the number of arms
 * @param cost what a wrong answer costs; one that is missing costs 1 − cost; in [0, 1]
 * @see <a href="https://cseweb.ucsd.edu/~elkan/rescale.pdf">Elkan (2001), The foundations of cost-sensitive learning</a>
 */
@Summary("wrong answers and missing ones cost; of each answer that is given it is told whether it is right")
@Stability(MAY_CHANGE)
public record WeightedHamming(
        Testbed testbed,
        @Default("0") int least,
        int most,
        @Default("0.5") double cost) implements AnswerSetTestbed {
    public WeightedHamming {
        AnswerSetTestbed.check(testbed, least, most);
        Require.probability("cost", cost);
    }

    @Override
    public SlateBandit open(Seed seed, long horizon) {
        return new Answers(testbed.open(seed, horizon), this);
    }

    /** The best payoff: likelier answers are given first, up to the last that is worth its cost. */
    private double best(double[] means) {
        double charge = 0;
        for (int i = 0; i < means.length; i++) {
            int better = means.length - 1 - i;
            boolean given = better < least || (better < most && means[i] > cost);
            charge += given ? cost * (1 - means[i]) : (1 - cost) * means[i];
        }
        return 1 - charge / means.length;
    }

    private static final class Answers extends AnswerSets {
        private final double cost;

        Answers(Bandit inner, WeightedHamming testbed) {
            super(inner, new BestSlate(inner, (means, from) -> testbed.best(means)));
            this.cost = testbed.cost;
        }

        @Override
        double payoff(int shown, int hits, int right) {
            return 1 - (cost * (shown - hits) + (1 - cost) * (right - hits)) / arms();
        }

        @Override
        public double mean(Slate slate) {
            double charge = 0;
            for (int arm = 0; arm < arms(); arm++) {
                double p = inner().mean(arm);
                charge += slate.contains(arm) ? cost * (1 - p) : (1 - cost) * p;
            }
            return 1 - charge / arms();
        }
    }
}
