package kelvin.world;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * A grid with a cliff between start and goal: the shortest way runs along the edge.
 *
 * <pre>
 *   . . . . . . . . . . . .
 *   . . . . . . . . . . . .
 *   . . . . . . . . . . . .
 *   S c c c c c c c c c c G      reward −1 per step, −100 and back to S from the cliff c
 * </pre>
 *
 * <p>Actions are up, right, down and left; at an edge nothing moves. The shortest way returns −(columns + 1).
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), example 6.6</a>
 * @param rows how high the grid is, at least 2
 * @param columns how wide it is, at least 3
 */
@Summary("a grid with a cliff along the shortest way from start to goal")
@Stability(MAY_CHANGE)
public record CliffWalking(
        @Default("4") int rows, @Default("12") int columns) implements World {
    private static final double STEP = -1;
    private static final double FALL = -100;

    public CliffWalking {
        Require.that(rows >= 2 && rows <= 100, "rows", rows, "in [2, 100]");
        Require.that(columns >= 3 && columns <= 100, "columns", columns, "in [3, 100]");
    }

    @Override
    public int states() {
        return rows * columns;
    }

    @Override
    public int actions() {
        return 4;
    }

    @Override
    public List<Transition> starts() {
        return List.of(Transition.certain(start(), 0));
    }

    @Override
    public List<Transition> outcomes(int state, int action) {
        if (state == states() - 1) {
            return List.of();
        }
        int next = new Grid(rows, columns).after(state, action, 0);
        boolean fallen = next > start() && next < states() - 1;
        return List.of(fallen ? Transition.certain(start(), FALL) : Transition.certain(next, STEP));
    }

    private int start() {
        return (rows - 1) * columns;
    }

    @Override
    public List<String> actionNames() {
        return Grid.MOVES.subList(0, 4);
    }
}
