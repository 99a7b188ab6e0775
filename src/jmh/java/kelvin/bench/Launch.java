package kelvin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Programs in processes of their own, measured by GNU time. */
final class Launch {
    private static final String TIME = "/usr/bin/time";

    private Launch() {}

    /**
     * The cost of a program.
     *
     * @param wall seconds by the clock on the wall
     * @param user seconds of processor time outside of the kernel, in steps of 0.01
     * @param peak bytes of memory that were resident at most
     */
    record Usage(double wall, double user, long peak) {}

    /** Runs a class of this class path in a new JVM; its output is discarded. */
    static Usage java(List<String> options, String... mainAndArguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(mainAndArguments));
        return program(command.toArray(String[]::new));
    }

    /** Runs {@code kelvin run} on the text of an experiment in a new JVM, without charts; a folder without results gets some. */
    static Usage kelvinRun(Path folder, String experiment, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createDirectories(folder).resolve("bench.yaml"), experiment);
        List<String> all = new ArrayList<>(List.of("kelvin.cli.Main", "run", file.toString(), "--no-charts"));
        all.addAll(List.of("--results", folder.toString()));
        all.addAll(Arrays.asList(arguments));
        return java(options, all.toArray(String[]::new));
    }

    /** Runs a program; its output is discarded. */
    static Usage program(String... command) throws IOException, InterruptedException {
        Path times = Files.createTempFile("kelvin", ".time");
        List<String> timed = new ArrayList<>(List.of(TIME, "-o", times.toString(), "-f", "%e %U %M"));
        timed.addAll(Arrays.asList(command));
        int status = new ProcessBuilder(timed)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
        String[] figures = Files.readString(times).trim().split(" ");
        Files.delete(times);
        return new Usage(
                Double.parseDouble(figures[0]),
                Double.parseDouble(figures[1]),
                1024 * Long.parseLong(figures[2]));
    }

    /** Returns true if a program can be started and ends with status 0. */
    static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a program; returns the number that its output begins with, before a blank. */
    static double number(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            String answer = output.readLine();
            if (answer == null) {
                throw new IOException(String.join(" ", command) + " gave no answer");
            }
            return Double.parseDouble(answer.substring(0, answer.indexOf(' ')));
        }
    }
}
