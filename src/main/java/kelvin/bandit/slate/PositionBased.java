package kelvin.bandit.slate;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;

/**
 * The position-based click model: every place of the slate is looked at with a probability of its own, and an arm that is
 * looked at is clicked if it attracts.
 *
 * <pre>
 *   P(click at place k) = κ[k]·μ[S[k]],   payoff = number of clicks
 * </pre>
 *
 * <p>Seen are the clicks at all places; whether an arm without a click was looked at is not. So a click tells κ[k]·μ, not μ,
 * and a learner that takes clicks for rewards ranks by both. The best slate holds the best arms, the better the earlier. An
 * arm attracts where its testbed pays 1; who looks where depends on the step alone.
 *
 * @param testbed where the arms come from: rewards of 0 or 1
 * @param examination κ: the probability that each place is looked at, from the first; in [0, 1], none above the one before
 * @see <a href="https://arxiv.org/abs/1606.02448">Lagrée, Vernade and Cappé (2016), Multiple-play bandits in the position-based
 *     model</a>
 */
@Summary("each place of the slate is looked at with its own probability, and clicked if its arm attracts")
@Stability(MAY_CHANGE)
public record PositionBased(Testbed testbed, List<Double> examination) implements SlateTestbed {
    public PositionBased {
        examination = List.copyOf(examination);
        Require.that(testbed.rewards() == Rewards.BINARY, "testbed", testbed, "one with rewards of 0 or 1");
        SlateTestbed.check(testbed, "examination", examination.size());
        double before = 1;
        for (double each : examination) {
            Require.that(each >= 0 && each <= before, "examination", each, "in [0, 1], and none above the one before");
            before = each;
        }
    }

    @Override
    public SlateSizes slates() {
        return new SlateSizes(0, examination.size());
    }

    @Override
    public SlateBandit open(Seed seed, long horizon) {
        double[] places = examination.stream().mapToDouble(k -> k).toArray();
        Bandit arms = testbed.open(seed, horizon);
        return new User(arms, places, seed.child("examination").streams());
    }

    private static final class User implements DelegatingSlates {
        private final Bandit inner;
        private final BestSlate best;
        private final double[] places;
        private final NumberedStreams looks;
        private long step;

        User(Bandit inner, double[] places, NumberedStreams looks) {
            this.inner = inner;
            this.best = new BestSlate(inner, this::worth);
            this.places = places;
            this.looks = looks;
        }

        private double worth(double[] means, int from) {
            double sum = 0;
            for (int place = 0; place < places.length && place < means.length - from; place++) {
                sum += places[place] * means[means.length - 1 - place];
            }
            return sum;
        }

        @Override
        public Bandit inner() {
            return inner;
        }

        @Override
        public BestSlate best() {
            return best;
        }

        @Override
        public boolean advance(long to) {
            step = to;
            return DelegatingSlates.super.advance(to);
        }

        @Override
        public double mean(int arm) {
            return places[0] * inner.mean(arm);
        }

        @Override
        public double pull(int arm) {
            return click(0, arm);
        }

        @Override
        public double mean(Slate slate) {
            double sum = 0;
            for (int place = 0; place < slate.size(); place++) {
                sum += places[place] * inner.mean(slate.action(place));
            }
            return sum;
        }

        @Override
        public void show(Slate slate) {
            double clicks = 0;
            for (int place = 0; place < slate.size(); place++) {
                double click = click(place, slate.action(place));
                slate.see(click);
                clicks += click;
            }
            slate.pay(clicks);
        }

        private double click(int place, int arm) {
            looks.place(place, step);
            boolean looked = looks.nextDouble() < places[place];
            double attracted = inner.pull(arm);
            return looked ? attracted : 0;
        }
    }
}
