package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * A growing column of numbers, 0 where none was set: 8 bytes per number, 1 in blocks of {@value #BLOCK} with at most {@value #MAX_CODES}
 * different ones, nothing for blocks of zeros. It keeps every bit.
 */
@Stability(MAY_CHANGE)
public final class Column {
    private static final int BLOCK_BITS = 12;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int MAX_CODES = 1 << Byte.SIZE;

    private final List<@Nullable Block> blocks = new ArrayList<>();

    /** Creates a column of zeros. */
    public Column() {}

    /**
     * Returns the number of a row.
     *
     * @param row the row, from 0
     * @return the number that was set last, 0 where none was
     */
    public double get(int row) {
        Block block = row >> BLOCK_BITS < blocks.size() ? blocks.get(row >> BLOCK_BITS) : null;
        return block == null ? 0 : block.get(row & (BLOCK - 1));
    }

    /**
     * Sets the number of a row.
     *
     * @param row the row, from 0, in any order
     * @param number the number
     */
    public void set(int row, double number) {
        while (blocks.size() <= row >> BLOCK_BITS) {
            blocks.add(null);
        }
        Block block = blocks.get(row >> BLOCK_BITS);
        if (block == null && Double.doubleToRawLongBits(number) != 0) {
            block = new Block();
            blocks.set(row >> BLOCK_BITS, block);
        }
        if (block != null) {
            block.set(row & (BLOCK - 1), number);
        }
    }

    /** A block of numbers: codes of the different numbers, the numbers themselves once there are too many of these. */
    private static final class Block {
        private double[] numbers = new double[1]; // code 0 is the number 0
        private byte @Nullable [] codes = new byte[BLOCK];
        private int different = 1;

        double get(int row) {
            return numbers[codes == null ? row : codes[row] & (MAX_CODES - 1)];
        }

        void set(int row, double number) {
            int code = codes == null ? row : code(number);
            if (codes != null && code < MAX_CODES) {
                codes[row] = (byte) code;
                return;
            } else if (codes != null) {
                double[] decoded = new double[BLOCK];
                Arrays.setAll(decoded, this::get);
                numbers = decoded;
                codes = null;
            }
            numbers[row] = number;
        }

        /** Returns the code of a number, a new one where it has none. */
        private int code(double number) {
            long bits = Double.doubleToRawLongBits(number);
            for (int code = 0; code < different; code++) {
                if (Double.doubleToRawLongBits(numbers[code]) == bits) {
                    return code;
                }
            }
            if (different < MAX_CODES) {
                numbers = different < numbers.length
                        ? numbers
                        : Arrays.copyOf(numbers, Math.min(MAX_CODES, 2 * different));
                numbers[different] = number;
            }
            return different++;
        }
    }
}
