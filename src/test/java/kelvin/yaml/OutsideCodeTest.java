package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The place in a user's own class where an error came from. */
class OutsideCodeTest {
    /** A compiled method that overflows the stack as it is entered has no line. */
    @ParameterizedTest
    @CsvSource({"'-1 7 9', :7", "'7 -1', :7", "'-1 -1', ''"})
    void namesTheInnermostLineThatIsKnown(String lines, String named) throws IOException {
        StackOverflowError overflow = new StackOverflowError();
        try (URLClassLoader loader = OutsideCode.loader(new URL[0], getClass().getClassLoader())) {
            overflow.setStackTrace(IntStream.of(numbers(lines))
                    .mapToObj(line ->
                            new StackTraceElement(loader.getName(), null, null, "acme.Deep", "down", "Deep.java", line))
                    .toArray(StackTraceElement[]::new));
        }
        assertThat(OutsideCode.thrown(overflow))
                .hasValue("acme.Deep.down (Deep.java" + named + ") threw StackOverflowError");
    }

    private static int[] numbers(String text) {
        return Stream.of(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
