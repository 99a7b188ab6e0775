package kelvin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.shard.Shard;
import kelvin.shard.ShardRun;
import kelvin.simulation.Simulation;

/**
 * The time and memory of merging what shards or a cluster have played, written to {@code results/speed/merge.csv}: parts of the ten-armed
 * testbed, of one block of repetitions, which is the least, and of 64, which take about a second, joined in memory by the code that every
 * merge uses; and {@code kelvin merge} on the part files of many shards. Each in a JVM of its own. Fails where the time of a part grows with
 * their number.
 *
 * <p>The parts that are joined in memory are copies of one that was played; those in files have all been played. Arguments: ignored number
 * of rounds; what to do in the new JVM.
 */
final class MergeReport {
    private static final Path FILE = Path.of("results", "speed", "merge.csv");
    private static final int BLOCK = Simulation.REPETITIONS_PER_BLOCK;
    private static final int SHARDS = 1250;
    private static final int PARTS_PER_SHARD = 8;
    private static final String LABEL = "softmax";
    private static final Target LINEAR = Target.atMost("time of a part of 100 000 / of 10 000", 2, 2, "×");
    private static final String YAML = """
            question: What does merging take?
            seed: 1
            horizon: 1000
            repetitions: %d
            report: 200
            testbed: {GaussianTestbed: {arms: 10, meanStdDev: 1, rewardStdDev: 1}}
            learners: {softmax: {Softmax: {temperature: 0.2}}}
            """;

    private final List<String> rows = new ArrayList<>(
            List.of("work,parts,repetitions_a_part,bytes_a_part,seconds,processor_seconds,processor_microseconds_a_part,peak_memory_MB"));
    private final Path folder;

    private MergeReport(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length == 3) {
            int parts = Integer.parseInt(arguments[1]);
            int blocks = Integer.parseInt(arguments[2]);
            join(file(Path.of(arguments[0]), parts * blocks), parts, blocks);
            return;
        }
        Path folder = Files.createTempDirectory("kelvin");
        MergeReport report = new MergeReport(folder);
        report.joined(0, 1);
        double some = report.joined(10_000, 1);
        double many = report.joined(100_000, 1);
        report.joined(1000, 64);
        report.merged();
        Rounds.remove(folder);
        Files.write(FILE, report.rows);
        Target.Checks checks = new Target.Checks();
        checks.check(LINEAR, many / some);
        checks.end();
    }

    private static ExperimentFile file(Path folder, int blocks) throws IOException {
        Path file = Files.writeString(folder.resolve("bench.yaml"), YAML.formatted(BLOCK * Math.max(1, blocks)));
        return ExperimentFile.read(file, new Catalog(), Overrides.NONE);
    }

    private static long[] part(ExperimentFile file, int blocks) {
        return file.experiment().simulation().node(LABEL, 0, blocks * BLOCK, decisions -> {}, () -> false);
    }

    private static void join(ExperimentFile file, int parts, int blocks) {
        long[] joined = file.experiment().simulation().joined(LABEL, Collections.nCopies(parts, part(file, blocks)));
        System.out.println(joined.length + " words");
    }

    private double startup;

    /** Joins parts in a JVM of its own; returns the processor time of one, that of no part subtracted. */
    private double joined(int parts, int blocks) throws IOException, InterruptedException {
        Launch.Usage usage = Launch.java(
                List.of("-Xmx2g"),
                MergeReport.class.getName(),
                folder.toString(),
                String.valueOf(parts),
                String.valueOf(blocks));
        if (parts == 0) {
            startup = usage.user();
            return 0;
        }
        double bytes = part(file(folder, parts * blocks), blocks).length * (double) Long.BYTES;
        return add("joined in memory", parts, blocks * BLOCK, bytes, usage);
    }

    /** Plays shards of eight parts each, then merges them. */
    private void merged() throws IOException, InterruptedException {
        int parts = SHARDS * PARTS_PER_SHARD;
        ExperimentFile file = file(folder, parts);
        Path shards = folder.resolve("shards");
        for (int index = 1; index <= SHARDS; index++) {
            new ShardRun(file, shards, new Shard(index, SHARDS), new Catalog()).play(1, decisions -> {}, () -> false);
        }
        double bytes = 0;
        try (Stream<Path> all = Files.walk(shards)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(each);
            }
        }
        Launch.Usage usage = Launch.java(
                List.of("-Xmx2g"),
                "kelvin.cli.Main",
                "merge",
                shards.toString(),
                "--no-charts",
                "--results",
                folder.resolve("results").toString());
        add("kelvin merge of " + SHARDS + " files", parts, BLOCK, bytes / parts, usage);
    }

    private double add(String work, int parts, int repetitions, double bytes, Launch.Usage usage) {
        double each = (usage.user() - startup) / parts;
        rows.add(String.format(
                Locale.ROOT,
                "%s,%d,%d,%.0f,%.1f,%.1f,%.0f,%.0f",
                work,
                parts,
                repetitions,
                bytes,
                usage.wall(),
                usage.user(),
                1e6 * each,
                usage.peak() / 1e6));
        System.out.println(rows.get(rows.size() - 1));
        return each;
    }
}
