package kelvin.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.bandit.Testbed;
import kelvin.experiment.Catalog;
import kelvin.learner.LearnerSpec;
import kelvin.random.Seed;

/** Figures that papers, books and documentation print, each beside what Kelvin measures for the same. */
final class PublishedResults {
    static final Path FOLDER = Path.of("results/published");
    private static final String RESTARTED = "restarted at 200, 400, 800, …: ";

    /** Four times the source's repetitions, so that most of a difference's error is the source's; but no more than this. */
    private static final int MOST = 250;

    private static final Seed SEED = Seed.of(13);
    private static final int NOISES = 30;
    private static final int RUNS_PER_NOISE = 25;

    /** The largest distance allowed between a figure and Kelvin's, in standard errors. */
    static final double LIMIT = 4;

    private PublishedResults() {}

    /** A published figure with its error, and Kelvin's. */
    record Comparison(Row row, double publishedError, int repetitions, double mean, double error) {
        /** Returns true if the source is a sentence of a book and not a measurement. */
        boolean sentence() {
            return row.text("note").startsWith("text:");
        }

        double z() {
            return z(row.number("published"));
        }

        double z(double published) {
            return (mean - published) / Math.hypot(error, publishedError);
        }

        boolean agrees() {
            return Math.abs(z()) <= LIMIT;
        }

        double ratio() {
            return mean / row.number("published");
        }
    }

    /**
     * Measures all and writes {@code published.csv} and {@code README.md}.
     *
     * @param args the folder, or none for {@link #FOLDER}
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        PublishedPage.write(compare(), args.length > 0 ? Path.of(args[0]) : FOLDER);
    }

    /** Plays each learner on each problem, and compares every figure about it. */
    static List<Comparison> compare() {
        Map<String, List<Row>> games = new LinkedHashMap<>();
        Reference.rows("published_results.csv")
                .forEach(row -> games.computeIfAbsent(
                                String.join("|", row.text("problem"), row.text("learner"), row.text("horizon")),
                                game -> new ArrayList<>())
                        .add(row));
        return games.values().stream().flatMap(PublishedResults::play).toList();
    }

    private static Stream<Comparison> play(List<Row> rows) {
        Row first = rows.get(0);
        Testbed problem = ReferenceProblems.of(first.text("problem"));
        int repetitions = (int) Math.min(MOST, 4 * first.number("repetitions"));
        Measured measured = play(rows, problem, repetitions, SEED);
        List<Measured> noises = first.text("source").equals("banditbench")
                ? IntStream.range(0, NOISES)
                        .mapToObj(SEED::child)
                        .map(seed -> play(rows, new SharedNoise(problem, seed.child("noise")), RUNS_PER_NOISE, seed))
                        .toList()
                : List.of();
        return rows.stream().map(row -> {
            double error = noises.isEmpty() ? error(row, measured, repetitions) : errorOfOneNoise(row, noises);
            double[] own = measured.of(metric(row));
            return new Comparison(row, error, repetitions, own[0], own[1]);
        });
    }

    private static Measured play(List<Row> rows, Testbed problem, int repetitions, Seed seed) {
        long horizon = Long.parseLong(rows.get(0).text("horizon"));
        LearnerSpec learner = learner(rows.get(0).text("learner"));
        Simulation simulation =
                new Simulation(problem, Map.of("learner", learner), Measured.report(rows, horizon), repetitions, seed);
        return new Measured(simulation.play("published?", 2, decisions -> {}), horizon);
    }

    /** A learner in YAML, or in words where a source plays a variant of its own. */
    private static LearnerSpec learner(String words) {
        if (words.equals("Tsallis-INF with reduced variance")) {
            return new ReducedVarianceTsallis();
        } else if (words.startsWith(RESTARTED)) {
            return new RestartsAtTimes(learner(words.substring(RESTARTED.length())), 200);
        }
        return new Catalog().learner("published_results.csv", words);
    }

    private static boolean realised(Row row) {
        return row.text("metric").equals("realised_regret");
    }

    private static String metric(Row row) {
        return realised(row) ? "regret_pseudo_final" : row.text("metric");
    }

    /** That of a mean over as many independent runs as the source has. */
    private static double error(Row row, Measured measured, int repetitions) {
        double error = realised(row) ? measured.of("cumulative_reward_final")[1] : measured.of(metric(row))[1];
        return error * Math.sqrt(repetitions / row.number("repetitions"));
    }

    /** That of a mean over runs that share one noise: from noise to noise, and a little from run to run. */
    private static double errorOfOneNoise(Row row, List<Measured> noises) {
        double[][] found =
                noises.stream().map(measured -> measured.of(metric(row))).toArray(double[][]::new);
        double mean = Stream.of(found).mapToDouble(x -> x[0]).average().orElseThrow();
        double all = Stream.of(found).mapToDouble(x -> Math.pow(x[0] - mean, 2)).sum() / (NOISES - 1);
        double runs = Stream.of(found).mapToDouble(x -> x[1] * x[1]).average().orElseThrow();
        return Math.sqrt(Math.max(0, all - runs) + runs * RUNS_PER_NOISE / row.number("repetitions"));
    }
}
