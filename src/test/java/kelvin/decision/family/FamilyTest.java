package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import kelvin.decision.DecisionMaker;
import kelvin.decision.JournalLog;
import kelvin.decision.Settings;
import kelvin.decision.State;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalSequence;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many contexts in few journals decide as each would alone, and come back as they were. */
class FamilyTest {
    private static final Settings RULES = new Settings(new Softmax(0.3), 4, Seed.of(7))
            .names(List.of("a", "b", "c", "d"))
            .remembered(50)
            .maxAge(Duration.ofSeconds(1));
    private static final List<String> NAMES =
            IntStream.range(0, 12).mapToObj(i -> "country " + i).toList();

    private final Map<String, DecisionMaker> alone = new HashMap<>();
    private long millis;
    private final InstantSource clock = () -> Instant.ofEpochMilli(millis);

    @TempDir
    private Path temporary;

    /** Calls of every kind, the same for the same numbers. */
    private static int live(DecisionMaker maker, UniformRandomProvider random, int call) {
        int kind = random.nextInt(20);
        double number = random.nextDouble();
        String earlier = "id " + (call - random.nextInt(40));
        if (kind == 0) {
            maker.setOpen(random.nextInt(3), kind % 2 == 0);
        } else if (kind == 1) {
            maker.addArm("arm " + number, number, random.nextInt(3));
        } else if (kind < 8) {
            maker.reward(earlier, number);
        } else {
            maker.decide("id " + call);
        }
        return kind;
    }

    /** Plays some calls in a family and, beside it, with a decision maker for each context. */
    private void beside(Path root, Settings rules, int from, int until) throws IOException {
        for (String name : NAMES) {
            Settings own = rules.seed(rules.seed().child(name));
            alone.compute(
                    name,
                    (n, before) -> before == null
                            ? new DecisionMaker(own, clock)
                            : new DecisionMaker(own, before.state(), clock));
        }
        try (DecisionMakers makers = DecisionMakers.open(root, rules, 3, 3, clock)) {
            for (int call = from; call < until; call++) {
                int now = call;
                millis = 7L * call;
                String name = NAMES.get(Seed.of(call).generator().nextInt(NAMES.size()));
                makers.with(name, maker -> live(maker, Seed.of(now).generator(), now));
                DecisionMaker maker = Objects.requireNonNull(alone.get(name));
                live(maker, Seed.of(now).generator(), now);
                State together = makers.with(name, DecisionMaker::state);
                assertThat(State.compare(together, maker.state())).isEmpty();
            }
        }
    }

    @Test
    void eachDecidesAsItWouldAloneAlsoAfterRestartsAndByOtherSettings() throws IOException {
        Path root = temporary.resolve("family");
        beside(root, RULES, 0, 60);
        beside(root, RULES, 60, 90);
        Settings other = new Settings(new Softmax(0.7), 9, Seed.of(7));
        beside(root, other, 90, 140);
        FamilyCheck check = FamilyCheck.of(root, RULES, other);
        assertThat(check.differences()).isEmpty();
        assertThat(check.clean()).isTrue();
        long decisions = alone.values().stream()
                .mapToLong(maker -> maker.state().decisions())
                .sum();
        assertThat(check.drawn()).isEqualTo(decisions);
        assertThat(check.contexts()).isEqualTo(NAMES.size());
        assertThat(FamilyCheck.of(root, RULES).skipped()).isGreaterThan(10);
        JournalLog log = JournalLog.read(root);
        assertThat(log.size()).isEqualTo((int) decisions);
        long learned = alone.values().stream()
                .mapToLong(maker -> maker.state().counts().learned())
                .sum();
        assertThat(log.entries().stream().filter(entry -> entry.reward() != null))
                .hasSizeGreaterThanOrEqualTo((int) learned);
    }

    private Path family(int decisions) throws IOException {
        Path root = temporary.resolve("family");
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 2, 1, clock)) {
            for (String name : NAMES) {
                for (int i = 0; i < decisions; i++) {
                    String id = "id " + i;
                    makers.with(name, maker -> maker.decide(id));
                }
                makers.save();
            }
        }
        return root.resolve("shard-0000");
    }

    private List<String> reopened() throws IOException {
        try (DecisionMakers makers = DecisionMakers.open(temporary.resolve("family"), RULES, 2, 1, clock)) {
            assertThat(makers.contexts()).isEqualTo(NAMES.size());
            assertThat(makers.names()).containsExactlyInAnyOrderElementsOf(NAMES);
            for (String name : NAMES) {
                long decisions = makers.with(name, maker -> maker.state().decisions());
                assertThat(decisions).isEqualTo(3);
            }
            return makers.notes();
        }
    }

    @Test
    void aDamagedOrMissingIndexIsMadeAgainFromTheJournals() throws IOException {
        Path shard = family(3);
        assertThat(reopened()).isEmpty();
        List<Long> numbers = IndexFile.numbers(shard);
        assertThat(numbers).hasSize(2);
        Path newest = IndexFile.file(shard, numbers.get(1));
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 5] ^= 4;
        Files.write(newest, bytes);
        assertThat(reopened())
                .containsExactly(
                        newest + ": not a whole index: found another checksum than that of its bytes; the journals"
                                + " are read instead");
        Files.delete(newest);
        Files.delete(IndexFile.file(shard, numbers.get(0)));
        assertThat(reopened()).isEmpty();
    }

    @Test
    void aFlippedBitIsFoundWhereverItIs() throws IOException {
        Path journal = family(3).resolve("journal-000013.jsonl");
        try (DecisionMakers makers = DecisionMakers.open(temporary.resolve("family"), RULES, 2, 1, clock)) {
            makers.with("country 0", maker -> maker.decide("one more"));
        }
        byte[] bytes = Files.readAllBytes(journal);
        for (int i = 0; i < bytes.length; i += 11) {
            bytes[i] ^= 1;
            Files.write(journal, bytes);
            assertThatExceptionOfType(DamagedFile.class)
                    .isThrownBy(this::reopened)
                    .withMessageContaining("journal-000013.jsonl");
            bytes[i] ^= 1;
        }
    }

    /** Of a journal before the newest index the lines are verified when a context is read back. */
    @Test
    void aDamagedLineIsFoundByTheContextThatNeedsIt() throws IOException {
        Path journal = family(3).resolve("journal-000002.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("\"propensity\":0.25", "\"propensity\":0.35"));
        try (DecisionMakers makers = DecisionMakers.open(temporary.resolve("family"), RULES, 2, 1, clock)) {
            makers.with("country 0", maker -> maker.decide("one more"));
            assertThatExceptionOfType(DamagedFile.class)
                    .isThrownBy(() -> makers.with("country 1", DecisionMaker::state))
                    .withMessageContaining("found no whole line of a context, must be as it was written");
        }
    }

    @Test
    void anotherSeedIsRefused() throws IOException {
        family(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionMakers.open(temporary.resolve("family"), RULES.seed(Seed.of(8)), 2))
                .withMessageStartingWith("seed = ")
                .withMessageContaining("that of the family's first start");
    }

    @Test
    void twoNamesOfOneHashHaveAnEntryEach() {
        ContextIndex index = new ContextIndex();
        index.put(5, 0, Place.of(1, 100));
        index.put(5, 0, Place.of(1, 200));
        index.put(5, Place.of(1, 100), Place.of(2, 300));
        assertThat(index.find(5)).containsExactlyInAnyOrder(Place.of(2, 300), Place.of(1, 200));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.put(5, Place.of(1, 100), Place.of(2, 400)))
                .withMessage("back: found [1,100], must be the newest line of the same context before this one");
        for (int i = 0; i < 1000; i++) {
            index.put(i * 7L, 0, Place.of(3, i));
        }
        assertThat(index.size()).isEqualTo(1002);
        assertThat(index.find(5)).hasSize(2);
        assertThat(index.find(700)).containsExactly(Place.of(3, 100));
        assertThat(ContextIndex.of(index.pairs()).places()).isEqualTo(index.places());
    }

    @Test
    void prunedJournalsAreGoneAndAllStatesAreThere() throws IOException {
        Path shard = family(3); // a journal each
        Path root = temporary.resolve("family");
        millis = 1000;
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 2, 1, clock)) {
            makers.with("country 1", maker -> maker.decide("later"));
            makers.save();
            assertThat(makers.prune(Instant.ofEpochMilli(-1))).isZero();
            assertThat(makers.prune(Instant.ofEpochMilli(999))).isEqualTo(12);
        }
        assertThat(JournalSequence.numbers(shard).get(0)).isEqualTo(13);
        for (int index = 0; index < 2; index++) {
            try (DecisionMakers makers = DecisionMakers.open(root, RULES, 2, 1, clock)) {
                assertThat(makers.notes()).hasSize(1).first().asString().contains("before number 13 have been pruned");
                assertThat(makers.names()).containsExactlyInAnyOrderElementsOf(NAMES);
                for (String name : NAMES) {
                    long decisions = makers.with(name, maker -> maker.state().decisions());
                    assertThat(decisions).isEqualTo(name.equals("country 1") ? 4 : 3);
                }
            }
            for (long number : IndexFile.numbers(shard)) {
                Files.delete(IndexFile.file(shard, number));
            }
        }
        FamilyCheck check = FamilyCheck.of(root, RULES);
        assertThat(check.differences()).isEmpty();
        assertThat(check.contexts()).isEqualTo(NAMES.size());
        assertThat(check.skipped()).isEqualTo(1);
    }
}
