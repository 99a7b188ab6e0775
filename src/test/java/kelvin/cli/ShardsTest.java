package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.results.CheckpointFolder;
import kelvin.results.ResultsFolder;
import kelvin.shard.Shard;
import kelvin.shard.ShardRun;
import kelvin.simulation.RunCancelled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares of an experiment, played and merged, against one machine. */
class ShardsTest {
    private static final String TWO = """
            question: Which one?
            seed: 3
            horizon: 40
            repetitions: 77
            testbed: {GaussianTestbed: {arms: 5, meanStdDev: 1, rewardStdDev: 1}}
            learners:
              softmax: {Softmax: {temperature: 0.2}}
              ucb: {Ucb1: {}}
            """;
    private static final String SWEEP =
            TWO + "sweep: {temperature: {learners.softmax.Softmax.temperature: [0.1, 0.4]}}\n";
    private static final String TRACE = TWO + "trace: {steps: 10, runs: [0, 50]}\n";
    private static final String UNTIL = TWO.replace("77", "{until: {halfWidth: 2, min: 70, max: 300}}");
    private static final String AGENT = """
            question: Which path?
            seed: 1
            horizon: 20
            repetitions: 20
            testbed: {CliffWalking: {}}
            learners:
              sarsa: {Sarsa: {policy: {EpsilonGreedy: {epsilon: 0.1}}, stepSize: 0.5}}
            """;
    private static final String CONTEXT = """
            question: What do contexts tell?
            seed: 1
            horizon: 30
            repetitions: 19
            testbed: {LinearContexts: {arms: 2, shared: 2, weights: [[0.25, 0.5], [0, -0.5]], noise: 0.5}}
            learners:
              LinUCB: {LinUcb: {bonus: 1}}
            """;

    @TempDir
    private Path folder;

    private Path shared;

    @BeforeEach
    void make() {
        shared = folder.resolve("shared");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), text);
    }

    private Kelvin run(Path file, Object... more) {
        return Kelvin.run(Stream.concat(Stream.of("run", file, "--no-charts"), Stream.of(more))
                .toArray());
    }

    private Kelvin play(Path file, int index, int count) {
        return run(file, "--shard", index + "/" + count, "--results", shared);
    }

    private Kelvin merge() {
        return Kelvin.run("merge", shared, "--no-charts", "--results", folder.resolve("merged"));
    }

    /** The data of results, without the manifest, which says when and how fast. */
    private static List<String> data(Path results) {
        try (Stream<Path> files = Files.list(results.resolve("mine"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .map(file -> file.getFileName() + "\n" + text(file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertMergedAsAtOnce(Path file) {
        assertThat(run(file, "--results", folder.resolve("once"))).returns(0, Kelvin::code);
        assertThat(merge()).returns(0, Kelvin::code);
        assertThat(data(folder.resolve("merged")))
                .isEqualTo(data(folder.resolve("once")))
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {TWO, SWEEP, TRACE, AGENT, CONTEXT})
    void threeSharesGiveTheBytesOfOneMachine(String text) throws IOException {
        Path file = file(text);
        for (int index : List.of(2, 3, 1)) {
            assertThat(play(file, index, 3)).returns(0, Kelvin::code);
        }
        assertMergedAsAtOnce(file);
    }

    @Test
    void sharesMayBeInSeveralFolders() throws IOException {
        Path file = file(TWO);
        for (int index = 1; index <= 4; index++) {
            run(file, "--shard", index + "/4", "--results", shared.resolve("" + index % 3));
        }
        run(file, "--results", folder.resolve("once"));
        assertThat(Kelvin.run(
                        "merge",
                        shared.resolve("2"),
                        shared.resolve("0/mine.shards"),
                        shared.resolve("1"),
                        "--no-charts",
                        "--results",
                        folder.resolve("merged")))
                .returns(0, Kelvin::code);
        assertThat(data(folder.resolve("merged"))).isEqualTo(data(folder.resolve("once")));
    }

    /** Each share is cancelled after some steps, over and over, until it is done. */
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2"})
    void cancelledSharesGoOnFromWhatTheyWrote(int count, int seed) throws IOException {
        Path path = file(SWEEP);
        Random random = new Random(seed);
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, count).boxed().toList());
        Collections.shuffle(order, random);
        int cancelled = 0;
        Catalog catalog = new Catalog();
        ExperimentFile file = ExperimentFile.read(path, catalog, Overrides.NONE);
        for (int index : order) {
            boolean done = false;
            while (!done) {
                AtomicInteger left = new AtomicInteger(500 + random.nextInt(4000));
                try {
                    new ShardRun(file, shared, new Shard(index, count), catalog)
                            .play(1, steps -> left.addAndGet((int) -steps - 1), () -> left.get() < 0);
                    done = true;
                } catch (RunCancelled stopped) {
                    cancelled++;
                }
            }
        }
        assertThat(cancelled).isPositive();
        assertMergedAsAtOnce(path);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Path file = file(TWO);
        play(file, 1, 3);
        assertThat(merge())
                .returns(2, Kelvin::code)
                .extracting(Kelvin::err)
                .asString()
                .contains(
                        "mine.shards: missing are 'softmax', repetitions 8 to 23",
                        "repetitions 72 to 76; run every shard again");
        assertThat(folder.resolve("merged/mine/curves.csv")).doesNotExist();
    }

    @Test
    void aStoppingRuleLooksAtEachMerge() throws IOException {
        Path file = file(UNTIL);
        int merges = 0;
        Kelvin merged;
        do {
            play(file, 1, 2);
            play(file, 2, 2);
            merged = merge();
            merges++;
        } while (merged.err()
                .contains("interim look " + merges + " asks for more repetitions: 'softmax', repetitions "));
        assertThat(merged).returns(0, Kelvin::code);
        assertThat(merges).isGreaterThan(2);
        run(file, "--results", folder.resolve("once"));
        assertThat(data(folder.resolve("merged"))).isEqualTo(data(folder.resolve("once")));
    }

    /** From 70 to 140 repetitions of 40 steps, two learners, and the block again in which the first look fell. */
    @Test
    void anotherLookPlaysNothingAgain() throws IOException {
        Path path = file(UNTIL);
        IntStream.rangeClosed(1, 3).forEach(index -> play(path, index, 3));
        assertThat(merge().err()).contains("interim look 1 asks for more repetitions");
        Catalog catalog = new Catalog();
        ExperimentFile file = ExperimentFile.read(path, catalog, Overrides.NONE);
        assertThat(IntStream.rangeClosed(1, 3)
                        .mapToLong(index -> new ShardRun(file, shared, new Shard(index, 3), catalog).left())
                        .sum())
                .isEqualTo(2 * 40 * (140 - 64));
    }

    @Test
    void othersSharesAreRefused() throws IOException {
        play(file(TWO), 1, 2);
        assertThat(play(file(TWO.replace("seed: 3", "seed: 4").replace("40", "41")), 2, 2))
                .returns(2, Kelvin::code)
                .extracting(Kelvin::err)
                .asString()
                .contains("mine.shards: holds shards of another experiment (seed, horizon)");
        assertThat(play(file(TWO.replace("Which one?", "Which?")), 2, 2)).returns(0, Kelvin::code);
        Path description = shared.resolve("mine.shards/shards.json");
        String text = text(description);
        Files.writeString(description, text.replaceFirst("\"java\": \"[0-9]+", "\"java\": \"99"));
        assertThat(merge().err()).contains("mine.shards: was played by java 99").contains("all shards need the same");
        Files.writeString(description, text.replaceFirst("\"code\": \"", "\"code\": \"0"));
        assertThat(merge().err()).contains("mine.shards: was played by other code");
        Files.writeString(description, text.substring(1));
        assertThat(merge().err()).contains("shards.json: is damaged");
    }

    @Test
    void damagedPartsArePlayedAgain() throws IOException {
        Path file = file(TWO);
        play(file, 1, 1);
        Path part = shared.resolve("mine.shards/1-of-1-00000.part");
        byte[] bytes = Files.readAllBytes(part);
        byte[] changed = bytes.clone();
        changed[bytes.length - 3] ^= 1;
        Files.write(part, changed);
        assertThat(merge().err()).contains("1-of-1-00000.part: is damaged; delete it and play its shard again");
        Files.write(part, Arrays.copyOf(bytes, 100));
        assertThat(merge().err()).contains("missing are 'softmax', repetitions 0 to 76; 'ucb', repetitions 0 to 76");
        play(file, 1, 1);
        assertMergedAsAtOnce(file);
    }

    @Test
    void sharesOfOtherCountsGoTogether() throws IOException {
        Path file = file(TWO.replace("77", "700"));
        play(file, 1, 1);
        Files.delete(shared.resolve("mine.shards/1-of-1-00000.part"));
        play(file, 1, 2);
        play(file, 2, 2);
        play(file, 1, 3);
        assertMergedAsAtOnce(file);
    }

    @Test
    void aFailingLearnerIsNamedAndTheRestKept() throws IOException {
        Path file = file(TWO.replace("ucb: {Ucb1: {}}", "late: {mine.FailsLate: {}}"));
        assertThat(play(file, 1, 1))
                .returns(1, Kelvin::code)
                .extracting(Kelvin::err)
                .asString()
                .contains("learner 'late', repetition 0: ", "gave up at step 20");
        assertThat(merge().err()).contains("missing are 'late', repetitions 0 to 76;");
    }

    @Test
    void twoMergesAtOnceDoNotMix() throws IOException {
        Path file = file(TWO);
        play(file, 1, 1);
        ResultsFolder results = new ResultsFolder(folder.resolve("merged/mine"));
        CheckpointFolder held = results.reserve(new Catalog());
        assertThat(merge().err()).contains("merged/mine: another run is writing there");
        held.close();
        assertMergedAsAtOnce(file);
        assertThat(merge().out()).contains("holds these results already");
    }
}
