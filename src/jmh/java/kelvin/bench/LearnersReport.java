package kelvin.bench;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import kelvin.learner.Learner;

/**
 * Compares the cost of a step of the dearest learners with one of softmax, and with its cost in an earlier version: all in turn in one
 * JVM, medians over rounds, in nanoseconds of processor time, written to {@code results/speed/learners.csv}.
 * Fails where one costs more than a third of before.
 *
 * <pre>
 *   git clone . earlier, git checkout 66bf272 there, ./mvnw -Dquick compile there
 *   ./mvnw -Pbench -Dquick compile exec:exec -Dbench="kelvin.bench.LearnersReport 9 earlier/target/classes"
 * </pre>
 *
 * <p>Arguments: the number of rounds, 9 unless told; the folder of the classes of the earlier version, or {@code -} for none; labels
 * of {@link LearnerLoop} unless the usual ones are wanted. The file is written for the usual ones beside an earlier version.
 */
final class LearnersReport {
    private static final Path FILE = Path.of("results", "speed", "learners.csv");
    private static final String BESIDE = "softmax";
    private static final String NONE = "-";
    private static final List<String> LABELS = List.of(
            "OCUCB",
            "KL-UCB",
            "KL-UCB⁺",
            "KL-UCB⁺⁺",
            "BESA",
            "Bayes-UCB",
            "information directed",
            "lil'UCB",
            "GLR-KL-UCB",
            "top-two Beta",
            "top-two Gaussian",
            "Corral");

    /** The largest part of the cost before that a learner may cost now; Corral has no such aim. */
    private static final double MOST_OF_BEFORE = 1 / 3.0;

    private static final Set<String> WITHOUT_AIM = Set.of(BESIDE, "Corral");

    private LearnersReport() {}

    public static void main(String... arguments) throws IOException, ReflectiveOperationException {
        int rounds = arguments.length == 0 ? 9 : Integer.parseInt(arguments[0]);
        String earlier = arguments.length < 2 ? NONE : arguments[1];
        List<String> wanted = arguments.length < 3 ? LABELS : List.of(arguments).subList(2, arguments.length);
        List<String> labels = new ArrayList<>(List.of(BESIDE));
        labels.addAll(wanted);
        boolean compared = !earlier.equals(NONE);
        Map<String, DoubleSupplier> loops = new LinkedHashMap<>();
        Class<?> earlierLoop = compared ? earlier(Path.of(earlier)) : LearnerLoop.class;
        for (String label : labels) {
            loops.put("now " + label, new LearnerLoop(label));
            if (compared) {
                loops.put("before " + label, (DoubleSupplier) earlierLoop.getConstructor(String.class).newInstance(label));
            }
        }
        Map<String, Double> costs = medians(loops, rounds);
        double beside = costs.get("now " + BESIDE);
        List<String> rows = new ArrayList<>(List.of("learner,nanoseconds_per_step,times_softmax,nanoseconds_before,now_by_before"));
        Target.Checks checks = new Target.Checks();
        for (String label : labels) {
            double now = costs.get("now " + label);
            double before = costs.getOrDefault("before " + label, Double.NaN);
            String row = String.format(
                    Locale.ROOT, "\"%s\",%.0f,%.1f,%.0f,%.3f", label, now, now / beside, before, now / before);
            rows.add(row);
            System.out.println(row);
            if (!WITHOUT_AIM.contains(label)) {
                checks.check(
                        Target.atMost(label, MOST_OF_BEFORE, MOST_OF_BEFORE, "of its cost before"), now / before);
            }
        }
        if (compared && arguments.length < 3) {
            Files.write(FILE, rows);
        }
        checks.end();
    }

    /** Takes each once a round, after two rounds that are not counted. */
    private static Map<String, Double> medians(Map<String, DoubleSupplier> loops, int rounds) {
        Map<String, double[]> taken = new LinkedHashMap<>();
        for (int round = -2; round < rounds; round++) {
            for (Map.Entry<String, DoubleSupplier> loop : loops.entrySet()) {
                double cost = loop.getValue().getAsDouble();
                if (round >= 0) {
                    taken.computeIfAbsent(loop.getKey(), none -> new double[rounds])[round] = cost;
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        taken.forEach((name, figures) -> medians.put(name, Rounds.median(figures)));
        return medians;
    }

    /** Loads the loop with the classes of another version: in place of the present ones, and nothing shared but the JDK. */
    private static Class<?> earlier(Path classes) throws MalformedURLException, ClassNotFoundException {
        List<URL> path = new ArrayList<>(List.of(url(classes)));
        String present = Learner.class.getProtectionDomain().getCodeSource().getLocation().toString();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String place = url(Path.of(entry)).toString();
            if (!place.equals(present)) {
                path.add(url(Path.of(entry)));
            }
        }
        ClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        return loader.loadClass(LearnerLoop.class.getName());
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
