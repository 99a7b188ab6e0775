package kelvin.spark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.cli.Classpath;
import kelvin.cli.OverrideOptions;
import kelvin.cli.console.CancelSignal;
import kelvin.cli.console.FailureMessage;
import kelvin.cli.console.UsageError;
import kelvin.cli.console.Verbosity;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.file.IoMessage;
import kelvin.results.Build;
import kelvin.yaml.BadInput;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * The program of {@code kelvin-spark.jar}: plays experiments on Spark and writes their results.
 *
 * <p>Exit codes: 0 success, 1 a run that failed, 2 bad input or usage, 130 interrupted. Errors are one line on the standard error stream.
 */
@Command(
        name = "kelvin-spark.jar",
        description = "Plays experiments on Spark, with the bytes of one machine's results.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {
            "",
            "Example:",
            "  spark-submit --master spark://host:7077 --class kelvin.spark.Main kelvin-spark.jar my.yaml --results hdfs:///results",
            "",
            "An interrupted or killed run goes on from what it had played when it is started again."
        })
public final class Main implements Callable<Integer> {
    @Mixin
    private Classpath classpath;

    @Mixin
    private Verbosity verbosity;

    @Mixin
    private OverrideOptions replaced;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "An experiment, where the driver runs.")
    private List<Path> files;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description =
                    "Holds a folder per experiment: a local path, or one of a Hadoop file system such as hdfs:///results."
                            + " Default: ${DEFAULT-VALUE}")
    private String results;

    @Option(names = "--force", description = "Overwrites results of other settings, and plays equal ones again.")
    private boolean force;

    @Option(names = "--no-charts", description = "Writes data without charts.")
    private boolean noCharts;

    @Option(names = "--debug", description = "Prints the stack trace of an error.")
    private boolean debug;

    private Main() {}

    /**
     * Plays experiments, and exits with a code unless all went well.
     *
     * @param args files and options
     */
    public static void main(String[] args) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        Main main = new Main();
        CommandLine command = new CommandLine(main);
        UsageError.useConverters(command);
        int code = command.setExpandAtFiles(false)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, arguments) -> misused(e, err))
                .setExecutionExceptionHandler((e, line, parsed) -> main.failed(e, err))
                .execute(args);
        if (code != 0) {
            System.exit(code); // else by itself: cluster managers take an exit for a failure
        }
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8), true);
    }

    private static int misused(ParameterException e, PrintWriter err) {
        err.println("kelvin: " + BadInput.visible(UsageError.text(e, List::of)) + "; see --help");
        return FailureMessage.BAD_INPUT;
    }

    private int failed(Exception e, PrintWriter err) {
        FailureMessage failure = e instanceof FailedTask task
                ? new FailureMessage(String.valueOf(task.getMessage()), task.code())
                : FailureMessage.of(e);
        err.println("kelvin: " + failure.message());
        if (debug) {
            err.println(
                    e instanceof FailedTask task
                            ? task.trace()
                            : TaskResult.of(e).trace());
        }
        return failure.code();
    }

    @Override
    public Integer call() {
        Catalog catalog = classpath.catalog();
        verbosity.detail(Build.text());
        List<ExperimentFile> all = new ArrayList<>();
        files.forEach(path -> all.add(ExperimentFile.read(path, catalog, replaced.overrides())));
        ExperimentFile.requireDistinctStems(all);
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.app.name", "kelvin " + all.get(0).stem())
                .setIfMissing("spark.driver.maxResultSize", "0") // results do not pile up
                .set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
        Path scratch = scratch();
        try (JavaSparkContext spark = new JavaSparkContext(conf);
                CancelSignal interrupt = new CancelSignal()) {
            List<String> jars = new ArrayList<>();
            for (Path jar : ClasspathFiles.in(scratch, classpath.entries())) {
                spark.addFile(jar.toString());
                jars.add(jar.getFileName().toString());
            }
            ResultsRoot root = ResultsRoot.of(results, scratch, spark.hadoopConfiguration());
            for (ExperimentFile file : all) {
                SparkRun run = new SparkRun(file, root, catalog, verbosity.out(), force);
                if (!run.play(new SparkEngine(spark, jars), interrupt)) {
                    return CancelSignal.EXIT_CODE;
                }
                run.publish(!noCharts);
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(results + ": " + IoMessage.of(e), e);
        } finally {
            FileUtil.fullyDelete(scratch.toFile());
        }
    }

    /** Provides the version of the jar, its commit and Java. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Build.text()};
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("kelvin-spark");
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder cannot be made: " + IoMessage.of(e), e);
        }
    }
}
