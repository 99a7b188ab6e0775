package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void whatIsNotGivenIsNamed() throws IOException {
        refused(() -> DecisionMakers.open(null, RULES, 1), "folder = null, must be given");
        refused(() -> DecisionMakers.open(folder, RULES, 1, 1, null), "clock = null, must be given");
        assertThat(folder).isEmptyDirectory();
        try (DecisionMakers makers = family(1)) {
            refused(() -> makers.listen(null), "listener = null, must be given");
            refused(() -> makers.erase("a", null), "ids = null, must be given");
            refused(() -> makers.erase("", List.of("1")), "name = 0 characters, must be 1 to 256 characters");
            assertThat(makers.prior("a")).isEmpty();
        }
        refused(() -> FamilyErasure.ids(folder, "a", null, InstantSource.system()), "ids = null, must be given");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void whatFailsForOneShardIsDoneForTheOther() throws IOException {
        List<String> names = IntStream.range(0, 8).mapToObj(i -> "context " + i).toList();
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 99, 2, InstantSource.system())) {
            for (String name : names) {
                makers.with(name, maker -> maker.decide("1"));
            }
            assertThat(makers.health()).returns(8L, FamilyHealth::waitingLines);
            Path journal = folder.resolve("shard-0000/journal-000001.jsonl");
            Path away = Files.move(journal, folder.resolve("away"));
            assertThatIOException().isThrownBy(makers::commit).withMessageContaining(journal.toString());
            FamilyFolder family = FamilyFolder.read(folder);
            List<String> written =
                    names.stream().filter(name -> family.shard(name) == 1).toList();
            assertThat(makers.names()).isEqualTo(written).isNotEmpty().hasSizeLessThan(8);
            FamilyHealth sick = makers.health();
            assertThat(sick)
                    .returns(false, FamilyHealth::healthy)
                    .returns(1L, FamilyHealth::failedWrites)
                    .returns(8, FamilyHealth::pending)
                    .returns((long) written.size(), FamilyHealth::contexts);
            assertThat(sick.lastFailure()).contains("cannot be written");
            assertThat(sick.unwrittenBytes()).isPositive();
            assertThat(sick.rememberedBytes()).isPositive();
            Files.move(away, journal);
            makers.commit();
            assertThat(makers.health())
                    .returns(true, FamilyHealth::healthy)
                    .returns(0L, FamilyHealth::unwrittenBytes)
                    .returns(8L, FamilyHealth::contexts);
        }
    }

    /** The number of shards decides where a name is looked for, so another one would lose what is there. */
    @Test
    void withoutItsFileAFamilyIsOpenedWithItsNumberOfShardsAlone() throws IOException {
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 8, 2, InstantSource.system())) {
            makers.with("a", maker -> maker.decide("1"));
        }
        Files.delete(folder.resolve("family.json"));
        for (int wrong : new int[] {3, 1, 3}) {
            assertThatIOException()
                    .isThrownBy(() -> DecisionMakers.open(folder, RULES, 8, wrong, InstantSource.system()))
                    .withMessage(folder + ": found 2 shards and no family.json, must be the " + wrong
                            + " that were asked for");
        }
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 8, 2, InstantSource.system())) {
            long decisions = makers.with("a", maker -> maker.state().decisions());
            assertThat(decisions).isEqualTo(1);
        }
    }
}
