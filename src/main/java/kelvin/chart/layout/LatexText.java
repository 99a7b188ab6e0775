package kelvin.chart.layout;

import java.util.Map;
import java.util.stream.Collectors;

/** Text in LaTeX: what has a meaning there is escaped, and Greek letters and signs of mathematics are commands that every engine has. */
final class LatexText {
    private static final Map<Integer, String> GREEK = Map.ofEntries(
            Map.entry((int) 'α', "\\alpha"),
            Map.entry((int) 'β', "\\beta"),
            Map.entry((int) 'γ', "\\gamma"),
            Map.entry((int) 'δ', "\\delta"),
            Map.entry((int) 'ε', "\\varepsilon"),
            Map.entry((int) 'η', "\\eta"),
            Map.entry((int) 'θ', "\\theta"),
            Map.entry((int) 'κ', "\\kappa"),
            Map.entry((int) 'λ', "\\lambda"),
            Map.entry((int) 'μ', "\\mu"),
            Map.entry((int) 'π', "\\pi"),
            Map.entry((int) 'ρ', "\\rho"),
            Map.entry((int) 'σ', "\\sigma"),
            Map.entry((int) 'τ', "\\tau"),
            Map.entry((int) 'φ', "\\varphi"),
            Map.entry((int) 'ω', "\\omega"),
            Map.entry((int) 'Δ', "\\Delta"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '±', "\\pm"),
            Map.entry((int) '×', "\\times"),
            Map.entry((int) '·', "\\cdot"),
            Map.entry((int) '≤', "\\leq"),
            Map.entry((int) '≥', "\\geq"),
            Map.entry((int) '∞', "\\infty"));
    private static final String SPECIAL = "&%$#_{}";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private LatexText() {}

    static String of(String text) {
        return text.codePoints().mapToObj(LatexText::of).collect(Collectors.joining());
    }

    private static String of(int letter) {
        String plain = Character.toString(letter);
        if (SPECIAL.contains(plain)) {
            return "\\" + plain;
        } else if (GREEK.containsKey(letter)) {
            return "$" + GREEK.get(letter) + "$";
        } else if (SUBSCRIPTS.contains(plain)) {
            return "$_" + SUBSCRIPTS.indexOf(plain) + "$";
        } else if (SUPERSCRIPTS.contains(plain)) {
            return "$^" + SUPERSCRIPTS.indexOf(plain) + "$";
        }
        return switch (letter) {
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '\u202F' -> "\\,";
            case '…' -> "\\ldots{}";
            case '\n', '\r' -> " ";
            default -> plain;
        };
    }
}
