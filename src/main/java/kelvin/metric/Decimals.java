package kelvin.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kelvin.numeric.ShortestDecimal;

/**
 * How many decimals of a number mean something.
 *
 * @param digits decimals, from 0 to {@value #MOST}
 */
public record Decimals(int digits) {
    private static final int MOST = 9;

    /**
     * As many as show two digits of an error, at most {@value #MOST}.
     *
     * @param standardError the error of the numbers to be shown; 2 decimals where it is 0 or {@code NaN}
     * @return the decimals
     */
    public static Decimals of(double standardError) {
        int digits = standardError > 0 ? 1 - (int) Math.floor(StrictMath.log10(standardError)) : 2;
        return new Decimals(Math.max(0, Math.min(MOST, digits)));
    }

    /**
     * Writes a number in these decimals, its shortest decimal rounded half up, with the same text in every locale and on every JDK.
     *
     * @param x any number
     * @return its text, with a minus sign proper; {@code ?} for {@code NaN}
     */
    public String text(double x) {
        if (Double.isNaN(x)) {
            return "?";
        }
        if (Double.isInfinite(x)) {
            return x < 0 ? "−∞" : "∞";
        }
        String text = new BigDecimal(ShortestDecimal.text(x))
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /**
     * A p-value after its letter: {@code < 0.001}, {@code = 0.012}, {@code = 0.34}.
     *
     * @param p in [0, 1]
     * @return relation and number
     */
    public static String pValue(double p) {
        return p < 0.001 ? "< 0.001" : "= " + new Decimals(p < 0.1 ? 3 : 2).text(p);
    }
}
