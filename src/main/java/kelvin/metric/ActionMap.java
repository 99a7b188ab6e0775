package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Set;
import kelvin.contract.Stability;

/**
 * The policy of an agent on a grid world: the probability of each action in each cell.
 *
 * <p>The arrays are shared, not copied: read them only.
 *
 * @param learner the agent's label
 * @param columns how wide the grid is; cells are numbered row by row
 * @param actions the actions in words, such as {@code up}
 * @param probabilities by cell and action, means over repetitions; no numbers where nothing is decided
 * @param starts the cells that episodes begin in
 * @param goals the cells that episodes end in
 */
@Stability(MAY_CHANGE)
public record ActionMap(
        String learner,
        int columns,
        List<String> actions,
        double[][] probabilities,
        Set<Integer> starts,
        Set<Integer> goals) {
    public ActionMap {
        actions = List.copyOf(actions);
        starts = Set.copyOf(starts);
        goals = Set.copyOf(goals);
    }

    /**
     * Returns whether a cell is never occupied, such as a cliff or a wall.
     *
     * @param cell a cell
     * @return true if nothing is decided there and no episode ends there
     */
    public boolean closed(int cell) {
        return probabilities[cell].length == 0 && !goals.contains(cell);
    }
}
