package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import kelvin.cli.console.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class ListCommandTest {
    @Test
    void everythingIsListedByKindAndFamily() {
        assertThat(Kelvin.run("list").out())
                .startsWith("policy: Policies that turn action values into action probabilities")
                .contains(
                        "\n\nlearner, index: Index policies: ", "\n\nschedule: ", "\n\narm: ", "\n\ntestbed: Families")
                .containsPattern("\n  Softmax +p ∝ exp\\(q/temperature\\)")
                .doesNotContain("default 0")
                .endsWith("lists their parameters too.\n");
    }

    @Test
    void oneKindCanBeAskedFor() {
        assertThat(Kelvin.run("list", "arm").out())
                .startsWith("arm: ")
                .contains("Bernoulli")
                .doesNotContain("Softmax");
    }

    @Test
    void oneFamilyCanBeAskedFor() {
        assertThat(Kelvin.run("list", "bayes").out())
                .startsWith("learner, bayes: ")
                .contains(
                        "  ThompsonBeta",
                        "\n      priorSuccesses  number, default 1: successes believed in beforehand; finite and > 0")
                .doesNotContain("Ucb1");
    }

    @Test
    void aNameIsListedWithUnitsAndRangesAndWhatMayBeASchedule() {
        assertThat(Kelvin.run("list", "Softmax").out())
                .endsWith("\n      temperature  number or schedule: τ, in reward units; finite and > 0\n");
        assertThat(Kelvin.run("list", "ThompsonGaussian").out())
                .contains("\n      rewardStdDev  number: σ, in reward units; finite and > 0\n");
    }

    @Test
    void aLearnerSaysWhichTestbedsItAccepts() {
        assertThat(Kelvin.run("list", "Exp3").out()).endsWith("\n      Testbeds: only with rewards in [0, 1]\n");
        assertThat(Kelvin.run("list", "ValueLearner").out())
                .endsWith("\n      Testbeds: any with one action at a step\n");
        assertThat(Kelvin.run("list", "LinUcb").out()).contains("\n      Testbeds: only with contexts\n");
    }

    /** A constant reward and a constant schedule. */
    @Test
    void aNameOfTwoKindsIsListedUnderBoth() {
        assertThat(Kelvin.run("list", "Constant").out())
                .containsPattern("(?s)^schedule: .*\n  Constant .*\n\narm: .*\n  Constant ");
    }

    @Test
    void aWordIsSearchedForInNamesSummariesAndParameters() {
        assertThat(Kelvin.run("list", "--search", "thompson").out())
                .contains("ThompsonBeta", "ThompsonWindow")
                .doesNotContain("Ucb1Tuned");
        assertThat(Kelvin.run("list", "learner", "--search", "known beforehand").err())
                .isEqualTo("kelvin: nothing mentions 'known beforehand'; kelvin list shows all\n");
        assertThat(Kelvin.run("list", "learner", "--search", "BELIEVED IN BEFOREHAND")
                        .out())
                .contains("ThompsonBeta")
                .doesNotContain("Softmax");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100})
    void noLineIsWiderThanTheTerminal(int columns) {
        Terminal terminal = new Terminal(false, false, columns, Ansi.OFF, Ansi.OFF);
        for (String kind : new String[] {"learner", "testbed", "policy"}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Main.run(terminal, out, OutputStream.nullOutputStream(), "list", kind);
            assertThat(out.toString(StandardCharsets.UTF_8).lines())
                    .hasSizeGreaterThan(50)
                    .allSatisfy(line ->
                            assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(columns));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arms       | , did you mean 'arm'? kelvin list shows all
            Boltzmann  | , did you mean 'Softmax'? kelvin list shows all
            softmx     | , did you mean 'Softmax'? kelvin list shows all
            Frobnicate | , must be a name, a family or one of policy, subset, threshold, schedule, learner,
            """)
    void anUnknownKindIsAnswered(String wanted, String answered) {
        Kelvin answer = Kelvin.run("list", wanted);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("unknown kind, family or name '" + wanted + "'" + answered);
    }
}
