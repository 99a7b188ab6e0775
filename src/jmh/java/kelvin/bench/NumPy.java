package kelvin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The same work in NumPy, in a process of its own: {@code src/jmh/python/numpy_bandits.py}. */
final class NumPy {
    private static final String[] PROBE = {"python3", "-c", "import numpy"};

    private NumPy() {}

    /** Returns true if this machine has Python with NumPy. */
    static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder(PROBE)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Nanoseconds of processor time per decision. */
    static double cost(String work, int... sizes) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "src/jmh/python/numpy_bandits.py", work));
        Arrays.stream(sizes).mapToObj(String::valueOf).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            String answer = output.readLine();
            if (answer == null) {
                throw new IOException(String.join(" ", command) + " gave no answer");
            }
            return Double.parseDouble(answer.substring(0, answer.indexOf(' ')));
        }
    }
}
