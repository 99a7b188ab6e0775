package kelvin.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.bandit.Testbed;
import kelvin.experiment.Catalog;
import kelvin.learner.LearnerSpec;
import kelvin.metric.Metric;
import kelvin.metric.TrialSummary;
import kelvin.random.Seed;

/** Figures that papers, books and documentation print, each beside what Kelvin measures for the same. */
final class PublishedResults {
    static final Path FOLDER = Path.of("results/published");
    private static final long BUDGET = 200_000;
    private static final int FEWEST = 30;
    private static final int MOST = 400;

    /** How far a figure may be from Kelvin's, in standard errors. */
    static final double LIMIT = 4;

    private PublishedResults() {}

    /** A published figure and Kelvin's; z is {@code NaN} where the source is a sentence. */
    record Comparison(Row row, int repetitions, double mean, double error, double z) {
        boolean agrees() {
            return Math.abs(z) <= LIMIT;
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

    /** Plays each learner on each problem once, and compares every figure about it. */
    static List<Comparison> compare() {
        Map<String, List<Row>> games = new LinkedHashMap<>();
        Reference.rows("published_results.csv")
                .forEach(row -> games.computeIfAbsent(
                                String.join("|", row.text("problem"), row.text("learner"), row.text("horizon")),
                                game -> new ArrayList<>())
                        .add(row));
        Map<Row, Comparison> found = new LinkedHashMap<>();
        games.values().forEach(rows -> play(rows).forEach(comparison -> found.put(comparison.row, comparison)));
        return List.copyOf(found.values());
    }

    private static List<Comparison> play(List<Row> rows) {
        Row first = rows.get(0);
        long horizon = Long.parseLong(first.text("horizon"));
        int repetitions = (int) Math.max(FEWEST, Math.min(MOST, BUDGET / horizon));
        Testbed testbed = ReferenceProblems.of(first.text("problem"));
        LearnerSpec learner = new Catalog().learner("published_results.csv", first.text("learner"));
        Simulation simulation = new Simulation(
                testbed, Map.of("learner", learner), Measured.report(rows, horizon), repetitions, Seed.of(13));
        Measured measured = new Measured(simulation.play("published?", 2, decisions -> {}), horizon);
        return rows.stream().map(row -> compare(row, measured, repetitions)).toList();
    }

    private static Comparison compare(Row row, Measured measured, int repetitions) {
        boolean realised = row.text("metric").equals("realised_regret");
        double[] own = measured.of(realised ? "regret_pseudo_final" : row.text("metric"));
        double spread = own[1] * Math.sqrt(repetitions);
        if (realised) {
            TrialSummary reward =
                    TrialSummary.of(measured.results().trials(Metric.REWARD).get(0));
            spread = measured.horizon() * reward.standardError() * Math.sqrt(repetitions);
        }
        double error = spread / Math.sqrt(row.number("repetitions"));
        double z = row.text("note").startsWith("text:")
                ? Double.NaN
                : (own[0] - row.number("published")) / Math.hypot(own[1], error);
        return new Comparison(row, repetitions, own[0], own[1], z);
    }
}
