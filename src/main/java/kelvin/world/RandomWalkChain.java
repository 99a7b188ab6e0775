package kelvin.world;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * A chain of states, entered in the middle and left at either end.
 *
 * <pre>
 *   reward: leftReward off the left end, 1 off the right end, else 0
 *   under a policy that goes left and right with probability ½:   v(i) = leftReward + (1 − leftReward)·i/(n + 1),   i = 1 … n
 * </pre>
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), examples 6.2 (5 states) and 7.1
 *     (19 states, leftReward −1)</a>
 * @param length n, the number of states that are no end; odd
 * @param leftReward the reward off the left end, finite
 */
@Summary("a chain of states entered in the middle, with a reward at either end")
@Stability(MAY_CHANGE)
public record RandomWalkChain(
        @Default("5") int length, @Default("0") double leftReward) implements World {
    public RandomWalkChain {
        Require.that(length >= 1 && length < 10_000 && length % 2 == 1, "length", length, "odd and in [1, 9999]");
        Require.finite("leftReward", leftReward);
    }

    /** Returns the number of states; state 0 and the last are the ends. */
    @Override
    public int states() {
        return length + 2;
    }

    @Override
    public int actions() {
        return 2;
    }

    @Override
    public List<Transition> starts() {
        return List.of(Transition.certain((length + 1) / 2, 0));
    }

    @Override
    public List<Transition> outcomes(int state, int action) {
        if (state == 0 || state == length + 1) {
            return List.of();
        }
        int next = action == 0 ? state - 1 : state + 1;
        return List.of(Transition.certain(next, next == 0 ? leftReward : next == length + 1 ? 1 : 0));
    }

    @Override
    public List<String> actionNames() {
        return List.of("left", "right");
    }
}
