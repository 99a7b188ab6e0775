package kelvin.policy;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every set of a few actions, written out: the oracle for whatever is computed without enumeration. */
public final class AllSubsets {
    private AllSubsets() {}

    public static Stream<boolean[]> of(int actions) {
        return IntStream.range(0, 1 << actions).mapToObj(bits -> subset(actions, bits));
    }

    public static Stream<boolean[]> of(int actions, int size) {
        return of(actions).filter(subset -> size(subset) == size);
    }

    private static boolean[] subset(int actions, int bits) {
        boolean[] subset = new boolean[actions];
        for (int i = 0; i < actions; i++) {
            subset[i] = (bits >> i & 1) == 1;
        }
        return subset;
    }

    public static int bits(boolean[] subset) {
        int bits = 0;
        for (int i = 0; i < subset.length; i++) {
            bits |= subset[i] ? 1 << i : 0;
        }
        return bits;
    }

    public static int size(boolean[] subset) {
        return (int) IntStream.range(0, subset.length).filter(i -> subset[i]).count();
    }
}
