package kelvin.world;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Three by three cells, each empty, crossed or noughted.
 *
 * @param code a digit of base 3 per cell, that of cell 0 the lowest
 */
record Board(int code) {
    static final int CROSS = 1;
    static final int NOUGHT = 2;
    static final int BOARDS = 19_683;
    static final Board EMPTY = new Board(0);

    private static final int[] POWERS = {1, 3, 9, 27, 81, 243, 729, 2187, 6561};
    private static final int[][] LINES = {
        {0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {0, 3, 6}, {1, 4, 7}, {2, 5, 8}, {0, 4, 8}, {2, 4, 6}
    };

    /** The minimax value, to the crosses, of each board that play can lead to. */
    private static final byte[] VALUES = solved();

    boolean empty(int cell) {
        return at(cell) == 0;
    }

    private int at(int cell) {
        return code / POWERS[cell] % 3;
    }

    Board with(int cell, int mark) {
        return new Board(code + mark * POWERS[cell]);
    }

    boolean over() {
        return worth() != 0 || IntStream.range(0, 9).noneMatch(this::empty);
    }

    /** Returns 1 with three crosses in line, −1 with three noughts, else 0. */
    int worth() {
        for (int[] line : LINES) {
            int mark = at(line[0]);
            if (mark != 0 && mark == at(line[1]) && mark == at(line[2])) {
                return mark == CROSS ? 1 : -1;
            }
        }
        return 0;
    }

    List<Board> followers(int mark) {
        return IntStream.range(0, 9)
                .filter(this::empty)
                .mapToObj(cell -> with(cell, mark))
                .toList();
    }

    /** Returns the minimax value to the crosses: the result if both sides play their best. */
    int value() {
        return VALUES[code];
    }

    private static byte[] solved() {
        byte[] values = new byte[BOARDS];
        EMPTY.solve(CROSS, values, new boolean[BOARDS]);
        return values;
    }

    private int solve(int toMove, byte[] values, boolean[] known) {
        if (!known[code]) {
            known[code] = true;
            IntStream next =
                    followers(toMove).stream().mapToInt(board -> board.solve(CROSS + NOUGHT - toMove, values, known));
            int value = over() ? worth() : (toMove == CROSS ? next.max() : next.min()).orElseThrow();
            values[code] = (byte) value;
        }
        return values[code];
    }
}
