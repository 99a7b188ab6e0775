package kelvin.learner;

import kelvin.policy.Greedy;
import org.apache.commons.rng.UniformRandomProvider;

/** The largest of some numbers, ties broken uniformly at random; a single largest uses no random number. */
final class Best {
    private Best() {}

    /** The place of the largest number; −∞ stands for a closed action and never wins while another is open. */
    static int of(double[] numbers, UniformRandomProvider random) {
        double best = Double.NEGATIVE_INFINITY;
        int ties = 0;
        for (double number : numbers) {
            ties = number > best ? 1 : number == best ? ties + 1 : ties;
            best = Math.max(best, number);
        }
        int skip = ties > 1 ? random.nextInt(ties) : 0;
        int i = 0;
        while (numbers[i] != best || skip-- > 0) {
            i++;
        }
        return i;
    }

    /** The probability with which {@link #of} answers each place; may be the same array. */
    static void shares(double[] numbers, double[] out) {
        new Greedy().probabilities(numbers, out);
    }
}
