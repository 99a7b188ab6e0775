package kelvin.evaluation.bootstrap;

import kelvin.numeric.Exp;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;

/**
 * The weights of a Poisson bootstrap: how often each decision of a log is in each resample, independent Poisson numbers of mean 1.
 *
 * <p>The weight of a decision in a resample is a function of the seed, the number of the resample and the number of the decision alone, so
 * it is the same in whatever order decisions are read, and nothing need be kept. Two resamples share a 64-bit word; the probability of each
 * number is exact to 2⁻³².
 *
 * @see <a href="https://arxiv.org/abs/1106.5968">Chamandy, Muralidharan, Najmi and Naidu (2012), Estimating uncertainty for massive data
 *     streams</a>
 */
final class PoissonWeights {
    private static final int TABLE_BITS = 12;
    private static final int MANY = 13;
    /** The cumulative probabilities of 0, 1, 2, …, times 2³²; the last is 2³². */
    private static final long[] CUMULATIVE = new long[MANY];
    /** The number for the upper bits of a word; −1 where they leave it open. */
    private static final byte[] TABLE = new byte[1 << TABLE_BITS];

    static {
        double probability = Exp.of(-1);
        double sum = 0;
        for (int k = 0; k < MANY; k++) {
            sum += probability;
            probability /= k + 1;
            CUMULATIVE[k] = Math.round(sum * 0x1p32);
        }
        CUMULATIVE[MANY - 1] = 1L << Integer.SIZE;
        for (int cell = 0; cell < TABLE.length; cell++) {
            long first = (long) cell << (Integer.SIZE - TABLE_BITS);
            int number = search(first);
            TABLE[cell] = (byte) (number == search(first + (1L << (Integer.SIZE - TABLE_BITS)) - 1) ? number : -1);
        }
    }

    private final NumberedStreams words;
    private final int first;

    /** Weights of the resamples from a first one on, which is even. */
    PoissonWeights(Seed seed, int first) {
        words = seed.streams();
        this.first = first;
    }

    /** Writes the weights of a decision, in as many resamples as there is room for, an even number. */
    void of(int decision, double[] out) {
        for (int b = 0; b < out.length; b += 2) {
            words.place((first + b) >> 1, decision);
            long word = words.nextLong();
            out[b] = number((int) word);
            out[b + 1] = number((int) (word >>> Integer.SIZE));
        }
    }

    private static int number(int word) {
        int number = TABLE[word >>> (Integer.SIZE - TABLE_BITS)];
        return number < 0 ? search(Integer.toUnsignedLong(word)) : number;
    }

    private static int search(long word) {
        int number = 0;
        while (word >= CUMULATIVE[number]) {
            number++;
        }
        return number;
    }
}
