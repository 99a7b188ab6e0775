package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Checks of the ranges of parameters. */
public final class Ranges {
    public static final String POSITIVE = "finite and > 0";
    public static final String NOT_NEGATIVE = "finite and >= 0";

    private Ranges() {}

    /** Asserts that each creation is refused for the same value of a parameter. */
    public static void refused(String name, String found, String allowed, ThrowingCallable... creations) {
        assertThat(Arrays.stream(creations)
                        .map(each -> String.valueOf(catchThrowable(each)).replaceFirst("^\\S+: ", "")))
                .containsOnly(name + " = " + found + ", must be " + allowed);
    }
}
