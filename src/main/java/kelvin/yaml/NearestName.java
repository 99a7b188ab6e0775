package kelvin.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** "Did you mean": the nearest of some allowed names. */
final class NearestName {
    private NearestName() {}

    /** {@code ", did you mean 'x'?"} for the nearest name, or {@code "."} where none is near. */
    static String hint(String name, Collection<String> allowed) {
        return allowed.stream()
                .filter(other -> distance(name, other) <= Math.max(1, Math.min(name.length(), other.length()) / 3))
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .map(nearest -> ", did you mean '" + nearest + "'?")
                .orElse(".");
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other, case aside. */
    private static int distance(String one, String two) {
        String a = one.substring(0, Math.min(one.length(), 100)).toLowerCase(Locale.ROOT);
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
