package kelvin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.learner.BanditTask;
import kelvin.learner.FullInformation;
import kelvin.learner.contextual.SupervisedGradient;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.LinearScorer;
import kelvin.model.classifier.ClassifierSpec;
import kelvin.model.classifier.DiscriminantAnalysis;
import kelvin.model.classifier.GaussianNaiveBayes;
import kelvin.model.classifier.LogisticRegression;
import kelvin.model.classifier.SoftmaxRegression;
import kelvin.policy.Greedy;
import kelvin.random.Seed;

/**
 * The processor time of fitting each classifier to the 1797 digits, 64 features and 10 classes, beside one pass of gradient steps on
 * cross-entropy over the same pictures. Written to {@code results/speed/classifiers.csv}. Fails when a fit takes longer than is stated.
 *
 * <p>All works take turns, round by round, after rounds that are not counted; figures are medians over rounds. Arguments: the number of
 * rounds, 9 unless told; half a minute.
 */
final class ClassifierReport {
    private static final Path FILE = Path.of("results", "speed", "classifiers.csv");
    private static final Path DIGITS = Path.of("experiments", "data", "digits.csv");
    private static final int FEATURES = 64;
    private static final int CLASSES = 10;
    private static final int WARM_UP = 3;
    private static final double MAX_SECONDS = 3;
    private static final String PASS = "one pass of gradient steps";
    private static final String SOFTMAX = "softmax regression";

    private final double[][] x;
    private final int[] labels;
    private final Map<String, Runnable> works = new LinkedHashMap<>();
    private final Map<String, List<Double>> milliseconds = new LinkedHashMap<>();

    private ClassifierReport() throws IOException {
        List<double[]> rows = Files.readAllLines(DIGITS).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
                .toList();
        x = rows.stream()
                .map(row -> Arrays.stream(row, 0, FEATURES).map(pixel -> pixel / 16).toArray())
                .toArray(double[][]::new);
        labels = rows.stream().mapToInt(row -> (int) row[FEATURES]).toArray();
        works.put(PASS, this::pass);
        fit(SOFTMAX, new SoftmaxRegression(1, true));
        fit("logistic regression, a gate for each", new LogisticRegression(1, true));
        fit("discriminant analysis", new DiscriminantAnalysis(false, 1e-9));
        fit("naive Bayes", new GaussianNaiveBayes(1e-3));
    }

    private void fit(String name, ClassifierSpec spec) {
        works.put(name, () -> spec.fit(x, labels, CLASSES));
    }

    private void pass() {
        FullInformation player = (FullInformation)
                new SupervisedGradient(
                                new LinearScorer(Layout.DISJOINT),
                                SupervisedGradient.Output.SOFTMAX,
                                0.1,
                                new Greedy())
                        .create(new BanditTask(CLASSES, x.length, new Features(FEATURES, 0)), Seed.of(1).generator());
        for (int i = 0; i < x.length; i++) {
            double[] right = new double[CLASSES];
            right[labels[i]] = 1;
            player.see(i + 1, Context.of(CLASSES, x[i]));
            player.select(i + 1);
            player.observeAll(i + 1, right);
        }
    }

    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length == 0 ? 9 : Integer.parseInt(arguments[0]);
        ClassifierReport report = new ClassifierReport();
        for (int round = -WARM_UP; round < rounds; round++) {
            report.play(round >= 0);
        }
        report.write();
        Target.Checks checks = new Target.Checks();
        checks.check(Target.atMost(SOFTMAX, MAX_SECONDS, 1, "s"), report.median(SOFTMAX) / 1000);
        checks.end();
    }

    private void play(boolean counted) {
        works.forEach((name, work) -> {
            long start = Work.processorTime();
            work.run();
            double taken = (Work.processorTime() - start) / 1e6;
            if (counted) {
                milliseconds.computeIfAbsent(name, none -> new ArrayList<>()).add(taken);
            }
        });
    }

    private double median(String name) {
        return Rounds.median(milliseconds.getOrDefault(name, List.of()).stream().mapToDouble(each -> each).toArray());
    }

    private void write() throws IOException {
        List<String> rows = new ArrayList<>(List.of("work,milliseconds,passes_of_gradient_steps"));
        for (String name : works.keySet()) {
            rows.add(String.format(Locale.ROOT, "\"%s\",%.1f,%.2f", name, median(name), median(name) / median(PASS)));
        }
        rows.forEach(System.out::println);
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, rows);
    }
}
