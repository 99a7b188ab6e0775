package kelvin.chart.style;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;

/** The style of numbers on axes. */
@Stability(MAY_CHANGE)
public enum NumberStyle {
    /** Groups of three digits apart by a narrow space, from five digits on: 1000, 10 000. */
    EN("en", "\u202F", 5),
    /** Groups of three digits apart by a comma: 1,000, 10,000. */
    EN_US("en-US", ",", 4);

    private final String word;
    private final String separator;
    private final int leastDigits;

    NumberStyle(String word, String separator, int leastDigits) {
        this.word = word;
        this.separator = separator;
        this.leastDigits = leastDigits;
    }

    /**
     * Returns the style of a word.
     *
     * @throws InvalidValue if there is none
     */
    static NumberStyle of(String word) {
        return Stream.of(values())
                .filter(style -> style.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("numbers", "'" + word + "'", "one of en, en-US"));
    }

    /**
     * Formats a number.
     *
     * @param number the number, finite
     * @param decimals the number of decimals, at least 0
     * @return its digits with a decimal point, with a true minus sign where it is below 0
     */
    public String format(double number, int decimals) {
        String digits = new BigDecimal(number)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .abs()
                .toPlainString();
        int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        for (int at = point - 3; point >= leastDigits && at > 0; at -= 3) {
            text.insert(at, separator);
        }
        boolean zero = digits.chars().allMatch(c -> c == '0' || c == '.');
        return (number < 0 && !zero ? "−" : "") + text;
    }

    /** Returns an exponent in superscript digits. */
    public static String superscript(int exponent) {
        return String.valueOf(exponent)
                .chars()
                .mapToObj(letter -> letter == '-' ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(letter - '0', letter - '0' + 1))
                .collect(Collectors.joining());
    }
}
