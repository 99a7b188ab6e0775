package kelvin.world;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * A choice between nothing and a state whose many noisy actions are all a little worse: the best of them looks good.
 *
 * <pre>
 *   A: right → end, reward 0;   left → B, reward 0.   B: any of n actions → end, reward ~ N(−0.1, 1)
 * </pre>
 *
 * <p>Going left loses 0.1 on average; who takes the largest of n noisy estimates for the value of B is drawn there.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), example 6.7</a>
 * @param choices n, the number of actions in B, at least 2
 */
@Summary("nothing to the right, many noisy losses to the left that look like gains")
@Stability(MAY_CHANGE)
public record MaximizationBias(@Default("10") int choices) implements World {
    private static final int A = 0;
    private static final int B = 1;
    private static final int END = 2;

    public MaximizationBias {
        Require.that(choices >= 2 && choices <= 10_000, "choices", choices, "in [2, 10000]");
    }

    @Override
    public int states() {
        return END + 1;
    }

    @Override
    public int actions() {
        return choices;
    }

    @Override
    public List<Transition> starts() {
        return List.of(Transition.certain(A, 0));
    }

    @Override
    public List<Transition> outcomes(int state, int action) {
        if (state == B) {
            return List.of(new Transition(1, END, -0.1, 1));
        }
        boolean open = state == A && action < 2;
        return open ? List.of(Transition.certain(action == 0 ? B : END, 0)) : List.of();
    }

    @Override
    public List<String> actionNames() {
        return IntStream.range(0, choices)
                .mapToObj(i -> i == 0 ? "left" : i == 1 ? "right" : String.valueOf(i))
                .toList();
    }
}
