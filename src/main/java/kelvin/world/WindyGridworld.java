package kelvin.world;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * A grid of 7 × 10 cells in the middle of which a wind blows upwards.
 *
 * <pre>
 *   reward −1 per step;   S = row 4, column 1;   G = row 4, column 8;   wind by column: 0 0 0 1 1 1 2 2 1 0
 * </pre>
 *
 * <p>A move is carried up by the wind of the column it starts from. The shortest way takes 15 steps, with king's moves 7. A
 * stochastic wind, where there is any, is with probability ⅓ each one stronger or one weaker.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), example 6.5, exercises 6.9 and 6.10</a>
 * @param kingsMoves whether there are diagonal moves too
 * @param stochasticWind whether the wind varies
 */
@Summary("a grid whose wind carries every move upwards")
@Stability(MAY_CHANGE)
public record WindyGridworld(
        @Default("false") boolean kingsMoves,
        @Default("false") boolean stochasticWind) implements World {
    private static final Grid GRID = new Grid(7, 10);
    private static final int START = GRID.cell(3, 0);
    private static final int GOAL = GRID.cell(3, 7);
    private static final int[] WIND = {0, 0, 0, 1, 1, 1, 2, 2, 1, 0};

    @Override
    public int states() {
        return GRID.cells();
    }

    @Override
    public int actions() {
        return kingsMoves ? 8 : 4;
    }

    @Override
    public List<Transition> starts() {
        return List.of(Transition.certain(START, 0));
    }

    @Override
    public List<Transition> outcomes(int state, int action) {
        if (state == GOAL) {
            return List.of();
        }
        int wind = WIND[GRID.column(state)];
        if (wind == 0 || !stochasticWind) {
            return List.of(Transition.certain(GRID.after(state, action, wind), -1));
        }
        return IntStream.rangeClosed(-1, 1)
                .mapToObj(more -> new Transition(1 / 3.0, GRID.after(state, action, wind + more), -1, 0))
                .toList();
    }

    @Override
    public int columns() {
        return GRID.columns();
    }

    @Override
    public List<String> actionNames() {
        return Grid.MOVES.subList(0, actions());
    }
}
