package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes on the command line: each gets one line that says what was found and what is meant or allowed. */
class UsageErrorTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    rnu x.yaml                   | unknown command 'rnu', did you mean 'run'?
                    comapre a b                  | unknown command 'comapre', did you mean 'compare'?
                    plot results                 | unknown command 'plot', did you mean 'chart'?
                    x.yaml                       | unknown command 'x.yaml': kelvin run x.yaml plays an experiment
                    frobnicate                   | unknown command 'frobnicate'; see
                    run x --html y               | unknown option '--html'; explain has it
                    run x --reps 3               | unknown option '--reps', did you mean '--repetitions'?
                    run x -repetitions 3         | unknown option '-repetitions', did you mean '--repetitions'?
                    run x -f                     | unknown option '-f', did you mean '--force'?
                    run x --force=yes            | --force: found a value, must stand alone
                    run x --horizon x            | --horizon: found 'x', must be a whole number; see
                    run x --horizon 1,000        | --horizon: found '1,000', must be a whole number without separators: 1000
                    run x --horizon 2.5          | --horizon: found '2.5', must be a whole number; see
                    run x --seed 1e30            | --seed: found '1e30', must be a whole number in [-9223372036854775808, 9223372036854775807]
                    run x --seed 1e1000000000    | --seed: found '1e1000000000', must be a whole number in [
                    run x --repetitions 3e9      | --repetitions: found '3e9', must be a whole number in [-2147483648, 2147483647]
                    explain 1,2,3                | found '1,2,3', must be numbers with blanks between them, such as 1 2 3
                    explain 0,5 1                | such as 0 5, or one with a decimal point: 0.5
                    explain 1, 2                 | found '1,', must be numbers with blanks between them, such as 1 2
                    explain 50% 1                | found '50%', must be a number without %: 0.5
                    explain 1 two                | found 'two', must be a number or -inf
                    explain 1e400 1              | found '1e400', must be a finite number or -inf
                    explain 1 2 --tau 1          | unknown option '--tau', did you mean '--temperature'?
                    explain 1 2 --temperature hot | --temperature: found 'hot', must be a number; see
                    explain 1 2 --policy softmax | --policy:1: found 'softmax', must be a policy, written {Softmax: {temperature: 1}}
                    explain 1 2 --policy {Boltzmann:{}} | --policy:1: unknown policy 'Boltzmann', did you mean 'Softmax'?
                    explain 1 2 --policy {Boltzman:{}} | --policy:1: unknown policy 'Boltzman', did you mean 'Softmax'?
                    explain 1 2 --policy {Ucb1:{}} | --policy:1: Ucb1 is a learner, must be a policy
                    audit 1 2 --draws 0          | --draws: found 0, must be >= 1
                    exact --arms 0.5,2 --learner {Ucb1:{}} --horizon 5 | --arms: found 2.0, must be in [0, 1]
                    exact --arms 0.5 0.6 --learner {Ucb1:{}} --horizon 5 | --arms: found a blank before 0.6, must be numbers with commas between them
                    exact --arms 0.5,0.6 --learner {Thompson:{}} --horizon 5 | did you mean 'ThompsonBeta' or 'ThompsonGaussian'?
                    """)
    void aMistakeIsOneLine(String command, String fragment) {
        Kelvin answer = Kelvin.run((Object[]) command.split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("kelvin: ").contains(fragment).hasLineCount(1);
        assertThat(answer.err().length()).isLessThan(200);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void anEmptyArgumentIsNamed() {
        assertThat(Kelvin.run("run", "x.yaml", "--results", "").err())
                .startsWith("kelvin: --results: found '', must be a path;");
        assertThat(Kelvin.run("explain", "1", "2", "--policy", "").err()).startsWith("kelvin: --policy: found nothing");
    }

    @Test
    void numbersAreWrittenAsInExperimentFiles() throws IOException {
        assertThat(Kelvin.run("run", experiment(), "--horizon", "1e1", "--no-charts", "--results", folder)
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("coin/manifest.json"))).contains("\"horizon\": 10");
    }

    @Test
    void aFolderOfResultsFoldersIsNotOne() throws IOException {
        Kelvin.run("run", experiment(), "--no-charts", "--results", folder.resolve("all"));
        for (String command : new String[] {"chart", "verify"}) {
            assertThat(Kelvin.run(command, folder.resolve("all")).err())
                    .contains("all: holds results folders, must be one of them, or " + folder.resolve("all/*")
                            + " for all: coin")
                    .hasLineCount(1);
        }
        assertThat(Kelvin.run("chart", folder).err()).contains(": is no results folder, there is no manifest.json");
        assertThat(Kelvin.run("chart", experiment()).err()).contains("coin.yaml: is a file, must be a results folder");
    }

    @Test
    void resultsThatCannotBeAFolderAreNamed() throws IOException {
        Path file = experiment();
        for (Path place : new Path[] {file, file.resolve("below")}) {
            assertThat(Kelvin.run("run", file, "--results", place))
                    .returns(2, Kelvin::code)
                    .extracting(Kelvin::err)
                    .asString()
                    .endsWith("cannot be written: " + file + ": it is a file, must be a folder\n");
        }
    }

    @Test
    void oneFileIsNotPlayedTwice() throws IOException {
        assertThat(Kelvin.run("run", experiment(), experiment()).err()).contains("coin.yaml: is given twice");
    }

    private Path experiment() throws IOException {
        return Files.writeString(folder.resolve("coin.yaml"), """
                question: Q
                seed: 1
                horizon: 5
                repetitions: 2
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
                learners: {greedy: {Greedy: {}}}
                """);
    }
}
