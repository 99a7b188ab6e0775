package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import kelvin.contract.Stability;
import kelvin.yaml.SourceLocation;

/**
 * The numbers that a sweep varies.
 *
 * @param paths the way to each
 */
@Stability(MAY_CHANGE)
public record SweepPaths(List<ComponentPath> paths) {
    static final String LEARNERS = "learners";

    /** Parses the paths of a sweep by axis. */
    public static SweepPaths of(Map<?, ?> sweep, SourceLocation place) {
        return new SweepPaths(sweep.values().stream()
                .filter(Map.class::isInstance)
                .map(axis -> ((Map<?, ?>) axis).keySet())
                .flatMap(Collection::stream)
                .map(path -> ComponentPath.parse(String.valueOf(path), place))
                .toList());
    }

    /** Returns whether the problem itself is varied: values are then conditions to compare under, not settings to choose from. */
    public boolean conditions() {
        return paths.stream().anyMatch(path -> !path.names().get(0).equals(LEARNERS));
    }

    /** Returns whether the sweep varies a learner or the problem that it meets. */
    public boolean vary(String learner) {
        return conditions() || paths.stream().anyMatch(path -> path.names().indexOf(learner) == 1);
    }
}
