package kelvin.metric;

import java.util.List;

/**
 * What an agent does where, in a world that is a grid: the probability of each action in each cell.
 *
 * <p>The arrays are shared, not copied: read them only.
 *
 * @param learner the agent's label
 * @param columns how wide the grid is; cells are numbered row by row
 * @param actions the actions in words, such as {@code up}
 * @param probabilities by cell and action, means over repetitions; no numbers where nothing is decided
 */
public record ActionMap(String learner, int columns, List<String> actions, double[][] probabilities) {}
