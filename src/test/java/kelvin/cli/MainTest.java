package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import kelvin.cli.console.FailureMessage;
import kelvin.cli.console.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class MainTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    explin 3            | unknown command 'explin', did you mean 'explain'?; see kelvin --help
                    run --result x      | unknown option '--result', did you mean '--results'?; see kelvin run --help
                    run --threads two x | --threads: found 'two', must be a whole number; see kelvin run --help
                    run --threads 0 x   | --threads: found 0, must be >= 1; see kelvin run --help
                    run                 | Missing required parameter: 'FILE'; see kelvin run --help
                    run nowhere.yaml    | nowhere.yaml: there is no such file
                    chart nowhere       | nowhere: there is no such results folder
                    list arm x          | unknown argument 'x'; see kelvin list --help
                    """)
    void aMistakeIsOneLineAndExitCodeTwo(String args, String message) {
        Kelvin answer = Kelvin.run((Object[]) args.split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).isEqualTo("kelvin: " + message + System.lineSeparator());
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void invisibleLettersOfTheCommandLineAreShown() {
        assertThat(Kelvin.run("ru\u200bn").err()).contains("unknown command 'ru[U+200B]n'");
    }

    @Test
    void withoutACommandTheHelpIsShownAsAnError() {
        Kelvin answer = Kelvin.run();
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("Usage: kelvin").contains("Examples:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "chart",
                "check",
                "compare",
                "new",
                "list",
                "explain",
                "completion",
                "audit",
                "decisions",
                "evaluate",
                "exact",
                "fit",
                "fit-classes",
                "gallery",
                "help",
                "layers",
                "learn",
                "lesson",
                "verify"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        PrintStream usual = System.err;
        ByteArrayOutputStream warnings = new ByteArrayOutputStream();
        System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
        Kelvin answer;
        try {
            answer = Kelvin.run(command, "--help");
        } finally {
            System.setErr(usual);
        }
        assertThat(warnings.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .startsWith("Usage: kelvin " + command)
                .containsPattern("(?s)Examples?:.*kelvin " + command);
    }

    @Test
    void helpIsACommandToo() {
        assertThat(Kelvin.run("help", "run").out())
                .isEqualTo(Kelvin.run("run", "--help").out());
        assertThat(Kelvin.run("help").out()).isEqualTo(Kelvin.run("--help").out());
        assertThat(Kelvin.run("help", "explin"))
                .isEqualTo(new Kelvin(
                        2, "", "kelvin: unknown command 'explin', did you mean 'explain'?; see kelvin --help\n"));
    }

    @Test
    void errorsAreColouredWhereTheTerminalHasColours() {
        Terminal colours = new Terminal(true, true, 80, Ansi.ON, Ansi.ON);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Main.run(colours, OutputStream.nullOutputStream(), err, "explin");
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("\u001b[1m\u001b[31mkelvin:\u001b[");
    }

    @Test
    void theVersionIsToldOrSaidToBeUnknown() {
        assertThat(Kelvin.run("--version").out())
                .isEqualTo(Kelvin.run("run", "--version").out())
                .startsWith("kelvin not packaged\nJava " + Runtime.version());
    }

    @Test
    void completionKnowsCommandsOptionsAndKinds() {
        assertThat(Kelvin.run("completion").out())
                .contains("complete -F _complete_kelvin", "--no-charts", "explain", "schedule");
    }

    /** A stream on a full disk. */
    private static OutputStream full(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void anAnswerThatCannotBeWrittenIsAnError() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Main.run(Terminal.NONE, full("No space left on device"), err, "explain", "1", "2"))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("kelvin: cannot write to standard output: No space left on device" + System.lineSeparator());
    }

    @Test
    void aReaderThatHasGoneIsToldNothing() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Main.run(Terminal.NONE, full("Broken pipe"), err, "explain", "1", "2"))
                .isEqualTo(1);
        assertThat(err.toByteArray()).isEmpty();
    }

    @Test
    void outOfMemoryIsSaidWithTheWayToMore() {
        assertThat(FailureMessage.of(new IllegalStateException(new OutOfMemoryError("Java heap space"))))
                .returns(1, FailureMessage::code)
                .extracting(FailureMessage::message)
                .asString()
                .matches("out of memory: Java may use \\d+ MiB here; set JAVA_TOOL_OPTIONS=-Xmx\\d+m to .*");
    }

    @Test
    void anErrorWhileAClassIsLoadedIsSaidInItsOwnWords() {
        IOException missing = new NoSuchFileException("font");
        Error error = new ExceptionInInitializerError(new UncheckedIOException(missing));
        assertThat(FailureMessage.of(new ExceptionInInitializerError(error)).message())
                .isEqualTo("font: there is no such file or folder");
    }
}
