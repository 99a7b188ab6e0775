package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** Reads decimal numbers as people write them. Java's own literals are none: {@code 7d}, {@code 2f}, {@code 0x1p3}. */
@Stability(MAY_CHANGE)
public final class DecimalText {
    private DecimalText() {}

    /**
     * Reads a number, blanks around it aside.
     *
     * @param text a decimal number with or without an exponent, {@code NaN}, {@code Infinity} or {@code -Infinity}
     * @return the nearest double; infinite beyond the largest
     * @throws NumberFormatException if it is anything else
     */
    public static double parse(String text) {
        String number = text.trim();
        if (isJavas(number)) {
            throw new NumberFormatException(number);
        }
        return Double.parseDouble(number);
    }

    private static boolean isJavas(String number) {
        char last = number.isEmpty() ? ' ' : number.charAt(number.length() - 1);
        return "dDfF".indexOf(last) >= 0 || number.indexOf('x') >= 0 || number.indexOf('X') >= 0;
    }

    /**
     * Reads a finite number.
     *
     * @param text any text
     * @return the nearest double; {@code NaN} if the text is no number, or none that is finite
     */
    public static double finite(String text) {
        try {
            double number = parse(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
