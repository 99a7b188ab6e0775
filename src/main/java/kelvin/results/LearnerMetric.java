package kelvin.results;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import kelvin.metric.Metric;
import kelvin.yaml.BadInput;

/** A learner and a metric: the key by which rows of curves and of single runs are grouped. */
record LearnerMetric(String learner, Metric metric) {
    /** Refuses a file in which a learner lacks a metric, or a property differs between groups. */
    static <T> void requireEqual(Path file, Map<LearnerMetric, T> groups, ToLongFunction<T> property, String name) {
        long distinct = groups.values().stream().mapToLong(property).distinct().count();
        long learners =
                groups.keySet().stream().map(LearnerMetric::learner).distinct().count();
        long general =
                groups.keySet().stream().filter(key -> key.metric.general()).count();
        long each = Stream.of(Metric.values()).filter(Metric::general).count();
        if (distinct != 1 || general != learners * each) {
            throw new BadInput(file + ": every learner must have every metric with the same " + name
                    + "; the file is cut short or mixed");
        }
    }
}
