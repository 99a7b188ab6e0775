package kelvin.cli.text;

import org.apache.commons.rng.UniformRandomProvider;

/** A generator that counts its draws and keeps the last uniform number. */
final class CountingRandom implements UniformRandomProvider {
    private final UniformRandomProvider source;
    private int draws;
    private double last = Double.NaN;

    CountingRandom(UniformRandomProvider source) {
        this.source = source;
    }

    /** Returns true if one uniform number in [0, 1) was drawn and nothing else. */
    boolean single() {
        return draws == 1 && last >= 0;
    }

    double last() {
        return last;
    }

    @Override
    public long nextLong() {
        draws++;
        return source.nextLong();
    }

    @Override
    public double nextDouble() {
        draws++;
        last = source.nextDouble();
        return last;
    }
}
