package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.comparison.LearnerSelection;
import kelvin.file.Folders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String YAML = """
            question: Which of two?
            seed: 1
            horizon: 60
            repetitions: 12
            testbed: {BernoulliTestbed: {arms: 3, means: {Uniform: {low: 0, high: 1}}}}
            learners:
              softmax: {Softmax: {temperature: 0.1}}
              UCB1: {Ucb1: {}}
            sweep:
              τ: {learners.softmax.Softmax.temperature: [0.1, 0.20]}
            """;

    @TempDir
    private static Path results;

    private static Path a;
    private static Path b;

    @BeforeAll
    static void play() throws IOException {
        a = played("a", YAML);
        b = played("b", YAML.replace("seed: 1", "seed: 2"));
    }

    private static Path played(String name, String yaml) throws IOException {
        Path file = Files.writeString(results.resolve(name + ".yaml"), yaml);
        assertThat(Kelvin.run("run", file, "--no-charts", "--results", results).code())
                .isZero();
        return results.resolve(name);
    }

    @Test
    void aFolderIsNamedAfterTheFoldersAndTheChoiceSoThatNoOtherComparisonIsOverwritten() {
        List<String> names = List.of("a", "b/q");
        assertThat(CompareCommand.usual(names, LearnerSelection.ALL)).isEqualTo(Path.of("results/compare-a-b-q"));
        assertThat(CompareCommand.usual(names, new LearnerSelection(List.of("softmax, τ 0.1", "UCB1"), "a:UCB1")))
                .isEqualTo(Path.of("results/compare-a-b-q-softmax-τ-0.1-UCB1-against-a-UCB1"));
        assertThat(CompareCommand.usual(names, new LearnerSelection(List.of("x".repeat(200)), ""))
                        .getFileName()
                        .toString())
                .hasSizeLessThan(120)
                .isNotEqualTo(CompareCommand.usual(names, new LearnerSelection(List.of("x".repeat(201)), ""))
                        .getFileName()
                        .toString());
    }

    @Test
    void everythingIsPrintedAndWritten() throws IOException {
        Path out = results.resolve("both");
        Kelvin answer = Kelvin.run("compare", a, b, "--out", out);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .startsWith("Which of two?\na: " + a + "\nb: " + b
                        + "\nthe same: testbed, horizon 60, repetitions 12, Kelvin")
                .containsPattern("softmax \\(a\\) +\\S+ +\\S+ … \\S+ +[0-9.]+ % +0\\.\\d+\n")
                .containsPattern("softmax \\(b\\) +softmax \\(a\\) +\\S+ +\\S+ … \\S+( \\*)? +\\S+ +unpaired\n")
                .containsPattern("softmax \\(b\\) +softmax \\(a\\) +0\\.20 +\\S+ +\\S+ … \\S+")
                .contains("Regret up to step 60, compared with a: ", "Unpaired: ", "Only the seed differs")
                .endsWith(out + ": 14 chart files, differences.csv, curves.csv and report.html written\n");
        assertThat(Folders.names(out))
                .contains(
                        "differences.csv",
                        "curves.csv",
                        "report.html",
                        "regret.png",
                        "differences.svg",
                        "sweep-regret.png")
                .noneMatch(name -> name.endsWith(".partial"));
        String page = Files.readString(out.resolve("report.html"));
        assertThat(answer.out().lines().filter(line -> line.endsWith(".")))
                .hasSizeGreaterThan(2)
                .allMatch(line -> page.contains(line.replace("'", "&#39;")));
        assertThat(page)
                .contains(
                        "<h1>Which of two?</h1>",
                        "<li>seed: 1 in a, 2 in b</li>",
                        "Differences of regret",
                        "Regret over time")
                .contains("./kelvin run " + a + ".yaml --seed 1", "./kelvin compare " + a);
    }

    @Test
    void theDataHaveALinePerDifferenceAndPoint() throws IOException {
        Path out = results.resolve("data");
        Kelvin.run("compare", a, b, "--out", out, "--no-charts");
        List<String> lines = Files.readAllLines(out.resolve("differences.csv"));
        assertThat(lines.get(0))
                .startsWith("learner,baseline,metric,step,axis,value,second_axis,second_value,test,difference,");
        assertThat(lines).hasSize(1 + 2 * 3 + 2 * 3);
        assertThat(lines.get(1)).startsWith("softmax (b),softmax (a),regret,60,,,,,unpaired,");
        assertThat(lines).anyMatch(line -> line.startsWith("softmax (b),softmax (a),reward,60,τ,0.2,,,unpaired,"));
        assertThat(Files.readAllLines(out.resolve("curves.csv")))
                .hasSize(1 + 4 * 3 * 60)
                .contains("learner,metric,step,mean,standard_error,repetitions");
        assertThat(Folders.names(out)).containsExactly("curves.csv", "differences.csv");
    }

    @Test
    void chartsOfTwoHorizonsGoUpToTheCommonStep() throws IOException {
        Path longer = played("longer", YAML.replace("horizon: 60", "horizon: 300"));
        Path out = results.resolve("horizons");
        Kelvin answer = Kelvin.run("compare", a, longer, "--out", out);
        assertThat(answer.out())
                .contains("The horizons differ: everything is up to step 60", "bound")
                .endsWith(": 8 chart files, differences.csv, curves.csv and report.html written\n");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("Up to the last step that all experiments report.");
    }

    @Test
    void resultsAreNotOverwritten() throws IOException {
        List<String> before = Folders.names(b);
        assertThat(Kelvin.run("compare", a, b, "--out", b).err())
                .isEqualTo("kelvin: --out: " + b
                        + " holds other files, must be a new folder or one of an earlier comparison\n");
        assertThat(Folders.names(b)).isEqualTo(before);
    }

    @Test
    void anEarlierComparisonIsReplaced() throws IOException {
        Path out = Files.createDirectory(results.resolve("again"));
        for (String name :
                List.of("differences.csv", "report.html", "sweep-regret.png", "simple-regret.pdf", "mine.png")) {
            Files.writeString(out.resolve(name), "old");
        }
        assertThat(Kelvin.run("compare", a, b, "--out", out, "--no-charts", "--quiet"))
                .isEqualTo(new Kelvin(0, "", ""));
        assertThat(Folders.names(out)).containsExactly("curves.csv", "differences.csv", "mine.png");
        assertThat(Files.readString(out.resolve("mine.png"))).isEqualTo("old");
    }

    @Test
    void learnersAreChosenInOrderAndChartsInTheStyleAskedFor() throws IOException {
        Path out = results.resolve("style");
        Kelvin answer = Kelvin.run(
                "compare", a, b, "--out", out, "--learners", "UCB1,softmax", "--format", "svg", "--title", "Two seeds");
        assertThat(answer.out())
                .containsPattern("(?s)UCB1 \\(a\\).*UCB1 \\(b\\).*softmax \\(a\\).*minus.*UCB1.*softmax");
        assertThat(Folders.names(out))
                .contains("regret.svg", "differences.svg")
                .noneMatch(name -> name.endsWith(".png"));
        Kelvin wrong = Kelvin.run("compare", a, b, "--out", out, "--learners", "UCB");
        assertThat(wrong.err()).isEqualTo("kelvin: --learners: found 'UCB', must be of: softmax, UCB1\n");
    }

    @Test
    void oneFolderIsTooFew() {
        Kelvin answer = Kelvin.run("compare", a);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .isEqualTo("kelvin: found one results folder, " + a
                        + ", must be two or more to compare; see kelvin compare --help\n");
        assertThat(Kelvin.run("compare").err()).startsWith("kelvin: Missing required parameter: 'RESULTS'");
    }

    @Test
    void aRefusalIsOneLineAndNothingIsWritten() {
        Path out = results.resolve("never");
        Kelvin answer = Kelvin.run("compare", a, a, "--out", out);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .startsWith("kelvin: " + a + ": is the same folder as " + a)
                .hasLineCount(1);
        assertThat(out).doesNotExist();
    }
}
