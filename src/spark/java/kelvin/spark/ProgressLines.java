package kelvin.spark;

import java.io.PrintWriter;
import java.util.function.LongConsumer;
import kelvin.cli.text.HumanUnits;

/** Prints a line every few seconds: the share done, the speed and the remaining time. */
final class ProgressLines implements LongConsumer {
    private static final long EVERY_NANOS = 10_000_000_000L;

    private final String name;
    private final String unit;
    private final long before;
    private final long total;
    private final PrintWriter out;
    private final long start = System.nanoTime();
    private long due = start + EVERY_NANOS;
    private long done;

    /** Lines about an experiment of which some work was done before. */
    ProgressLines(String name, String unit, long before, long total, PrintWriter out) {
        this.name = name;
        this.unit = unit;
        this.before = before;
        this.total = total;
        this.out = out;
    }

    @Override
    public void accept(long work) {
        done += work;
        long now = System.nanoTime();
        if (now - due >= 0) {
            due = now + EVERY_NANOS;
            double rate = done / ((now - start) / 1e9);
            out.println(name + ": " + 100 * (before + done) / total + " % of " + HumanUnits.count(total) + " " + unit
                    + ", " + HumanUnits.rounded(rate) + " " + unit + "/s, "
                    + HumanUnits.clock((total - before - done) / rate) + " left");
        }
    }
}
