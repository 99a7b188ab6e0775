package kelvin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs every report of this package, each in a JVM of its own, by name; about an hour. Ends with status 1 when one of them failed,
 * as each does that misses a target.
 *
 * <p>Arguments: the number of rounds, handed on to each.
 */
final class AllReports {
    private static final Path SOURCES = Path.of("src", "jmh", "java", "kelvin", "bench");

    private AllReports() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        List<String> failed = new ArrayList<>();
        for (String report : reports()) {
            System.out.println("== " + report);
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:+UseSerialGC",
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "kelvin.bench." + report));
            command.addAll(List.of(arguments));
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                failed.add(report);
            }
        }
        if (!failed.isEmpty()) {
            System.out.println("failed: " + String.join(", ", failed));
            System.exit(1);
        }
    }

    private static List<String> reports() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Report.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .sorted()
                    .toList();
        }
    }
}
