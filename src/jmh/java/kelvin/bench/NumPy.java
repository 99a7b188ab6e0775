package kelvin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The same work in NumPy, in a process of its own: {@code src/jmh/python/numpy_bandits.py}. */
final class NumPy {
    private NumPy() {}

    /** Returns true if this machine has Python with NumPy. */
    static boolean installed() throws InterruptedException {
        return Launch.succeeds("python3", "-c", "import numpy");
    }

    /** Nanoseconds of processor time per decision. */
    static double cost(String work, int... sizes) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "src/jmh/python/numpy_bandits.py", work));
        Arrays.stream(sizes).mapToObj(String::valueOf).forEach(command::add);
        return Launch.number(command);
    }
}
