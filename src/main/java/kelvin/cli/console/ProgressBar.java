package kelvin.cli.console;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import kelvin.cli.text.HumanUnits;
import kelvin.contract.Stability;

/**
 * A progress bar on one line: the share done, the speed, and the remaining time. Work that was found done counts as done but not for
 * the speed.
 */
@Stability(INTERNAL)
public final class ProgressBar implements LongConsumer, AutoCloseable {
    private static final long FIRST_NANOS = 1_000_000_000;
    private static final long EVERY_NANOS = 100_000_000;
    private static final int WIDTH = 30;
    private static final String CLEAR = "\r" + " ".repeat(79) + "\r";

    private final long total;
    private final String what;
    private final boolean exact;
    private final Colours colours;
    private final PrintWriter err;
    private final LongSupplier nanos;
    private final long start;
    private final LongAdder done = new LongAdder();
    private final LongAdder found = new LongAdder();
    private final AtomicLong due;
    private boolean shown;
    private boolean closed;

    /**
     * Creates a bar that appears after one second, which short runs never reach.
     *
     * @param total the work in all
     * @param what the unit of work, in the plural
     * @param exact whether the total is known; else it is an upper bound
     * @param colours colours the bar
     * @param err receives the bar
     * @param nanos a clock
     */
    public ProgressBar(long total, String what, boolean exact, Colours colours, PrintWriter err, LongSupplier nanos) {
        this.total = total;
        this.what = what;
        this.exact = exact;
        this.colours = colours;
        this.err = err;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.due = new AtomicLong(start + FIRST_NANOS);
    }

    /**
     * Counts work that an earlier run has done.
     *
     * @param decisions the work
     */
    public void found(long decisions) {
        found.add(decisions);
    }

    /** Counts finished work from any thread; one of them draws. */
    @Override
    public void accept(long decisions) {
        done.add(decisions);
        long now = nanos.getAsLong();
        long next = due.get();
        if (now - next >= 0 && due.compareAndSet(next, now + EVERY_NANOS)) {
            draw(done.sum(), (now - start) / 1e9);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (shown) {
            err.print(CLEAR);
            err.flush();
        }
    }

    private synchronized void draw(long now, double seconds) {
        if (closed) {
            return;
        }
        shown = true;
        long before = found.sum();
        double share = Math.min(1, (double) (before + now) / total);
        int full = (int) (share * WIDTH);
        double rate = now / seconds;
        err.print(CLEAR + "[" + colours.bar("=".repeat(full)) + " ".repeat(WIDTH - full) + "] " + (int) (100 * share)
                + " %  "
                + HumanUnits.rounded(rate) + " " + what + "/s  " + (exact ? "" : "at most ")
                + HumanUnits.clock(Math.max(0, total - before - now) / rate)
                + " left");
        err.flush();
    }
}
