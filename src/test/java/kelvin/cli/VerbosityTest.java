package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerbosityTest {
    private static final String YAML = """
            question: q
            seed: 1
            horizon: 10
            repetitions: 4
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners: {even: {Uniform: {}}, best: {Greedy: {}}}
            """;

    @TempDir
    private Path folder;

    private Kelvin kelvin(String command, String option) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), YAML);
        return command.equals("run")
                ? Kelvin.run("run", file, "--results", folder, "--no-charts", option)
                : Kelvin.run(command, command.equals("check") ? file : folder.resolve("x"), option);
    }

    @Test
    void quietPrintsNothingButDoesEverything() throws IOException {
        for (String command : new String[] {"run", "verify", "chart", "check"}) {
            assertThat(kelvin(command, "--quiet"))
                    .as(command)
                    .returns(0, Kelvin::code)
                    .returns("", Kelvin::out)
                    .returns("", Kelvin::err);
        }
        assertThat(folder.resolve("x/regret.png")).exists();
    }

    @Test
    void quietKeepsErrors() throws IOException {
        kelvin("run", "--quiet");
        Files.writeString(folder.resolve("x/curves.csv"), "something else");
        assertThat(kelvin("verify", "--quiet"))
                .returns(1, Kelvin::code)
                .satisfies(said -> assertThat(said.out()).contains("NOT verified", "curves.csv"));
    }

    @Test
    void verboseTellsTheSettingsTheProgramAndTheTimes() throws IOException {
        assertThat(kelvin("run", "--verbose").out())
                .startsWith("kelvin not packaged\nJava " + Runtime.version())
                .contains("seed 1, 80 decisions on ", "x: even played 0.0");
        assertThat(kelvin("chart", "--verbose").out()).contains("x: drawn in ");
        assertThat(kelvin("verify", "--verbose").out()).contains("x: plays at most 80 decisions on ");
    }

    @Test
    void bothAtOnceAreRefused() throws IOException {
        assertThat(Kelvin.run("run", "-q", "-v", "x.yaml"))
                .returns(2, Kelvin::code)
                .extracting(Kelvin::err)
                .asString()
                .startsWith("kelvin: --quiet, --verbose are mutually exclusive");
    }
}
