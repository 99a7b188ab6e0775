package kelvin.experiment;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.metric.Metric;

/** The pictures of results and their report, by file name: what goes when new results come. */
final class ChartFiles {
    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(
                            "selections",
                            "differences",
                            "final-regret",
                            "regret-quantiles",
                            "normalised-regret",
                            "policy",
                            "probabilities",
                            "single-runs",
                            "entropy",
                            "temperature",
                            "values",
                            "rewards",
                            "running-time",
                            "sweep-regret",
                            "sweep-reward"),
                    Stream.of(Metric.values()).map(metric -> metric.key().replace('_', '-')))
            .collect(Collectors.toUnmodifiableSet());

    private ChartFiles() {}

    static boolean contain(String name) {
        boolean picture = name.endsWith(".png") || name.endsWith(".svg");
        return name.equals("report.html") || (picture && NAMES.contains(name.substring(0, name.lastIndexOf('.'))));
    }
}
