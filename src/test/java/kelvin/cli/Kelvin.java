package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The exit code and the output of a command. */
public record Kelvin(int code, String out, String err) {
    public static Kelvin run(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(args).map(String::valueOf).toArray(String[]::new);
        int code = Main.run(new PrintStream(out), new PrintStream(err), words);
        return new Kelvin(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Returns the output of a command that must succeed. */
    public static String output(Object... args) {
        Kelvin run = run(args);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }
}
