package kelvin.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.cli.check.PlayingTime;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.results.CheckpointFolder;
import kelvin.results.ResultsFolder;

/**
 * The estimates of {@code kelvin check} beside the time that playing takes, for twelve experiments of the gallery, written to
 * {@code results/speed/estimates.csv}. Fails when an estimate is off by more than a factor of two.
 *
 * <p>Both run on one thread, each time in a new JVM, one after the other, in rounds over all experiments, whose medians are compared.
 * Playing is measured in processor time, so that what else the machine does counts little.
 *
 * <p>{@code ./mvnw -Pbench -Dquick compile exec:exec -Dbench=kelvin.bench.EstimatesReport}; some minutes. Argument: the number of
 * rounds, 3 unless told.
 */
final class EstimatesReport {
    private static final Path FILE = Path.of("results", "speed", "estimates.csv");
    private static final Target.Checks CHECKS = new Target.Checks();

    /** The experiments with the repetitions to play, which keep each of them to some seconds. */
    private static final Map<String, Integer> REPETITIONS = new LinkedHashMap<>();

    static {
        REPETITIONS.put("all-learners-many", 8);
        REPETITIONS.put("blackjack", 50);
        REPETITIONS.put("boltzmann-done-right", 4);
        REPETITIONS.put("cliff-walking", 200);
        REPETITIONS.put("digits", 40);
        REPETITIONS.put("linear-contexts-redrawn", 100);
        REPETITIONS.put("million-arms", 2);
        REPETITIONS.put("mushroom", 40);
        REPETITIONS.put("parameter-study", 1000);
        REPETITIONS.put("sutton-barto-2-2-epsilon-greedy", 4000);
        REPETITIONS.put("tic-tac-toe", 100);
        REPETITIONS.put("wheel", 100);
    }

    private EstimatesReport() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length > 1) {
            ExperimentFile file = ExperimentFile.read(
                    Path.of(arguments[1]), new Catalog(), new Overrides(null, Integer.valueOf(arguments[2]), null));
            double seconds = arguments[0].equals("check")
                    ? PlayingTime.of(file.experiment(), file.sweep(), 1).most()
                    : play(file);
            System.out.println(seconds + " s");
            return;
        }
        int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        Map<String, List<Double>> estimated = new LinkedHashMap<>();
        Map<String, List<Double>> played = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Integer> each : REPETITIONS.entrySet()) {
                double estimate = launch("check", each.getKey(), each.getValue());
                double seconds = launch("play", each.getKey(), each.getValue());
                estimated.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(estimate);
                played.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(seconds);
                System.out.printf(Locale.ROOT, "%s: %.2f s estimated, %.2f s%n", each.getKey(), estimate, seconds);
            }
            write(estimated, played);
        }
        estimated.forEach((name, seconds) -> {
            double ratio = median(seconds) / median(played.getOrDefault(name, List.of()));
            CHECKS.check(Target.atMost(name + ", times too high or too low", 2, 2, ""), Math.max(ratio, 1 / ratio));
        });
        CHECKS.end();
    }

    /** Writes the medians of the rounds so far. */
    private static void write(Map<String, List<Double>> estimated, Map<String, List<Double>> played)
            throws IOException {
        List<String> rows = new ArrayList<>(List.of("experiment,repetitions,estimated s,played s,ratio"));
        estimated.forEach((name, all) -> {
            double estimate = median(all);
            double seconds = median(played.getOrDefault(name, List.of()));
            rows.add(String.format(
                    Locale.ROOT,
                    "%s,%d,%.2f,%.2f,%.2f",
                    name,
                    REPETITIONS.get(name),
                    estimate,
                    seconds,
                    estimate / seconds));
        });
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, rows);
    }

    private static double median(List<Double> figures) {
        return Rounds.median(
                figures.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double launch(String what, String name, int repetitions) throws IOException {
        return Launch.number(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EstimatesReport.class.getName(),
                what,
                Path.of("experiments", name + ".yaml").toString(),
                String.valueOf(repetitions)));
    }

    /** Plays an experiment and its sweep as {@code kelvin run} does; returns the seconds of processor time that this takes. */
    private static double play(ExperimentFile file) throws IOException {
        Path root = Files.createTempDirectory("kelvin");
        ResultsFolder folder = ResultsFolder.of(root, file);
        Experiment experiment = file.experiment();
        try (CheckpointFolder saved = folder.reserve(new Catalog())) {
            double start = processor();
            experiment
                    .session(saved.of(experiment))
                    .results(experiment.question(), experiment.baseline(), 1, decisions -> {}, () -> false);
            file.sweep().play(saved::of, 1, decisions -> {}, kept -> {}, () -> false);
            return processor() - start;
        } finally {
            Rounds.remove(root);
        }
    }

    private static double processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
