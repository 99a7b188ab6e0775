package kelvin.world;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Noughts and crosses: the agent has the crosses and begins, the opponent belongs to the world.
 *
 * <pre>
 *   reward: 1 won, 0 drawn, −1 lost;   action i = a cross in cell i, row by row, open while the cell is empty
 *   the opponent plays a random move with probability mistakes, else one of its best moves, each equally likely
 * </pre>
 *
 * <p>Against an opponent without mistakes the best is a draw.
 *
 * @param mistakes how often the opponent moves at random, in [0, 1]
 */
@Summary("noughts and crosses against an opponent who makes mistakes")
@Stability(MAY_CHANGE)
public record TicTacToe(@Default("1") double mistakes) implements World {
    private static final int CELLS = 9;

    public TicTacToe {
        Require.probability("mistakes", mistakes);
    }

    /** Returns the number of boards, legal or not: a digit of base 3 per cell. */
    @Override
    public int states() {
        return Board.BOARDS;
    }

    @Override
    public int actions() {
        return CELLS;
    }

    @Override
    public List<String> actionNames() {
        return IntStream.range(0, CELLS).mapToObj(String::valueOf).toList();
    }

    @Override
    public List<Transition> starts() {
        return List.of(Transition.certain(Board.EMPTY.code(), 0));
    }

    @Override
    public List<Transition> outcomes(int state, int action) {
        Board board = new Board(state);
        if (board.over() || !board.empty(action)) {
            return List.of();
        }
        Board mine = board.with(action, Board.CROSS);
        return mine.over() ? List.of(Transition.certain(mine.code(), mine.worth())) : replies(mine);
    }

    private List<Transition> replies(Board mine) {
        List<Board> all = mine.followers(Board.NOUGHT);
        int least = all.stream().mapToInt(Board::value).min().orElseThrow();
        long best = all.stream().filter(next -> next.value() == least).count();
        List<Transition> outcomes = new ArrayList<>();
        for (Board next : all) {
            double good = next.value() == least ? (1 - mistakes) / best : 0;
            double probability = mistakes / all.size() + good;
            if (probability > 0) {
                outcomes.add(new Transition(probability, next.code(), next.over() ? next.worth() : 0, 0));
            }
        }
        return outcomes;
    }
}
