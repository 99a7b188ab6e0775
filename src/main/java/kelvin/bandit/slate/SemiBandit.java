package kelvin.bandit.slate;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * A testbed whose players may show several arms at a step, and see what each of them pays.
 *
 * <pre>
 *   payoff of S = Σ (r[a] − cost) over a in S,   least ≤ |S| ≤ most
 *   regret of S = max over allowed S* of Σ (μ[a] − cost) over S*  −  Σ (μ[a] − cost) over S
 * </pre>
 *
 * <p>With a cost several arms are right: all those whose mean exceeds it, up to {@code most} of them; the empty slate, where
 * allowed, pays 0. Without one the best slate is as large as allowed; {@code least = most} asks for exactly so many. What is
 * seen of an arm is r − cost: with a cost, rewards are no longer in [0, 1], which {@link WeightedHamming} avoids where they are 0 or 1.
 * Players of one action show one arm, and are
 * measured against the same best slate.
 *
 * @param testbed where the arms come from
 * @param least the fewest arms in a slate, at least 0
 * @param most the most arms in a slate, from 1 to the number of arms
 * @param cost what each shown arm costs, in reward units; finite
 * @see <a href="https://proceedings.mlr.press/v38/kveton15.html">Kveton, Wen, Ashkan and Szepesvári (2015), Tight regret bounds
 *     for stochastic combinatorial semi-bandits</a>
 */
@Summary("several arms may be shown at a step; each pays and costs for itself")
@Stability(MAY_CHANGE)
public record SemiBandit(
        Testbed testbed,
        @Default("0") int least,
        int most,
        @Default("0") double cost) implements SlateTestbed {
    public SemiBandit {
        SlateTestbed.check(testbed, "most", most);
        SlateTestbed.checkLeast(least, most);
        Require.finite("cost", cost);
    }

    @Override
    public SlateSizes slates() {
        return new SlateSizes(least, most);
    }

    @Override
    public Rewards rewards() {
        return cost == 0 ? testbed.rewards() : Rewards.REAL;
    }

    @Override
    public SlateBandit open(Seed seed, long horizon) {
        Bandit arms = testbed.open(seed, horizon);
        return new Arms(arms, new BestSlate(arms, this::worth), cost);
    }

    private double worth(double[] means, int from) {
        double sum = 0;
        for (int size = 0; size < most && size < means.length - from; size++) {
            double worth = means[means.length - 1 - size] - cost;
            if (worth <= 0 && size >= least) {
                break;
            }
            sum += worth;
        }
        return sum;
    }

    private record Arms(Bandit inner, BestSlate best, double cost) implements DelegatingSlates {
        @Override
        public double mean(int arm) {
            return inner.mean(arm) - cost;
        }

        @Override
        public double pull(int arm) {
            return inner.pull(arm) - cost;
        }

        @Override
        public double mean(Slate slate) {
            double sum = 0;
            for (int place = 0; place < slate.size(); place++) {
                sum += mean(slate.action(place));
            }
            return sum;
        }

        @Override
        public void show(Slate slate) {
            double sum = 0;
            for (int place = 0; place < slate.size(); place++) {
                double reward = pull(slate.action(place));
                slate.see(reward);
                sum += reward;
            }
            slate.pay(sum);
        }
    }
}
