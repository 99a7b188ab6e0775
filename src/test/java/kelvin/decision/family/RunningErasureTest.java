package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.decision.State;
import kelvin.decision.journal.FolderBytes;
import kelvin.file.Folders;
import kelvin.learner.contextual.LinUcb;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contexts are erased while others go on, and a kill at any moment leaves all of them or nothing. */
class RunningErasureTest {
    private static final Settings RULES = new Settings(new Softmax(0.3), 3, Seed.of(7)).remembered(8);
    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(1_000_000);

    @TempDir
    private Path temporary;

    private static DecisionMaker live(DecisionMaker maker, String who, int from, int until) {
        for (int i = from; i < until; i++) {
            maker.decide(who + " " + i);
            maker.reward(who + " " + i, i % 2);
        }
        return maker;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Folders.make(there);
                } else {
                    Files.copy(file, there);
                }
            }
        }
    }

    @Test
    void othersDecideMeanwhileAndAreAsTheyWouldBe() throws IOException, InterruptedException, ExecutionException {
        Path root = temporary.resolve("family");
        int threads = 3;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 3, 1, CLOCK)) {
            for (int i = 0; i < 5; i++) {
                String name = "carol " + i;
                makers.with(name, maker -> live(maker, "carol", 0, 20));
            }
            List<Future<?>> others = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String name = "dave " + thread;
                others.add(pool.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        int now = i;
                        makers.with(name, maker -> live(maker, "erin", now, now + 1));
                        makers.with("frank", maker -> maker.decide(name + now));
                    }
                    return name;
                }));
            }
            for (int i = 0; i < 5; i++) {
                assertThat(makers.erase("carol " + i)).isGreaterThanOrEqualTo(40);
                makers.erase("frank", List.of("dave 0" + i, "dave 1" + i));
            }
            for (Future<?> other : others) {
                other.get();
            }
            assertThat(makers.names()).containsExactly("dave 0", "dave 1", "dave 2", "frank");
            makers.erase("frank");
            for (int thread = 0; thread < threads; thread++) {
                String name = "dave " + thread;
                DecisionMaker alone = new DecisionMaker(RULES.seed(RULES.seed().child(name)), CLOCK);
                State same = makers.with(name, DecisionMaker::state);
                assertThat(State.compare(same, live(alone, "erin", 0, 50).state()))
                        .isEmpty();
            }
            long anew = makers.with("frank", maker -> maker.decide("new").step());
            assertThat(anew).isEqualTo(1);
            assertThat(makers.erase("nobody")).isZero();
            assertThatIllegalStateException()
                    .isThrownBy(() -> makers.with("frank", maker -> makers.erase("frank")))
                    .withMessageContaining("by an operation on itself");
        } finally {
            pool.shutdown();
        }
        assertThat(FolderBytes.of(root)).doesNotContain("carol").contains("erin 49");
        FamilyCheck check = FamilyCheck.of(root, RULES);
        assertThat(check.differences()).isEmpty();
        assertThat(check.clean()).isTrue();
        assertThat(check.contexts()).isEqualTo(10);
        assertThat(check.drawn()).isEqualTo(3 * 50 + 1);
        assertThat(check.erased()).isEqualTo(5 * 40 + 3 * 50);
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 2, 1, CLOCK)) {
            assertThat(makers.notes()).isEmpty();
            assertThat(makers.names()).containsExactly("dave 0", "dave 1", "dave 2", "frank");
        }
    }

    /** The clock is last read before the closed journals are rewritten: the copy then is of the files before the exchange. */
    @Test
    void whatIsKilledHasErasedAllOrNothing() throws IOException {
        Path root = temporary.resolve("family");
        List<Path> copies = new ArrayList<>();
        boolean[] watched = {false};
        InstantSource watching = () -> {
            if (watched[0]) {
                copies.add(temporary.resolve("before " + copies.size()));
                try {
                    copy(root, copies.get(copies.size() - 1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return CLOCK.instant();
        };
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 4, 1, watching)) {
            for (int i = 0; i < 9; i++) {
                int now = i;
                makers.with("carol", maker -> live(maker, "carol's", now, now + 1));
                makers.with("dave " + i, maker -> live(maker, "erin", 0, 2));
                if (i % 4 == 1) {
                    makers.save();
                }
            }
            watched[0] = true;
            assertThat(makers.erase("carol")).isGreaterThanOrEqualTo(18);
            watched[0] = false;
            copy(root, temporary.resolve("after"));
            copy(root, temporary.resolve("whole"));
        }
        Path after = temporary.resolve("after/shard-0000");
        List<String> names = Folders.names(after).stream()
                .filter(name -> !name.startsWith("index-"))
                .toList();
        assertThat(names).hasSizeGreaterThan(3);
        String erased = opened(temporary.resolve("whole"));
        assertThat(erased).doesNotContain("carol");
        for (int moved = -1; moved <= names.size(); moved++) {
            Path killed = temporary.resolve("killed " + moved);
            copy(copies.get(copies.size() - 1), killed);
            Path shard = killed.resolve("shard-0000");
            Path rewritten = shard.resolve(moved < 0 ? "rewriting" : "rewritten");
            Folders.make(rewritten);
            for (int i = 0; i < names.size(); i++) {
                Path to = (i < moved ? shard : rewritten).resolve(names.get(i));
                Files.write(to, Files.readAllBytes(after.resolve(names.get(i))));
            }
            String found = opened(killed);
            if (moved < 0) {
                assertThat(found).contains("carol's 8");
            } else {
                assertThat(found.startsWith(erased)).isTrue(); // and then a journal that the new index begins with
            }
        }
    }

    /** Opens a copy, and returns all that its journals hold. */
    private static String opened(Path root) throws IOException {
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 4, 1, CLOCK)) {
            assertThat(makers.names()).contains("dave 0", "dave 8");
        }
        assertThat(FamilyCheck.of(root, RULES).clean()).isTrue();
        StringBuilder journals = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                journals.append(Files.readString(file));
            }
        }
        return journals.toString();
    }

    @Test
    void aContextOfALearnerLeavesNeitherFeaturesNorItsState() throws IOException {
        Path root = temporary.resolve("learners");
        Settings learner = new Settings(new LinUcb(1, 1, Layout.DISJOINT, 1), 3, new Features(2, 0), Seed.of(1));
        try (DecisionMakers makers = DecisionMakers.open(root, learner, 1, 1, CLOCK)) {
            for (String name : List.of("carol", "dave", "carol", "dave")) {
                makers.with(name, maker -> {
                    for (int i : IntStream.range(0, 20).toArray()) {
                        String id = name + maker.state().decisions();
                        maker.decide(id, Context.of(3, 0.125 * i, name.equals("carol") ? 123.25 : 1));
                        maker.reward(id, i % 3 == 0 ? 1 : 0);
                    }
                    maker.decide(name + " waits", Context.of(3, 1, name.equals("carol") ? 123.25 : 1));
                    maker.save();
                    return maker;
                });
            }
            assertThat(FolderBytes.of(root)).contains("123.25");
            assertThat(makers.erase("carol")).isGreaterThan(80);
        }
        assertThat(FolderBytes.of(root)).doesNotContain("carol").doesNotContain("123.25");
        FamilyCheck check = FamilyCheck.of(root, learner);
        assertThat(check.differences()).isEmpty();
        assertThat(check.clean()).isTrue();
        assertThat(check.erased()).isEqualTo(81);
        assertThat(check.drawn()).isEqualTo(41);
        assertThat(check.contexts()).isEqualTo(2);
    }
}
