package kelvin.world;

import java.util.List;

/**
 * Cells numbered row by row from the top left, and steps between them that stop at the edge.
 *
 * @param rows the number of rows
 * @param columns the number of columns
 */
record Grid(int rows, int columns) {
    /** The four straight moves, then the four diagonal ones. */
    static final List<String> MOVES =
            List.of("up", "right", "down", "left", "up-right", "down-right", "down-left", "up-left");

    private static final int[] DOWN = {-1, 0, 1, 0, -1, 1, 1, -1};
    private static final int[] RIGHT = {0, 1, 0, -1, 1, 1, -1, -1};

    int cells() {
        return rows * columns;
    }

    int cell(int row, int column) {
        return row * columns + column;
    }

    int row(int cell) {
        return cell / columns;
    }

    int column(int cell) {
        return cell % columns;
    }

    /** Returns the cell that a move leads to while the wind lifts by so many rows. */
    int after(int cell, int move, int wind) {
        int row = Math.max(0, Math.min(rows - 1, row(cell) + DOWN[move] - wind));
        int column = Math.max(0, Math.min(columns - 1, column(cell) + RIGHT[move]));
        return cell(row, column);
    }
}
