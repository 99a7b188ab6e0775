package kelvin.experiment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import kelvin.metric.RegretPaths;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.Simulation;
import kelvin.yaml.SourceLocation;

/**
 * The memory that an experiment takes at least, by the key of its file that it grows with. An estimate from below: a learner may
 * keep more of each arm than is counted here.
 *
 * @param bytes how many, by key
 * @param found what is asked for, in words, by key
 */
record Footprint(Map<String, Double> bytes, Map<String, String> found) {
    private static final double BYTES_PER_GIB = 1L << 30;
    private static final double MIN_IN_GIB = 0.95 * (1L << 30);

    /** A mean, a gap and a rank, and a small learner's estimate and count. */
    private static final int BYTES_PER_ARM = 64;

    /** The headers of a repetition's rows. */
    private static final int BYTES_PER_REPETITION = 72;

    private static final int METRICS = 3;
    private static final int NUMBERS_PER_METRIC = 3;
    private static final int QUARTERS = 3;

    /** Of an experiment while so many threads play. */
    static Footprint of(Experiment experiment, int threads) {
        double learners = experiment.learners().size();
        double arms = experiment.actions();
        double ranks = Math.min(arms, Simulation.MAX_RANKS);
        double points = experiment.report().count(experiment.horizon());
        double parts = Math.min(
                        Simulation.blocksAhead(threads),
                        learners * experiment.repetitions().most())
                + learners * (1 + subtrees(least(experiment.repetitions())));
        double part = METRICS * NUMBERS_PER_METRIC * points + Math.min(points, Simulation.MAX_SHARE_POINTS) * ranks;
        double row = METRICS + QUARTERS + Math.min(points, RegretPaths.MAX_STEPS_KEPT);
        Map<String, Double> bytes = new LinkedHashMap<>();
        Map<String, String> found = new LinkedHashMap<>();
        bytes.put("testbed", arms * BYTES_PER_ARM * threads);
        found.put("testbed", count(arms) + " arms");
        bytes.put("report", part * Double.BYTES * parts);
        found.put("report", count(points) + " reported steps");
        int repetitions = least(experiment.repetitions());
        bytes.put("repetitions", learners * repetitions * (row * Double.BYTES + BYTES_PER_REPETITION));
        found.put(
                "repetitions",
                count(repetitions) + " repetitions of " + count(learners) + (learners == 1 ? " learner" : " learners"));
        experiment.trace().ifPresent(trace -> {
            double steps = trace.steps().count(experiment.horizon());
            double kept = 2 * parts + learners * trace.runs().size();
            bytes.put("trace", steps * (2 * ranks + 2) * Double.BYTES * kept);
            found.put("trace", count(steps) + " traced steps of " + count(ranks) + " arms");
        });
        return new Footprint(bytes, found);
    }

    /** So many merged subtrees of blocks there are at some time. */
    private static int subtrees(int repetitions) {
        int blocks = Math.max(repetitions / Simulation.REPETITIONS_PER_BLOCK, 1);
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(blocks + 1);
    }

    /** That many are played whatever the data say. */
    private static int least(ReplicationPlan repetitions) {
        return repetitions.ends()[0];
    }

    double total() {
        return bytes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Refuses what cannot fit, where the largest share of it is asked for. */
    void require(Function<String, SourceLocation> places) {
        double most = Runtime.getRuntime().maxMemory();
        if (total() > most) {
            String largest = bytes.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElseThrow();
            throw places.apply(largest)
                    .error("found " + found.get(largest) + ", which take " + words(total())
                            + " of memory or more where Java may use " + words(most)
                            + "; ask for fewer, or set JAVA_TOOL_OPTIONS=-Xmx"
                            + count(Math.ceil(2 * total() / BYTES_PER_GIB)).replace(",", "")
                            + "g on a machine that has as much");
        }
    }

    static String words(double bytes) {
        if (bytes < MIN_IN_GIB) {
            return String.format(Locale.ROOT, "%,.0f MiB", bytes / BYTES_PER_GIB * 1024);
        }
        return String.format(
                Locale.ROOT, bytes < 10 * BYTES_PER_GIB ? "%,.1f GiB" : "%,.0f GiB", bytes / BYTES_PER_GIB);
    }

    private static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }
}
