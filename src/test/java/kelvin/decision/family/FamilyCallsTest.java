package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyCallsTest {
    private static final Settings RULES = new Settings(new Softmax(1), 2, Seed.of(1));

    @TempDir
    private Path folder;

    private DecisionMakers family(int inMemory) throws IOException {
        return DecisionMakers.open(folder, RULES, inMemory, 1, InstantSource.system());
    }

    @Test
    void aClosedFamilyRefusesEveryCallButThoseThatOnlyRead() throws IOException {
        DecisionMakers makers = family(2);
        makers.with("a", maker -> maker.decide("1"));
        makers.close();
        List<ThrowingCallable> calls = List.of(
                () -> makers.with("a", DecisionMaker::state),
                () -> makers.with("new", DecisionMaker::state),
                makers::inMemory,
                makers::commit,
                makers::save,
                () -> makers.prune(Instant.EPOCH));
        for (ThrowingCallable call : calls) {
            assertThatIllegalStateException()
                    .isThrownBy(call)
                    .withMessage("this family of decision makers has been closed");
        }
        makers.close();
        assertThat(makers.names()).containsExactly("a");
        assertThat(makers.contexts()).isEqualTo(1);
    }

    @Test
    void atLeastOneIsKeptInMemory() {
        assertThatIllegalArgumentException().isThrownBy(() -> family(0)).withMessage("inMemory = 0, must be >= 1");
        assertThat(folder).isEmptyDirectory();
    }

    /** Of eight a quarter goes at once, when the ninth comes, and then again when there are nine. */
    @Test
    void theLeastRecentlyUsedGoSeveralAtOnce() throws IOException {
        List<Integer> inMemory = new ArrayList<>();
        try (DecisionMakers makers = family(8)) {
            for (int i = 0; i < 12; i++) {
                makers.with("context " + i, maker -> maker.decide("1"));
                inMemory.add(makers.inMemory());
            }
            makers.commit();
            assertThat(makers.contexts()).isEqualTo(12);
        }
        assertThat(inMemory).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 7, 8, 7, 8);
    }
}
