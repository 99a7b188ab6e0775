package kelvin.bandit.testbed;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.Require;

/** Logged events: the arm taken and the reward it paid. */
final class EventLog {
    private EventLog() {}

    /** Refuses a log in which some arm never occurs, or that is not a list of pairs. */
    static void check(List<Integer> arms, String name, List<Double> paid) {
        Require.that(!arms.isEmpty(), name, arms, "at least one event");
        Require.that(
                paid.size() == arms.size(), "paid", paid.size() + " numbers", "one per event (" + arms.size() + ")");
        paid.forEach(reward -> Require.finite("paid", reward));
        BitSet seen = new BitSet();
        for (int arm : arms) {
            Require.that(arm >= 0, name, arm, ">= 0");
            seen.set(arm);
        }
        int missing = seen.nextClearBit(0);
        Require.that(
                missing == seen.length(), name, "no event of " + missing, "such that each up to the largest occurs");
    }

    /** Returns the number of arms. */
    static int arms(List<Integer> arms) {
        return arms.stream().mapToInt(arm -> arm).max().orElseThrow() + 1;
    }

    /** Returns the rewards of each arm, event by event. */
    static double[][] byArm(List<Integer> arms, List<Double> paid) {
        double[][] logged = new double[arms(arms)][];
        int[] counts = new int[logged.length];
        arms.forEach(arm -> counts[arm]++);
        Arrays.setAll(logged, arm -> new double[counts[arm]]);
        for (int event = 0; event < paid.size(); event++) {
            int arm = arms.get(event);
            logged[arm][--counts[arm]] = paid.get(event);
        }
        return logged;
    }

    static double average(double[] numbers) {
        return Arrays.stream(numbers).sum() / numbers.length;
    }
}
