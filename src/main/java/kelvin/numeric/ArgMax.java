package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/** The arg max of an array, ties broken uniformly at random; a single largest uses no random number. */
@Stability(MAY_CHANGE)
public final class ArgMax {
    private ArgMax() {}

    /**
     * Returns the index of the largest number; −∞ stands for a closed action and never wins while another is open.
     *
     * @param numbers at least one; none {@code NaN}
     * @param random the source of one number where the largest is tied
     * @return an index of the largest number, each as likely as the others
     */
    public static int of(double[] numbers, UniformRandomProvider random) {
        double best = Double.NEGATIVE_INFINITY;
        int ties = 0;
        int last = 0;
        for (int i = 0; i < numbers.length; i++) {
            double number = numbers[i];
            if (number >= best) {
                ties = number > best ? 1 : ties + 1;
                best = number;
                last = i;
            }
        }
        return ties == 1 ? last : tied(numbers, best, random.nextInt(ties));
    }

    private static int tied(double[] numbers, double best, int place) {
        int skip = place;
        int i = 0;
        while (numbers[i] != best || skip-- > 0) {
            i++;
        }
        return i;
    }

    /**
     * Writes the probability with which {@link #of} returns each index: the largest numbers share 1 equally.
     *
     * @param numbers at least one number above −∞
     * @param out as long; may be the same array
     */
    public static void shares(double[] numbers, double[] out) {
        double best = Double.NEGATIVE_INFINITY;
        int ties = 0;
        for (double number : numbers) {
            ties = number > best ? 1 : number == best ? ties + 1 : ties;
            best = Math.max(best, number);
        }
        for (int i = 0; i < numbers.length; i++) {
            out[i] = numbers[i] == best ? 1.0 / ties : 0;
        }
    }
}
