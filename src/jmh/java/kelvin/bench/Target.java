package kelvin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A figure that a benchmark has to reach.
 *
 * @param name what is measured
 * @param must the bound that fails the report when it is missed; ∞ for a figure that others are compared with
 * @param goal the bound to aim for; as {@code must} where there is none
 * @param unit the unit of all three
 * @param ceiling whether figures must be at most, rather than at least, as large
 */
record Target(String name, double must, double goal, String unit, boolean ceiling) {
    static Target atMost(String name, double must, double goal, String unit) {
        return new Target(name, must, goal, unit, true);
    }

    static Target atLeast(String name, double must, double goal, String unit) {
        return new Target(name, must, goal, unit, false);
    }

    private boolean reached(double measured, double bound) {
        return ceiling ? measured <= bound : measured >= bound;
    }

    private String bound(double measured, String word, double bound) {
        return String.format(
                Locale.ROOT,
                "%s %s %.3g %s",
                word,
                ceiling ? "≤" : "≥",
                bound,
                reached(measured, bound) ? "reached" : "MISSED");
    }

    /** Prints what was measured beside the bounds. */
    private void print(double measured) {
        String bounds = (Double.isInfinite(must) ? "" : "; " + bound(measured, "must", must))
                + (goal == must ? "" : ", " + bound(measured, "goal", goal));
        System.out.printf(Locale.ROOT, "%s: %.3g %s%s%n", name, measured, unit, bounds);
    }

    /** The targets of a report, which fails loudly if one was missed. */
    static final class Checks {
        private final List<String> missed = new ArrayList<>();

        /** Prints a figure beside its target; a figure that is NaN was not measured. */
        void check(Target target, double measured) {
            if (Double.isNaN(measured)) {
                System.out.println(target.name + ": not run");
                return;
            }
            target.print(measured);
            if (!target.reached(measured, target.must)) {
                missed.add(target.name);
            }
        }

        /** Ends the program with status 1 if a target was missed. */
        void end() {
            if (!missed.isEmpty()) {
                System.out.println("missed: " + String.join("; ", missed));
                System.exit(1);
            }
        }
    }
}
