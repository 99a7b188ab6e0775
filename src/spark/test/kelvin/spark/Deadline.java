package kelvin.spark;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions, and gives up with what was to be seen. */
final class Deadline {
    private static final Duration LONGEST = Duration.ofMinutes(8);
    private static final long POLL_MILLIS = 20;

    private Deadline() {}

    /** Polls until a condition holds. */
    static void await(String what, BooleanSupplier holds, Supplier<String> seen) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited " + LONGEST + " for " + what + "; seen was:\n" + seen.get());
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
