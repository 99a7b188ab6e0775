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
            horizon. z is their difference over its standard error; all are within 4. Each of these ways of the sources makes some of
            them differ by more, where it is not followed:

            * SMPyBandits computes regret from rewards, so it has the noise of rewards in it: its standard error is taken from the spread
              of Kelvin's rewards and the source's number of runs.
            * Its doubling trick with T = 200·2^i (`Policies/DoublingTrickWrapper.py`) starts a learner afresh after steps 201, 401, 801, …
              and tells it the time of the next restart as horizon, twice the length of its stage: eight stages in 20000 steps, all
              exploring for longer than they have. `DoublingTrick` tells the length, has seven stages, and loses less:
              266 and 393 instead of 324 and 500.
            * EmpiricalMeans is greedy: a few runs that settle on a bad arm make most of its mean, which over 100 runs has a standard error of
              about a third of itself on the three groups. Thirty runs may have none of them.
            * banditbench seeds the rewards of each arm by a constant (`src/lib.rs`): all its 10001 runs share one noise, and its figures are
              those of that noise. Their standard error is the spread between 30 other noises, each shared by 25 runs.
            * Its EXP-IX has the learning rate √(ln K/(K·step)), without the 2 under the root that `Exp3Ix` has at scale 1, and its
              Tsallis-INF the rate 4/√step with estimates of reduced variance: they are played as it has them (`exp_ix.rs`, `tsallis_inf.rs`).

            Sentences of a book are compared by ratio only.

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
        List<String> csv = new ArrayList<>(
                List.of(
                        "source,locator,problem,policy,learner,horizon,repetitions,metric,published,"
                                + "published_standard_error,kelvin_mean,kelvin_standard_error,kelvin_repetitions,z,ratio,explanation"));
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
                each.sentence() ? "" : number(each.publishedError()),
                number(each.mean()),
                number(each.error()),
                String.valueOf(each.repetitions()),
                each.sentence() ? "" : String.format(Locale.ROOT, "%.1f", each.z()),
                String.format(Locale.ROOT, "%.3f", each.ratio()),
                each.row().text("note"));
        return String.join(
                ",", Stream.concat(given, found).map(PublishedPage::quoted).toList());
    }

    private static String quoted(String cell) {
        return cell.matches(".*[,\"].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String row(Comparison each) {
        String distance = each.sentence()
                ? String.format(Locale.ROOT, "× %.2f", each.ratio())
                : String.format(Locale.ROOT, "%+.1f", each.z());
        String verdict = each.sentence() ? each.row().text("note") : each.agrees() ? "agrees" : "differs";
        return "| "
                + String.join(
                        " | ",
                        each.row().text("source") + ", " + each.row().text("locator"),
                        each.row().text("problem"),
                        each.row().text("policy"),
                        each.row().text("horizon"),
                        each.row().text("metric").replace('_', ' '),
                        each.row().text("published") + (each.sentence() ? "" : " ± " + number(each.publishedError())),
                        number(each.mean()) + " ± " + number(each.error()),
                        distance,
                        verdict)
                + " |";
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.4g", x);
    }
}
