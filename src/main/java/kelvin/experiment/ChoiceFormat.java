package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of choices, what separates them, and its actions.
 *
 * @param choice the name of the column of actions: any text or whole number; empty, {@code NA} or {@code NaN} where a trial was missed
 * @param reward the name of the column of rewards: numbers, or {@code TRUE} and {@code FALSE} for 1 and 0; empty, {@code NA} or
 *     {@code NaN} where it is not known
 * @param subject the name of the column of subjects; null for {@value #SUBJECT}, if it is there
 * @param session the name of the column of sessions; null for {@value #SESSION}, if it is there
 * @param separator what separates cells
 * @param actions how many actions there were, or all of their labels with commas between them; null for those that were chosen
 */
@Stability(MAY_CHANGE)
public record ChoiceFormat(
        String choice,
        String reward,
        @Nullable String subject,
        @Nullable String session,
        char separator,
        @Nullable String actions) {
    static final String SUBJECT = "subject";
    static final String SESSION = "session";

    /** The numbers that can be fitted, in words. */
    public static final String FITTABLE = "0 or a number of size 1e-100 to 1e100";

    private static final double MIN_SIZE = 1e-100;
    private static final double MAX_SIZE = 1e100;

    /**
     * Returns true for rewards and initial values that can be fitted: squares of them and temperatures far from them are numbers.
     *
     * @param number a number
     * @return whether it is {@value #FITTABLE}
     */
    public static boolean isFittable(double number) {
        double size = Math.abs(number);
        return size == 0 || (MIN_SIZE <= size && size <= MAX_SIZE);
    }
}
