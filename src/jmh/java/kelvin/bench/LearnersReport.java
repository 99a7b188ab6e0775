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
import java.util.function.DoubleSupplier;
import kelvin.learner.Learner;

/**
 * Compares the cost of a step of the dearest learners with one of softmax, and with its cost in an earlier version: all in turn in one
 * JVM, medians over rounds, in nanoseconds of processor time, written to {@code results/speed/learners.csv}.
 *
 * <pre>
 *   git clone . earlier, git checkout 66bf272 there, ./mvnw -Dquick compile there
 *   ./mvnw -Pbench -Dquick compile exec:exec -Dbench="kelvin.bench.LearnersReport earlier/target/classes"
 * </pre>
 *
 * <p>Arguments: the folder of the classes of the earlier version, or {@code -} for none; the number of rounds, 15 unless told; labels of
 * {@link LearnerLoop} unless the usual ones are wanted, with which no file is written.
 */
final class LearnersReport {
    private static final Path FILE = Path.of("results", "speed", "learners.csv");
    private static final String BESIDE = "softmax";
    private static final List<String> LABELS = List.of(
            "OCUCB",
            "KL-UCB",
            "KL-UCB⁺",
            "KL-UCB⁺⁺",
            "BESA",
            "Bayes-UCB",
            "information directed",
            "GLR-KL-UCB",
            "top-two Beta",
            "top-two Gaussian",
            "Corral");

    private LearnersReport() {}

    public static void main(String... arguments) throws IOException, ReflectiveOperationException {
        String earlier = arguments.length == 0 ? "-" : arguments[0];
        int rounds = arguments.length < 2 ? 15 : Integer.parseInt(arguments[1]);
        List<String> wanted = arguments.length < 3 ? LABELS : List.of(arguments).subList(2, arguments.length);
        List<String> labels = new ArrayList<>(List.of(BESIDE));
        labels.addAll(wanted);
        boolean compared = !earlier.equals("-");
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
        for (String label : labels) {
            double now = costs.get("now " + label);
            double before = costs.getOrDefault("before " + label, Double.NaN);
            String row = String.format(
                    Locale.ROOT, "\"%s\",%.0f,%.1f,%.0f,%.3f", label, now, now / beside, before, now / before);
            rows.add(row);
            System.out.println(row);
        }
        if (arguments.length < 3) {
            Files.write(FILE, rows);
        }
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
