package kelvin.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs the usual commands once, in one JVM, so that the launcher's class-data-sharing archive holds the classes that they load.
 * Arguments: an experiment file, and a folder for its results. Exits with the code of the first command that fails, else 0.
 */
final class ArchiveTraining {
    private ArchiveTraining() {}

    public static void main(String... args) {
        System.exit(run(args[0], args[1]));
    }

    static int run(String experiment, String results) {
        List<List<String>> commands = List.of(
                List.of("--version"),
                List.of("--help"),
                List.of("list"),
                List.of("explain", "1.2", "-0.1", "2.4"),
                List.of("explain", "--policy", "{Softmax: {temperature: 0.5}}", "1", "2"),
                List.of("run", experiment, "--repetitions", "2", "--results", results));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return commands.stream()
                .mapToInt(command -> Main.run(nowhere, nowhere, command.toArray(String[]::new)))
                .filter(code -> code != 0)
                .findFirst()
                .orElse(0);
    }
}
