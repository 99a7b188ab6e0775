package kelvin.bandit.testbed;

import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import kelvin.bandit.Bandit;
import kelvin.bandit.arm.MovableArm;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;

/** Given means and one numbered stream per reward: the n-th reward of arm a depends on the seed, a and n alone. */
final class StreamBandit implements Bandit {
    private final double[] means;
    private final BitSet open;
    private final long[] pulls;
    private final NumberedStreams streams;
    private final IntToDoubleFunction rewards;

    /**
     * @param means the mean of each arm, not copied
     * @param streams where rewards take their randomness from
     * @param rewards draws one reward of an arm from the streams, placed at that reward
     */
    StreamBandit(double[] means, NumberedStreams streams, IntToDoubleFunction rewards) {
        this.means = means;
        this.open = new BitSet();
        this.open.set(0, means.length);
        this.pulls = new long[means.length];
        this.streams = streams;
        this.rewards = rewards;
    }

    /** Creates a bandit of arms of one kind. */
    static StreamBandit of(MovableArm kind, double[] means, Seed seed) {
        NumberedStreams streams = seed.child("rewards").streams();
        DoubleUnaryOperator mover = kind.mover(streams);
        return new StreamBandit(means, streams, arm -> mover.applyAsDouble(means[arm]));
    }

    /** Creates a bandit of arms of a kind each; changing the means moves the rewards. */
    static StreamBandit of(List<MovableArm> kinds, double[] means, Seed seed) {
        NumberedStreams streams = seed.child("rewards").streams();
        DoubleUnaryOperator[] movers =
                kinds.stream().map(kind -> kind.mover(streams)).toArray(DoubleUnaryOperator[]::new);
        return new StreamBandit(means, streams, arm -> movers[arm].applyAsDouble(means[arm]));
    }

    @Override
    public int arms() {
        return means.length;
    }

    @Override
    public double mean(int arm) {
        return means[arm];
    }

    @Override
    public BitSet open() {
        return open;
    }

    @Override
    public double pull(int arm) {
        streams.place(arm, pulls[arm]++);
        return rewards.applyAsDouble(arm);
    }
}
