package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.ContractViolation;
import org.junit.jupiter.api.Test;
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

    private static <T extends Throwable> T thrownIn(String loader, T failure) {
        failure.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("app", null, null, "kelvin.Any", "run", "Any.java", 3),
            new StackTraceElement(loader, null, null, "acme.Mine", "select", null, 17)
        });
        return failure;
    }

    @Test
    void onlyAUsersOwnClassIsNamed() {
        assertThat(OutsideCode.thrown(thrownIn("app", new ArithmeticException("/ by zero"))))
                .isEmpty();
        assertThat(OutsideCode.thrown(thrownIn("--classpath", new ArithmeticException("/ by zero"))))
                .hasValue("acme.Mine.select (no source:17) threw ArithmeticException: / by zero");
    }

    @Test
    void theCauseIsNamedWhereItIsTheirs() {
        Throwable theirs = thrownIn("--classpath", new ArithmeticException("/ by zero"));
        assertThat(OutsideCode.thrown(thrownIn("app", new IllegalStateException(theirs))))
                .hasValueSatisfying(text -> assertThat(text).endsWith("threw ArithmeticException: / by zero"));
        Throwable said = new ContractViolation("culprit", "select", "2", "be 1");
        assertThat(OutsideCode.thrown(thrownIn("app", new IllegalStateException(said))))
                .isEmpty();
        assertThat(OutsideCode.thrown(thrownIn("--classpath", said))).isEmpty();
    }

    @Test
    void classesAreLookedForWhereTheyAreSaidToBe() throws IOException {
        ClassLoader own = getClass().getClassLoader();
        URL[] places = {new URL("file:/lib/b.jar"), new URL("file:/lib/a%20b/")};
        try (URLClassLoader loader = OutsideCode.loader(places, own);
                URLClassLoader other = new URLClassLoader("other", places, own)) {
            assertThat(OutsideCode.places(loader)).containsExactly(Path.of("/lib/b.jar"), Path.of("/lib/a b"));
            assertThat(OutsideCode.searched(loader))
                    .isEqualTo(" in /lib/b.jar, /lib/a b, where --classpath says it is");
            assertThat(OutsideCode.places(other)).isEmpty();
        }
        assertThat(OutsideCode.places(own)).isEmpty();
        assertThat(OutsideCode.searched(own)).isEqualTo("; --classpath says where your own are");
    }

    @Test
    void aClassIsFoundByTheNameThatJavaHas() throws ClassNotFoundException {
        ClassLoader own = getClass().getClassLoader();
        assertThat(OutsideCode.find("[D", own)).isEqualTo(double[].class);
        assertThat(OutsideCode.find("java.lang.String", own)).isEqualTo(String.class);
    }
}
