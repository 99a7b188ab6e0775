package kelvin.random;

import java.util.function.LongUnaryOperator;
import org.apache.commons.statistics.inference.ChiSquareTest;

/** A χ² test that two families of numbers are independent and uniform, through four bits of each. */
final class JointBits {
    /** Any smaller p-value is a rejection: one false alarm in a million. */
    static final double REJECTED = 1e-6;

    private static final int SAMPLES = 1 << 16;

    private JointBits() {}

    /** The p-value of a chi-square test over the 256 joint values of four bits of one(i) and other(i), i = 0, 1, …. */
    static double pValue(LongUnaryOperator one, LongUnaryOperator other, int shift) {
        long[] observed = new long[256];
        for (long i = 0; i < SAMPLES; i++) {
            int high = (int) (one.applyAsLong(i) >>> shift) & 15;
            int low = (int) (other.applyAsLong(i) >>> shift) & 15;
            observed[high << 4 | low]++;
        }
        return ChiSquareTest.withDefaults().test(observed).getPValue();
    }
}
