package kelvin.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A growing column of numbers, 0 where none was set: 8 bytes per number, nothing for blocks of zeros. */
final class Column {
    private static final int BLOCK_BITS = 12;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final List<double @Nullable []> blocks = new ArrayList<>();

    double get(int row) {
        double[] block = row >> BLOCK_BITS < blocks.size() ? blocks.get(row >> BLOCK_BITS) : null;
        return block == null ? 0 : block[row & (BLOCK - 1)];
    }

    void set(int row, double number) {
        while (blocks.size() <= row >> BLOCK_BITS) {
            blocks.add(null);
        }
        double[] block = blocks.get(row >> BLOCK_BITS);
        if (block == null && number != 0) {
            block = new double[BLOCK];
            blocks.set(row >> BLOCK_BITS, block);
        }
        if (block != null) {
            block[row & (BLOCK - 1)] = number;
        }
    }
}
