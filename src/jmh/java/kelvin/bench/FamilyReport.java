package kelvin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kelvin.decision.Settings;
import kelvin.decision.family.DecisionMakers;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A million contexts of one family, 10 000 of them in memory: files, bytes and heap for each, the time of a first decision with its
 * reward, of a decision of a context that has to be read back, and of opening the family again. Written to
 * {@code results/speed/family.csv}. One run, since it takes minutes; the disk's time is in it.
 *
 * <p>Arguments: the number of rounds, which is not used; then the number of contexts, a million unless told.
 */
final class FamilyReport {
    private static final Path FILE = Path.of("results", "speed", "family.csv");
    private static final Settings RULES = new Settings(new Softmax(0.2), 10, Seed.of(1));
    private static final int IN_MEMORY = 10_000;
    private static final int RETURNING = 100_000;

    private final List<String> rows = new ArrayList<>(List.of("measure,value,unit"));
    private final int contexts;
    private final Path folder;

    private FamilyReport(int contexts, Path folder) {
        this.contexts = contexts;
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException {
        int contexts = arguments.length < 2 ? 1_000_000 : Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("family");
        try {
            FamilyReport report = new FamilyReport(contexts, folder);
            report.live();
            report.again();
            Files.write(FILE, report.rows);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Work that is timed. */
    @FunctionalInterface
    private interface Timed {
        void run() throws IOException;
    }

    private void time(String measure, double per, String unit, Timed work) throws IOException {
        long start = System.nanoTime();
        work.run();
        row(measure, (System.nanoTime() - start) / per, unit);
    }

    private void row(String measure, double value, String unit) {
        String row = String.format(Locale.ROOT, "\"%s\",%.3g,%s", measure, value, unit);
        rows.add(row);
        System.out.println(row);
    }

    private static String name(int context) {
        return "visitor " + context;
    }

    private static void visit(DecisionMakers makers, int context, int visit) throws IOException {
        String id = "visit " + visit;
        makers.with(name(context), maker -> {
            maker.decide(id);
            return maker.reward(id, visit % 2);
        });
    }

    private void live() throws IOException {
        long before = heap();
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, IN_MEMORY)) {
            time("first decision of a context, with its reward", 1e3 * contexts, "µs", () -> {
                for (int context = 0; context < contexts; context++) {
                    visit(makers, context, 0);
                }
                makers.commit();
            });
            UniformRandomProvider random = Seed.of(2).generator();
            time("decision of a context that is read back, with its reward", 1e3 * RETURNING, "µs", () -> {
                for (int i = 0; i < RETURNING; i++) {
                    visit(makers, random.nextInt(contexts), 1);
                }
                makers.commit();
            });
            time("decision of a context in memory, with its reward", 1e3 * RETURNING, "µs", () -> {
                for (int i = 0; i < RETURNING; i++) {
                    visit(makers, i % (IN_MEMORY / 10), 2 + i);
                }
                makers.commit();
            });
            row("heap for each context on disk or in memory", (double) (heap() - before) / contexts, "bytes");
            time("list of all names", 1e9, "s", makers::names);
            long start = System.nanoTime();
            makers.close();
            row("closing", (System.nanoTime() - start) / 1e9, "s");
        }
        long[] files = {0, 0};
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                files[0]++;
                files[1] += Files.isRegularFile(each) ? Files.size(each) : 0;
            }
        }
        row("files and folders of the family", files[0], "");
        row("bytes on disk for each context", (double) files[1] / contexts, "bytes");
    }

    private void again() throws IOException {
        first("opening with indexes, until the first decision");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(file -> file.toString().endsWith(".bin")).toList()) {
                Files.delete(each);
            }
        }
        first("opening from all journals, until the first decision");
    }

    private void first(String measure) throws IOException {
        long start = System.nanoTime();
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, IN_MEMORY)) {
            visit(makers, contexts / 2, contexts);
            row(measure, (System.nanoTime() - start) / 1e9, "s");
        }
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
