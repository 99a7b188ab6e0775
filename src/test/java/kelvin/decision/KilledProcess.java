package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program in a process of its own that is killed while it runs, as {@code kill -9} does. */
public final class KilledProcess {
    private KilledProcess() {}

    /**
     * Runs a program until it has printed some lines, and kills it.
     *
     * @param lines how many, at least 1
     * @param program has a {@code main}
     * @param arguments of the program
     * @return all lines that it had printed by the time it was dead
     */
    public static List<String> said(int lines, Class<?> program, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (said.size() == lines) {
                    process.toHandle().destroyForcibly(); // the process' own method would close its streams
                }
            }
        }
        assertThat(said).hasSizeGreaterThanOrEqualTo(lines);
        assertThat(process.waitFor()).isNotZero(); // 137 where signals have numbers, 1 on Windows
        return said;
    }
}
