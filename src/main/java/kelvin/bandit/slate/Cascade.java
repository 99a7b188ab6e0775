package kelvin.bandit.slate;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * The cascade model: a user reads the slate from the first arm on and clicks the first one that attracts.
 *
 * <pre>
 *   payoff of S = 1 if any arm of S attracts, else 0;   mean = 1 − Π (1 − μ[a]) over a in S
 * </pre>
 *
 * <p>Seen are the arms read: 0 for those passed over, 1 for the one clicked; of those after it nothing is known. The order
 * decides what is seen, not what is earned. The best slate holds the {@code most} best arms. An arm attracts where its
 * testbed pays 1.
 *
 * @param testbed where the arms come from: rewards of 0 or 1
 * @param most the most arms in a slate, from 1 to the number of arms; there may be fewer
 * @see <a href="https://proceedings.mlr.press/v37/kveton15.html">Kveton, Szepesvári, Wen and Ashkan (2015), Cascading bandits:
 *     learning to rank in the cascade model</a>
 */
@Summary("a user reads the slate in order and clicks the first arm that attracts; the rest stays unseen")
@Stability(MAY_CHANGE)
public record Cascade(Testbed testbed, int most) implements SlateTestbed {
    public Cascade {
        Require.that(testbed.rewards() == Rewards.BINARY, "testbed", testbed, "one with rewards of 0 or 1");
        SlateTestbed.check(testbed, "most", most);
    }

    @Override
    public SlateSizes slates() {
        return new SlateSizes(0, most);
    }

    @Override
    public SlateBandit open(Seed seed, long horizon) {
        Bandit arms = testbed.open(seed, horizon);
        return new User(arms, new BestSlate(arms, this::worth));
    }

    private double worth(double[] means, int from) {
        double none = 1;
        for (int i = means.length - 1; i >= Math.max(from, means.length - most); i--) {
            none *= 1 - means[i];
        }
        return 1 - none;
    }

    private record User(Bandit inner, BestSlate best) implements DelegatingSlates {
        @Override
        public double mean(Slate slate) {
            double none = 1;
            for (int place = 0; place < slate.size(); place++) {
                none *= 1 - inner.mean(slate.action(place));
            }
            return 1 - none;
        }

        @Override
        public void show(Slate slate) {
            double clicked = 0;
            for (int place = 0; place < slate.size() && clicked == 0; place++) {
                clicked = inner.pull(slate.action(place));
                slate.see(clicked);
            }
            slate.pay(clicked);
        }
    }
}
