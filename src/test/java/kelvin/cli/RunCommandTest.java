package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String COINS = """
            question: Which coin?
            seed: 1
            horizon: 20
            repetitions: 10
            testbed: {FixedTestbed: {arms: [ARM, {Bernoulli: {p: 0.1}}]}}
            learners: {uniform: {Uniform: {}}, greedy: {Greedy: {}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void dataAndChartsAreWrittenAndLearnersRanked() throws IOException {
        Kelvin answer = Kelvin.run("run", coins("{Bernoulli: {p: 0.9}}"), "--results", folder);
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("Which coin?").contains("learner", "95 % interval", "400 decisions in");
        assertThat(names()).contains("curves.csv", "manifest.json", "regret.png", "selections.svg");
    }

    @Test
    void chartsCanBeLeftOutAndDrawnLater() throws IOException {
        Kelvin.run("run", coins("{Bernoulli: {p: 0.9}}"), "--results", folder, "--no-charts");
        assertThat(names()).contains("summary.csv").noneMatch(name -> name.endsWith("png"));
        assertThat(Kelvin.run("chart", folder.resolve("coins")).out()).contains("chart files drawn");
        assertThat(names()).contains("regret.png", "regret.svg");
    }

    @Test
    void aChartThatIsNotThereIsAnsweredWithThoseThatAre() throws IOException {
        Kelvin.run("run", coins("{Bernoulli: {p: 0.9}}"), "--results", folder, "--no-charts");
        assertThat(Kelvin.run("chart", folder.resolve("coins"), "--only", "regert")
                        .err())
                .startsWith("kelvin: --only: found 'regert', must be of the charts of " + folder.resolve("coins")
                        + ": regret, reward, ");
    }

    @Test
    void theGalleryLeadsToAllReports() throws IOException {
        Kelvin.run("run", coins("{Bernoulli: {p: 0.9}}"), "--results", folder, "--no-charts");
        assertThat(Kelvin.run("gallery", folder).out()).contains("index.html: written, 1 experiment\n");
        assertThat(names()).contains("report.html");
        assertThat(Files.readString(folder.resolve("index.html"))).contains("coins/report.html", "Which coin?");
    }

    @Test
    void equalResultsAreShownAndNotPlayedAgain() throws IOException {
        Path file = coins("{Bernoulli: {p: 0.9}}");
        String first =
                Kelvin.run("run", file, "--results", folder, "--no-charts").out();
        Kelvin again = Kelvin.run("run", file, "--results", folder, "--no-charts");
        assertThat(again.code()).isZero();
        String result = folder.resolve("coins") + ": ";
        assertThat(again.out())
                .isEqualTo(first.substring(0, first.indexOf(result)) + result
                        + "holds these results already, nothing was played; --force plays again\n");
    }

    @Test
    void missingChartsOfEqualResultsAreDrawn() throws IOException {
        Path file = coins("{Bernoulli: {p: 0.9}}");
        Kelvin.run("run", file, "--results", folder, "--no-charts");
        Kelvin again = Kelvin.run("run", file, "--results", folder);
        assertThat(again.out()).contains("holds these results already", "chart files drawn");
        assertThat(Kelvin.run("run", file, "--results", folder).out()).doesNotContain("drawn");
    }

    @Test
    void thoseThatAreMissingOrCutShortAreDrawnBesideTheOthers() throws IOException {
        Path file = coins("{Bernoulli: {p: 0.9}}");
        Kelvin.run("run", file, "--results", folder);
        Map<Path, byte[]> drawn = new TreeMap<>();
        for (String name : List.of("regret.png", "reward.svg", "report.html")) {
            Path chart = folder.resolve("coins").resolve(name);
            byte[] whole = Files.readAllBytes(chart);
            drawn.put(chart, whole);
            Files.write(chart, Arrays.copyOf(whole, whole.length / 2));
            Files.writeString(chart.resolveSibling("." + name + ".partial"), "half");
        }
        assertThat(Kelvin.run("run", file, "--results", folder)).returns(0, Kelvin::code);
        assertThat(drawn).allSatisfy((chart, whole) -> assertThat(chart).hasBinaryContent(whole));
        assertThat(names()).noneMatch(each -> each.endsWith(".partial"));
        for (Path chart : drawn.keySet()) {
            Files.delete(chart);
        }
        assertThat(Kelvin.run("run", file, "--results", folder)).returns(0, Kelvin::code);
        assertThat(drawn).allSatisfy((chart, whole) -> assertThat(chart).hasBinaryContent(whole));
    }

    @Test
    void theGalleryLeavesOutWhatIsDamagedAndSaysSo() throws IOException {
        Path file = coins("{Bernoulli: {p: 0.9}}");
        Kelvin.run("run", file, "--results", folder, "--no-charts");
        Kelvin.run("run", Files.copy(file, folder.resolve("damaged.yaml")), "--results", folder, "--no-charts");
        Path manifest = folder.resolve("damaged/manifest.json");
        Files.writeString(manifest, "{");
        Kelvin answer = Kelvin.run("gallery", folder);
        assertThat(answer.code()).isZero();
        assertThat(answer.err())
                .startsWith("kelvin: left out: " + manifest + ":1: not YAML: ")
                .endsWith("; kelvin run --force writes it again\n");
        assertThat(folder.resolve("index.html"))
                .content()
                .contains("coins/report.html")
                .doesNotContain("damaged/");
        assertThat(Kelvin.run("run", folder.resolve("damaged.yaml"), "--results", folder, "--no-charts", "--force")
                        .out())
                .contains("written; 0 decisions in");
    }

    @Test
    void aChartThatCannotBeWrittenIsAnErrorEveryTimeAndCostsNoResults() throws IOException {
        Path file = coins("{Bernoulli: {p: 0.9}}");
        Files.createDirectories(folder.resolve("coins/regret.png/in the way"));
        Kelvin answer = Kelvin.run("run", file, "--results", folder);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("the charts cannot be written").hasLineCount(1);
        assertThat(names()).contains("manifest.json", "runs.csv");
        assertThat(Kelvin.run("run", file, "--results", folder)).returns(1, Kelvin::code);
    }

    @Test
    void otherResultsAreReplacedByForceOnly() throws IOException {
        Path file = coins("{Bernoulli: {p: 0.9}}");
        Kelvin.run("run", file, "--results", folder, "--no-charts");
        Kelvin refused = Kelvin.run("run", file, "--results", folder, "--no-charts", "--seed", "2");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("holds results of other settings: seed was 1 and is now 2; --force");
        assertThat(Kelvin.run("run", file, "--results", folder, "--no-charts", "--seed", "2", "--force"))
                .returns(0, Kelvin::code);
    }

    @Test
    void everyFileIsCheckedBeforeAnyIsPlayed() throws IOException {
        Kelvin answer = Kelvin.run("run", coins("{Bernoulli: {p: 0.9}}"), "nowhere.yaml", "--results", folder);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(folder.resolve("coins")).doesNotExist();
    }

    @Test
    void aRunThatFailsHasExitCodeOneAndLeavesNoResults() throws IOException {
        Path file = coins("{Gaussian: {mean: 1.7e308, stdDev: 1.0e308}}");
        Kelvin answer = Kelvin.run("run", file, "--results", folder);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .startsWith("kelvin: learner 'uniform', repetition 0: step ")
                .hasLineCount(1);
        assertThat(names()).containsExactly(".saved");
    }

    @Test
    void moreRepetitionsPlayOnlyThoseThatAreMissing() throws IOException {
        Path file = coins("{Bernoulli: {p: 0.9}}");
        Kelvin.run("run", file, "--results", folder, "--no-charts");
        Kelvin more = Kelvin.run("run", file, "--results", folder, "--no-charts", "--repetitions", "13");
        assertThat(more.out()).contains("400 of 520 decisions were played before", "written; 120 decisions in");
        Path atOnce = folder.resolve("at-once");
        Kelvin.run("run", file, "--results", atOnce, "--no-charts", "--repetitions", "13");
        for (String name : List.of("curves.csv", "runs.csv", "selections.csv", "summary.csv", "comparisons.csv")) {
            assertThat(folder.resolve("coins").resolve(name))
                    .hasSameBinaryContentAs(atOnce.resolve("coins").resolve(name));
        }
    }

    @Test
    void whatIsSureIsNotPlayedLonger() throws IOException {
        Path file = coins("{Bernoulli: {p: 0.9}}");
        Files.writeString(
                file,
                Files.readString(file).replace("repetitions: 10", "repetitions: {until: {halfWidth: 0.6, max: 1000}}"));
        assertThat(Kelvin.run("check", file).out())
                .contains(
                        "2,560 to 40,000 decisions = 2 learners × 64 to 1,000 repetitions × 20 steps, until no 95 % interval"
                                + " of regret is wider than ± 0.6, looked at 5 times at most; ");
        Kelvin answer = Kelvin.run("run", file, "--results", folder);
        assertThat(answer.out())
                .contains("Precise enough after 512 repetitions, at look 4 of 5: ", "written; 20,480 decisions");
        assertThat(folder.resolve("coins/report.html")).content().contains("Precise enough after 512 repetitions");
        assertThat(folder.resolve("coins/regret.svg")).content().contains("adjusted for 5 looks");
        assertThat(folder.resolve("coins/manifest.json")).content().contains("\"look\": 4", "\"decisions\": 20480");
        assertThat(Kelvin.run("chart", folder.resolve("coins"), "--only", "regret")
                        .code())
                .isZero();
        assertThat(Kelvin.run("verify", folder.resolve("coins")).out()).contains(": verified");
        assertThat(Kelvin.run("verify", folder.resolve("coins"), "--sample", "99")
                        .out())
                .contains(": verified");
        assertThat(Kelvin.run("run", file, "--results", folder, "--no-charts", "--repetitions", "520")
                        .out())
                .contains("20,480 of 20,800 decisions were played before", "written; 320 decisions")
                .doesNotContain("look");
    }

    @Test
    void equalResultsAreForcedToBePlayedAfresh() throws IOException {
        Path file = coins("{Bernoulli: {p: 0.9}}");
        Kelvin.run("run", file, "--results", folder, "--no-charts");
        assertThat(Kelvin.run("run", file, "--results", folder, "--no-charts", "--force")
                        .out())
                .contains("written; 400 decisions in")
                .doesNotContain("before");
    }

    @Test
    void aDamagedFileIsWrittenAgainWithoutPlaying() throws IOException {
        Path file = coins("{Bernoulli: {p: 0.9}}");
        Kelvin.run("run", file, "--results", folder, "--no-charts");
        Path runs = folder.resolve("coins/runs.csv");
        String before = Files.readString(runs);
        Files.writeString(runs, "damaged");
        assertThat(Kelvin.run("run", file, "--results", folder).err()).contains("has changed", "--force");
        assertThat(Kelvin.run("run", file, "--results", folder, "--no-charts", "--force")
                        .out())
                .contains("written; 0 decisions in");
        assertThat(runs).hasContent(before);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInOneLine() throws IOException {
        Files.createDirectories(folder.resolve("coins"));
        Files.writeString(folder.resolve("coins/.saved"), "in the way");
        Kelvin answer = Kelvin.run("run", coins("{Bernoulli: {p: 0.9}}"), "--results", folder);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("coins: cannot be written: ").hasLineCount(1);
    }

    @Test
    void overridesAreValidatedLikeTheFile() throws IOException {
        Kelvin answer = Kelvin.run("run", coins("{Bernoulli: {p: 0.9}}"), "--horizon", "0");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("--horizon: found 0, must be >= 1");
    }

    @Test
    void theClasspathMustExist() throws IOException {
        Kelvin answer = Kelvin.run("run", coins("{Bernoulli: {p: 0.9}}"), "--classpath", "nowhere.jar");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip()).isEqualTo("kelvin: --classpath: there is no 'nowhere.jar'");
    }

    /** The section of the guide: an experiment, changes of its file, and the answers. */
    @Test
    void theGuideShowsWhatOtherWordsAreAnsweredWith() throws IOException {
        String guide = Files.readString(Path.of("src/site/markdown/guide/experiments.md"));
        String section = guide.substring(guide.indexOf("\n## Changing words"), guide.indexOf("\n## Arms from a file"));
        String[] parts = section.split("```(yaml)?\n", -1);
        Path file = Files.writeString(folder.resolve("coins.yaml"), parts[1]);
        Kelvin.run("run", file, "--results", folder, "--no-charts");
        List<String[]> rows = parts[2].lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`"))
                .toList();
        assertThat(rows).hasSize(4);
        for (String[] row : rows) {
            boolean gone = row.length == 5;
            Files.writeString(file, Files.readString(file).replace(row[1], gone ? "" : row[3]));
            Kelvin answer = Kelvin.run("run", file, "--results", folder, "--no-charts");
            String said = (answer.out() + answer.err()).strip();
            assertThat(said.substring(said.lastIndexOf('\n') + 1).replace(folder.toString(), "results"))
                    .isEqualTo(row[row.length - 2]);
        }
    }

    private Path coins(String arm) throws IOException {
        return Files.writeString(folder.resolve("coins.yaml"), COINS.replace("ARM", arm));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("coins"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
