package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kelvin.contract.Stability;
import kelvin.metric.SweptAxis;
import kelvin.yaml.SourceLocation;
import kelvin.yaml.WrittenNumbers;
import kelvin.yaml.YamlDocument;
import kelvin.yaml.YamlMapping;
import kelvin.yaml.YamlMapping.Field;

/** Reads the axes of a sweep from its paths: those that lead to learners vary choices, all others conditions. */
@Stability(MAY_CHANGE)
public final class SweepAxes {
    static final String LEARNERS = "learners";
    private static final String KEY = "sweep";

    private SweepAxes() {}

    /**
     * Reads the axes of a sweep.
     *
     * @param sweep by name of an axis, paths with their values
     * @param written by name of an axis, its values as the experiment file writes them
     * @param place the place of the sweep, for errors
     * @return the axes in the order of the sweep
     * @throws kelvin.yaml.BadInput if a path cannot be read
     */
    public static List<SweptAxis> of(Map<?, ?> sweep, Map<String, Map<Double, String>> written, SourceLocation place) {
        List<SweptAxis> axes = new ArrayList<>();
        sweep.forEach((name, paths) -> {
            List<ComponentPath> parsed = ((Map<?, ?>) paths)
                    .keySet().stream()
                            .map(path -> ComponentPath.parse(String.valueOf(path), place))
                            .toList();
            Set<String> learners = parsed.stream()
                    .map(ComponentPath::names)
                    .filter(names -> names.get(0).equals(LEARNERS) && names.size() > 1)
                    .map(names -> names.get(1))
                    .collect(Collectors.toSet());
            boolean condition =
                    parsed.stream().anyMatch(path -> !path.names().get(0).equals(LEARNERS));
            String axis = String.valueOf(name);
            axes.add(new SweptAxis(axis, condition, learners, written.getOrDefault(axis, Map.of())));
        });
        return axes;
    }

    /**
     * Collects the values of a sweep as an experiment file writes them.
     *
     * @param source the name of the file, for errors
     * @param utf8 its bytes
     * @return the text of each value by name of its axis; empty without a sweep
     * @throws kelvin.yaml.BadInput if the bytes are not YAML
     */
    public static Map<String, Map<Double, String>> written(String source, byte[] utf8) {
        Field sweep = YamlMapping.of(YamlDocument.root(source, utf8)).get(KEY);
        return sweep == null ? Map.of() : written(sweep);
    }

    static Map<String, Map<Double, String>> written(Field sweep) {
        Map<String, Map<Double, String>> written = new LinkedHashMap<>();
        YamlMapping.of(sweep).all().forEach((axis, field) -> written.put(axis, WrittenNumbers.of(field)));
        return written;
    }
}
