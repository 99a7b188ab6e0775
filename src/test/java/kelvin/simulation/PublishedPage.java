package kelvin.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kelvin.simulation.PublishedResults.Comparison;

/** The table of published figures, as data and as a page to read. */
final class PublishedPage {
    private static final String HEAD = """
            # Published figures beside Kelvin's

            Figures that documentation and books print for bandit learners, and what Kelvin measures for the same learner, problem and
            horizon. z is their difference over its standard error. Regret that a source computes from rewards has the noise of
            rewards in it: its standard error is taken from the spread of Kelvin's rewards and the source's number of runs. Sentences
            of a book are compared by ratio only.

            | source | problem | learner | steps | figure | published | Kelvin | z or ratio | |
            |---|---|---|---:|---|---:|---:|---:|---|
            """;

    private static final String TAIL = """

            Left out is what cannot be played here: figures without a number, other learners (ApprFHG, UCB-H, doubling tricks of doubly
            exponential length, linear models, gradient bandits on rewards of ±1), private data, off-policy values, probabilities of
            policies (those are tested with the policies), and the delayed-feedback table of Chapelle and Li (2011), whose arms retire
            and are replaced at random.

            Written by `kelvin.simulation.PublishedResults`; `./mvnw -Plong test -Dtest=PublishedResultsTest` measures all again and
            leaves the two files in `target/published`.
            """;

    private PublishedPage() {}

    static void write(List<Comparison> comparisons, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> csv =
                new ArrayList<>(List.of("source,locator,problem,policy,learner,horizon,repetitions,metric,published,"
                        + "kelvin_mean,kelvin_standard_error,kelvin_repetitions,z,ratio,explanation"));
        StringBuilder page = new StringBuilder(HEAD);
        for (Comparison each : comparisons) {
            csv.add(line(each));
            page.append(row(each)).append('\n');
        }
        Files.write(folder.resolve("published.csv"), csv);
        Files.writeString(folder.resolve("README.md"), page.append(TAIL));
    }

    private static String line(Comparison each) {
        Stream<String> given = Stream.of(
                        "source",
                        "locator",
                        "problem",
                        "policy",
                        "learner",
                        "horizon",
                        "repetitions",
                        "metric",
                        "published")
                .map(each.row()::text);
        Stream<String> found = Stream.of(
                number(each.mean()),
                number(each.error()),
                String.valueOf(each.repetitions()),
                Double.isNaN(each.z()) ? "" : String.format(Locale.ROOT, "%.1f", each.z()),
                String.format(Locale.ROOT, "%.3f", each.ratio()),
                each.row().text("note"));
        return String.join(
                ",", Stream.concat(given, found).map(PublishedPage::quoted).toList());
    }

    private static String quoted(String cell) {
        return cell.matches(".*[,\"].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String row(Comparison each) {
        String distance = Double.isNaN(each.z())
                ? String.format(Locale.ROOT, "× %.2f", each.ratio())
                : String.format(Locale.ROOT, "%+.1f", each.z());
        String verdict =
                each.row().text("note").isEmpty() ? "agrees" : each.row().text("note");
        return "| "
                + String.join(
                        " | ",
                        each.row().text("source") + ", " + each.row().text("locator"),
                        each.row().text("problem"),
                        each.row().text("policy"),
                        each.row().text("horizon"),
                        each.row().text("metric").replace('_', ' '),
                        each.row().text("published"),
                        number(each.mean()) + " ± " + number(each.error()),
                        distance,
                        verdict)
                + " |";
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.4g", x);
    }
}
