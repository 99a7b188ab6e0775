package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports, and the index that quotes them, also of folders that keep few of their files. */
class GalleryCommandTest {
    @TempDir
    private Path folder;

    private Path experiment;

    private Path results;

    @BeforeEach
    void play() throws IOException {
        experiment = Files.writeString(folder.resolve("coins.yaml"), """
                question: Which "coin" & why?
                seed: 1
                horizon: 20
                repetitions: 10
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.1}}]}}
                learners: {uniform: {Uniform: {}}, greedy: {Greedy: {}}}
                """);
        Kelvin.run("run", experiment, "--results", folder, "--no-charts");
        results = folder.resolve("coins");
    }

    /** Leaves what the repository keeps of results. */
    private void excerpt() throws IOException {
        for (String name : List.of("curves.csv", "selections.csv", "runs.csv", "quantiles.csv", "bounds.csv")) {
            Files.delete(results.resolve(name));
        }
    }

    private String index() throws IOException {
        return Files.readString(folder.resolve("index.html"));
    }

    @Test
    void equalRunsHaveReportsOfEqualBytes() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Kelvin.run("run", experiment, "--results", other, "--threads", "1", "--no-charts");
        Kelvin.run("chart", results, other.resolve("coins"), "--only", "regret");
        assertThat(other.resolve("coins/manifest.json"))
                .content()
                .isNotEqualTo(Files.readString(results.resolve("manifest.json")));
        assertThat(other.resolve("coins/report.html"))
                .content()
                .isEqualTo(Files.readString(results.resolve("report.html")))
                .contains("The machine and the running times are in manifest.json");
    }

    @Test
    void theIndexQuotesQuestionAndAnswerOfTheReport() throws IOException {
        assertThat(Kelvin.run("gallery", folder).out()).contains("index.html: written, 1 experiment\n");
        assertThat(index())
                .contains(
                        "coins/report.html",
                        "Which &quot;coin&quot; &amp; why?</strong>",
                        "<br>greedy has the least regret: ");
    }

    @Test
    void resultsThatKeepFewFilesAreInTheIndex() throws IOException {
        Kelvin.run("gallery", folder);
        String full = index();
        excerpt();
        Kelvin answer = Kelvin.run("gallery", folder);
        assertThat(answer.err()).isEmpty();
        assertThat(index()).isEqualTo(full);
    }

    @Test
    void aKeptFileThatWasEditedIsLeftOut() throws IOException {
        Kelvin.run("gallery", folder);
        excerpt();
        Files.writeString(results.resolve("summary.csv"), "nothing");
        Kelvin answer = Kelvin.run("gallery", folder);
        assertThat(answer.err())
                .contains("left out: " + results.resolve("summary.csv") + ": has changed since Kelvin wrote it");
    }

    @Test
    void chartsNeedTheFilesThatAreNotKept() throws IOException {
        excerpt();
        assertThat(Kelvin.run("chart", results))
                .returns(2, Kelvin::code)
                .returns(
                        "kelvin: " + results
                                + ": has no curves.csv, only its checksum; run the experiment to have all data files\n",
                        Kelvin::err);
    }

    @Test
    void playingAgainWritesWhatIsNotKept() throws IOException {
        byte[] curves = Files.readAllBytes(results.resolve("curves.csv"));
        excerpt();
        Kelvin.run("run", experiment, "--results", folder, "--no-charts");
        assertThat(results.resolve("curves.csv")).hasBinaryContent(curves);
    }
}
