package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is done after the end, and nobody is told that it was. */
class ClosedTest {
    @TempDir
    private Path folder;

    private static void everyCallIsRefused(DecisionMaker maker) throws IOException {
        maker.decide("a");
        maker.close();
        List<ThrowingCallable> calls = List.of(
                () -> maker.decide("a"),
                () -> maker.decide("b"),
                () -> maker.reward("a", 1),
                () -> maker.addArm(0, 0),
                () -> maker.setOpen(0, false),
                maker::probabilities,
                maker::state,
                maker::notes,
                maker::commit,
                maker::save);
        for (ThrowingCallable call : calls) {
            assertThatIllegalStateException().isThrownBy(call).withMessage("this decision maker has been closed");
        }
        maker.close();
    }

    @Test
    void inMemory() throws IOException {
        everyCallIsRefused(new DecisionMaker(Samples.RULES));
    }

    @Test
    void withAFolder() throws IOException {
        everyCallIsRefused(DecisionMaker.open(folder, Samples.RULES));
        try (DecisionMaker maker = DecisionMaker.open(folder, Samples.RULES)) {
            assertThat(maker.state().decisions()).isEqualTo(1);
            assertThat(maker.state().counts()).isEqualTo(DecisionCounts.NONE);
        }
    }
}
