package kelvin.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Expected regret of slates by brute force: every choice and every reward of Bernoulli arms, step by step, weighted by its probability. */
final class ExactSlates {
    /** The slates that a learner may show, by the successes and rewards of each arm that it has seen. */
    interface Choices {
        List<Choice> of(int step, int[] successes, int[] seen);
    }

    /** One slate, in order, and how likely it is. */
    record Choice(double probability, int... arms) {}

    private final double[] means;
    private final Choices choices;
    private final boolean cascade;
    private final double cost;
    private final double best;

    /** A cascade of clicks, or a semi-bandit with a cost per arm; {@code best} is what the best slate earns. */
    ExactSlates(double[] means, Choices choices, boolean cascade, double cost, double best) {
        this.means = means;
        this.choices = choices;
        this.cascade = cascade;
        this.cost = cost;
        this.best = best;
    }

    double regret(int horizon) {
        return regret(1, horizon, new int[means.length], new int[means.length]);
    }

    private double regret(int step, int horizon, int[] successes, int[] seen) {
        double sum = 0;
        for (Choice choice : step > horizon ? List.<Choice>of() : choices.of(step, successes, seen)) {
            double later = watch(0, choice, step, horizon, successes, seen);
            sum += choice.probability * (best - mean(choice) + later);
        }
        return sum;
    }

    private double mean(Choice choice) {
        double sum = 0;
        double none = 1;
        for (int arm : choice.arms) {
            sum += means[arm] - cost;
            none *= 1 - means[arm];
        }
        return cascade ? 1 - none : sum;
    }

    /** The regret of all later steps, over the rewards of the arms from a place on. */
    private double watch(int place, Choice choice, int step, int horizon, int[] successes, int[] seen) {
        if (place == choice.arms.length) {
            return regret(step + 1, horizon, successes, seen);
        }
        int arm = choice.arms[place];
        int[] more = seen.clone();
        more[arm]++;
        int[] won = successes.clone();
        won[arm]++;
        double click =
                cascade ? regret(step + 1, horizon, won, more) : watch(place + 1, choice, step, horizon, won, more);
        return means[arm] * click + (1 - means[arm]) * watch(place + 1, choice, step, horizon, successes, more);
    }

    /** All ways to draw m arms one after the other, each the largest of those left, ties alike. */
    static List<Choice> largest(double[] indices, int m) {
        List<Choice> found = new ArrayList<>();
        extend(new Choice(1), indices, m, found);
        return found;
    }

    private static void extend(Choice begun, double[] indices, int m, List<Choice> found) {
        if (begun.arms.length == m) {
            found.add(begun);
            return;
        }
        List<Integer> ties = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < indices.length; arm++) {
            if (indices[arm] > best && !holds(begun, arm)) {
                ties.clear();
                best = indices[arm];
            }
            if (indices[arm] == best && !holds(begun, arm)) {
                ties.add(arm);
            }
        }
        for (int arm : ties) {
            int[] longer = Arrays.copyOf(begun.arms, begun.arms.length + 1);
            longer[begun.arms.length] = arm;
            extend(new Choice(begun.probability / ties.size(), longer), indices, m, found);
        }
    }

    private static boolean holds(Choice choice, int arm) {
        return Arrays.stream(choice.arms).anyMatch(each -> each == arm);
    }
}
