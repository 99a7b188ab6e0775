package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;
import kelvin.bandit.DelegatingTestbed;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * A testbed whose rewards come late, out of order, or never.
 *
 * <pre>
 *   the reward of step t is seen after the decision of step t + d,   d ~ delay;   never, with probability lost
 * </pre>
 *
 * <p>{@code delay: {Constant: {value: 10}}} is the same for all, {@code {Geometric: {p: 0.1}}} memoryless, {@code
 * {Empirical: {sample: {file: delays.csv, column: steps}}}} drawn from what was once measured. A delay of 0 is no
 * delay, one of 2⁶³ or more never ends. Delays and losses depend on the step alone, on a stream of their own: the rewards are those of the testbed
 * without delay. They take the place of any delays of the testbed.
 *
 * @param testbed where rewards come from, for one action at a step
 * @param delay the distribution of delays, in steps: an arm whose rewards are counts
 * @param lost the probability that a reward never comes, in [0, 1]
 */
@Summary("rewards that come late, out of order, or never")
@Stability(MAY_CHANGE)
public record Delayed(
        Testbed testbed, Arm delay, @Default("0") double lost) implements DelegatingTestbed {
    public Delayed {
        DelegatingTestbed.requireSingleActions("testbed", testbed);
        Require.that(Rewards.COUNTS.include(delay.rewards()), "delay", delay, "an arm whose rewards are counts");
        Require.probability("lost", lost);
    }

    @Override
    public boolean fullInformation() {
        return false;
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        NumberedStreams streams = seed.child("delays").streams();
        return new Late(testbed.open(seed, horizon), streams, delay.sampler(streams), lost);
    }

    private static final class Late implements DelegatingBandit {
        private final Bandit inner;
        private final NumberedStreams streams;
        private final ContinuousSampler delays;
        private final double lost;
        private long step;

        Late(Bandit inner, NumberedStreams streams, ContinuousSampler delays, double lost) {
            this.inner = inner;
            this.streams = streams;
            this.delays = delays;
            this.lost = lost;
        }

        @Override
        public Bandit inner() {
            return inner;
        }

        @Override
        public boolean advance(long to) {
            step = to;
            return inner.advance(to);
        }

        @Override
        public long delay() {
            streams.place(0, step);
            return streams.nextDouble() < lost ? -1 : (long) delays.sample();
        }
    }
}
