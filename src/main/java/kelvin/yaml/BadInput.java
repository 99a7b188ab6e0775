package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import kelvin.contract.Stability;

/** Thrown for a mistake in the input of a user; carries the complete message: where, what was found, what is allowed. */
@Stability(MAY_CHANGE)
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Controls but line ends and tabs, formats, blanks but the usual one, and letters and marks that have no shape. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[[\\p{Cc}&&[^\\n\\r\\t]]\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}[\\p{Zs}&&[^ ]]"
                    + "\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}"
                    + "\\x{E0000}-\\x{E0FFF}]");

    /**
     * An error with its complete message, in which invisible letters are made visible.
     *
     * @param message where, what was found and what is allowed
     */
    public BadInput(String message) {
        super(visible(message));
    }

    /**
     * Replaces letters that nobody can see, such as blanks of no width, by their numbers.
     *
     * @param message any text
     * @return the text with {@code [U+200B]} and the like in their place
     */
    public static String visible(String message) {
        return INVISIBLE
                .matcher(message)
                .replaceAll(found ->
                        String.format(Locale.ROOT, "[U+%04X]", found.group().codePointAt(0)));
    }

    /**
     * Returns what of a text can be seen, so that texts are equal that a reader cannot tell apart by their invisible letters.
     *
     * @param text any text
     * @return the text in composed letters (Unicode's form NFC), without invisible ones, with one blank for any blanks in a row, and
     *     none at its ends
     */
    public static String seen(String text) {
        String blanks = text.replaceAll("[\\p{Z}\\s]+", " ");
        return Normalizer.normalize(INVISIBLE.matcher(blanks).replaceAll(""), Normalizer.Form.NFC)
                .replaceAll(" +", " ")
                .strip();
    }
}
