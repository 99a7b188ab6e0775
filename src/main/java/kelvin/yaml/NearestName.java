package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.contract.Stability;

/** Finds the allowed names nearest to one that is not: "did you mean". */
@Stability(MAY_CHANGE)
public final class NearestName {
    static final int MAX_CHARACTERS = 100;

    private static final int MIN_BEGINNING = 3;

    private NearestName() {}

    /** Returns {@code ", did you mean 'x'?"} for the nearest name, or {@code "."} where none is near. */
    static String hint(String name, Collection<String> allowed) {
        return of(name, allowed).map(nearest -> question(List.of(nearest))).orElse(".");
    }

    /**
     * Asks for names as errors do.
     *
     * @param names at least one
     * @return {@code ", did you mean 'x' or 'y'?"}
     */
    public static String question(List<String> names) {
        return ", did you mean " + names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "))
                + "?";
    }

    /**
     * Finds the name that a slip of the finger may have turned into another: few letters differ and some are the same, or it is the
     * only one that begins like that.
     *
     * @param name what was written
     * @param allowed the names that could have been meant
     * @return the nearest, if it is near
     */
    public static Optional<String> of(String name, Collection<String> allowed) {
        Optional<String> near = allowed.stream()
                .filter(other -> isNear(name, other))
                .min(Comparator.comparingInt(other -> distance(name, other)));
        return near.or(() -> onlyOneThatBeginsWith(name, allowed));
    }

    private static boolean isNear(String name, String other) {
        int slips = distance(name, other);
        return slips <= Math.max(1, Math.min(name.length(), other.length()) / 3)
                && slips < Math.max(name.length(), other.length());
    }

    private static Optional<String> onlyOneThatBeginsWith(String name, Collection<String> allowed) {
        String beginning = name.toLowerCase(Locale.ROOT);
        List<String> longer = allowed.stream()
                .filter(other -> other.toLowerCase(Locale.ROOT).startsWith(beginning))
                .toList();
        return longer.size() == 1 && name.length() >= MIN_BEGINNING ? Optional.of(longer.get(0)) : Optional.empty();
    }

    /** Returns some allowed names, however far, the nearest first. */
    static List<String> nearest(String name, Collection<String> allowed, int most) {
        return allowed.stream()
                .distinct()
                .sorted(Comparator.comparingInt(other -> distance(name, other)))
                .limit(most)
                .toList();
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other, case aside. */
    private static int distance(String one, String two) {
        String a = one.substring(0, Math.min(one.length(), MAX_CHARACTERS)).toLowerCase(Locale.ROOT);
        String b = two.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
