package kelvin.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A cluster on this machine: a master and workers of one processor each, processes started from the jars of a SPARK_HOME. */
final class Cluster implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final Path home;
    private final String java;
    private final Path folder;
    private final Started master;
    private final String address;
    private final List<Started> workers = new ArrayList<>();
    private int processes;

    /** A process with the file that it writes to. */
    record Started(Process process, Path log) {
        String text() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits until the process has written something. */
        Started await(String text) {
            Deadline.await("'" + text + "'", () -> text().contains(text) || !process.isAlive(), this::text);
            if (!text().contains(text)) {
                throw new AssertionError("ended without '" + text + "':\n" + text());
            }
            return this;
        }

        /** Waits until the process has ended, and returns its exit code. */
        int code() {
            Deadline.await("an end", () -> !process.isAlive(), this::text);
            return process.exitValue();
        }

        /** Kills the process and those that it has started, as kill -9 does. */
        void kill() {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            Deadline.await("an end", () -> all.stream().noneMatch(ProcessHandle::isAlive), this::text);
        }
    }

    /**
     * Starts a cluster.
     *
     * @param spark the version, whose home {@code src/spark/home} has made
     * @param java the home of the Java that all run on
     * @param folder where to keep logs and what executors fetch
     */
    Cluster(String spark, Path java, Path folder) throws IOException {
        home = Path.of(System.getProperty("spark.homes"), spark).toAbsolutePath();
        if (!Files.isDirectory(home.resolve("jars"))) {
            throw new AssertionError(
                    home + " is missing: ./mvnw -f src/spark/home -Dspark=" + spark + " process-resources");
        }
        this.java = java.resolve("bin/java").toString();
        this.folder = folder;
        master = start(
                "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0");
        master.await("Starting Spark master at").await("I have been elected leader");
        Matcher found = ADDRESS.matcher(master.text());
        address = found.find() ? found.group(1) : "";
    }

    /** Starts a worker and waits until the master knows it. */
    Started addWorker() throws IOException {
        Started worker = start(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "600m",
                "--webui-port",
                "0",
                "--work-dir",
                Files.createTempDirectory(folder, "work").toString(),
                address);
        workers.add(worker);
        return worker.await("Successfully registered with master");
    }

    /** Starts {@code spark-submit} of Kelvin with some arguments. */
    Started submit(Object... arguments) throws IOException {
        return submit(Map.of(), arguments);
    }

    /** Starts {@code spark-submit} of Kelvin with some arguments, and more configuration of Spark. */
    Started submit(Map<String, String> conf, Object... arguments) throws IOException {
        Map<String, String> all = new TreeMap<>(conf);
        all.put("spark.driver.host", "127.0.0.1");
        all.put("spark.executor.memory", "512m");
        all.put("spark.ui.enabled", "false");
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", address));
        all.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
        command.addAll(List.of("--class", "kelvin.spark.Main", System.getProperty("spark.jar")));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return start(command.toArray(String[]::new));
    }

    private Started start(String... arguments) throws IOException {
        // Java does not hear of an interrupt that was ignored when it began, as it is in what a shell starts in the
        // background.
        List<String> command = new ArrayList<>(
                List.of("env", "--default-signal=INT", java, "-Xmx512m", "-XX:+IgnoreUnrecognizedVMOptions"));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", home + "/jars/*"));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("process-" + processes++ + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment()
                .put("JAVA_HOME", Path.of(java).getParent().getParent().toString());
        return new Started(builder.start(), log);
    }

    @Override
    public void close() {
        workers.forEach(Started::kill);
        master.kill();
    }
}
