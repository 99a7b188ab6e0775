package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import kelvin.contract.Stability;
import kelvin.yaml.ComponentPath;
import kelvin.yaml.SourceLocation;

/**
 * The numbers that a sweep varies.
 *
 * @param paths the way to each
 */
@Stability(MAY_CHANGE)
public record SweepPaths(List<ComponentPath> paths) {
    static final String LEARNERS = "learners";

    /** Those of an experiment, by axis and path. */
    public static SweepPaths of(Map<?, ?> sweep, SourceLocation place) {
        return new SweepPaths(sweep.values().stream()
                .filter(Map.class::isInstance)
                .map(axis -> ((Map<?, ?>) axis).keySet())
                .flatMap(Collection::stream)
                .map(path -> ComponentPath.parse(String.valueOf(path), place))
                .toList());
    }

    /** Whether the problem is varied, not learners alone: values are then conditions, and no choices. */
    public boolean conditions() {
        return paths.stream().anyMatch(path -> !path.names().get(0).equals(LEARNERS));
    }

    /** Whether anything is varied of a learner, or of the problem that it meets. */
    public boolean vary(String learner) {
        return conditions() || paths.stream().anyMatch(path -> path.names().indexOf(learner) == 1);
    }
}
