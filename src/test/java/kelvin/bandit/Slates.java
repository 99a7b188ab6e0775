package kelvin.bandit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.bandit.slate.SlateBandit;
import kelvin.contract.Slate;

/** Every slate there is, and what it pays. */
public final class Slates {
    private Slates() {}

    public static Slate of(int actions, int... members) {
        Slate slate = new Slate(actions);
        IntStream.of(members).forEach(slate::add);
        return slate;
    }

    /** All ordered choices of {@code least} to {@code most} of n actions. */
    public static List<Slate> all(int actions, int least, int most) {
        List<Slate> found = new ArrayList<>();
        extend(new Slate(actions), actions, least, most, found);
        return found;
    }

    private static void extend(Slate slate, int actions, int least, int most, List<Slate> found) {
        if (slate.size() >= least) {
            found.add(slate);
        }
        for (int action = 0; action < actions && slate.size() < most; action++) {
            if (!slate.contains(action)) {
                Slate longer = slate.copy();
                longer.add(action);
                extend(longer, actions, least, most, found);
            }
        }
    }

    /** The largest mean of any slate, by trying all. */
    public static double best(SlateBandit bandit, int least, int most) {
        return all(bandit.arms(), least, most).stream()
                .mapToDouble(bandit::mean)
                .max()
                .orElseThrow();
    }

    /** Returns the distance of a slate's average payoff over many steps from a number, in standard errors. */
    public static double deviation(SlateBandit bandit, double expected, int... members) {
        int steps = 20_000;
        double sum = 0;
        double squares = 0;
        for (int step = 1; step <= steps; step++) {
            bandit.advance(step);
            Slate slate = of(bandit.arms(), members);
            bandit.show(slate);
            sum += slate.payoff();
            squares += slate.payoff() * slate.payoff();
        }
        double mean = sum / steps;
        return Math.abs(mean - expected) / Math.sqrt((squares / steps - mean * mean) / steps);
    }
}
