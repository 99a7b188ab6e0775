package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.learner.index.Ucb1;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerProgressTest {
    private static final int BLOCK = Simulation.REPETITIONS_PER_BLOCK;
    private static final long[] REPORT = {1, 10, 50};
    private static final Scenario SCENARIO = Scenario.of(new GaussianTestbed(10, 0, 1, 1), Map.of("UCB1", new Ucb1()));

    private static LearnerProgress empty() {
        return new LearnerProgress(SCENARIO, "UCB1", REPORT);
    }

    private static RunStatistics played(int first, int repetitions) {
        return new Block(
                        SCENARIO,
                        "UCB1",
                        Seed.of(1),
                        50,
                        Tracing.NONE,
                        empty().part(),
                        first,
                        first + repetitions,
                        steps -> {})
                .get();
    }

    private static RunStatistics block(int number) {
        return played(number * BLOCK, BLOCK);
    }

    /** Merges the blocks from one to before another as a node's owner does who has no others. */
    private static RunStatistics node(int from, int to) {
        if (to - from == 1) {
            return block(from);
        }
        int middle = from + Math.max(Integer.highestOneBit(to - from - 1), 1);
        RunStatistics left = node(from, middle);
        left.append(node(middle, to));
        return left;
    }

    private static LearnerProgress progress(List<Integer> order) {
        LearnerProgress progress = empty();
        order.forEach(number -> progress.add(number * BLOCK, block(number)));
        return progress;
    }

    private static List<Integer> forwards(int blocks) {
        return IntStream.range(0, blocks).boxed().toList();
    }

    /** All numbers but the time that playing took, which is the last. */
    private static long[] bits(RunStatistics part) {
        BitBuffer words = BitBuffer.empty();
        part.writeTo(words);
        long[] all = words.all();
        all[all.length - 1] = 0;
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 11})
    void nodesMayBeMergedByWhoeverHasPlayedThem(int blocks) {
        assertThat(bits(progress(forwards(blocks)).whole())).isEqualTo(bits(node(0, blocks)));
    }

    @Test
    void theOrderInWhichBlocksArriveDoesNotMatter() {
        assertThat(bits(progress(List.of(5, 3, 0, 6, 1, 2, 4)).whole())).isEqualTo(bits(node(0, 7)));
    }

    @Test
    void anUnfinishedBlockIsMergedFromTheRight() {
        LearnerProgress progress = progress(forwards(3));
        progress.add(3 * BLOCK, played(3 * BLOCK, 3));
        RunStatistics right = block(2);
        right.append(played(3 * BLOCK, 3));
        RunStatistics whole = node(0, 2);
        whole.append(right);
        assertThat(bits(progress.whole())).isEqualTo(bits(whole));
        assertThat(progress.repetitions()).isEqualTo(3 * BLOCK + 3);
    }

    @Test
    void aCheckpointGoesOnWithTheSameBits() {
        LearnerProgress resumed = empty();
        LearnerProgress saved = progress(List.of(0, 1, 2, 4));
        assertThat(resumed.resume(BitBuffer.of(saved.words().all()), 11 * BLOCK))
                .isEqualTo(4 * BLOCK);
        resumed.add(3 * BLOCK, block(3));
        assertThat(bits(resumed.whole())).isEqualTo(bits(node(0, 5)));
    }

    @Test
    void aCheckpointBeyondTheRepetitionsWantedIsLeft() {
        BitBuffer saved = progress(List.of(0, 1, 2, 4)).words();
        LearnerProgress few = empty();
        assertThat(few.resume(BitBuffer.of(saved.all()), 5 * BLOCK - 1)).isEqualTo(4 * BLOCK);
        assertThat(few.kept()).isZero();
        LearnerProgress enough = empty();
        enough.resume(BitBuffer.of(saved.all()), 5 * BLOCK);
        assertThat(enough.kept()).isEqualTo(4 * BLOCK);
        assertThat(enough.repetitions()).isEqualTo(3 * BLOCK);
        assertThat(enough.nanos()).isPositive();
    }

    @Test
    void aBlockGoesOnFromACopyOfWhatWasPlayedOfIt() {
        LearnerProgress progress = progress(forwards(1));
        progress.add(BLOCK, played(BLOCK, 3));
        assertThat(progress.played(0)).isEqualTo(BLOCK);
        assertThat(progress.played(BLOCK)).isEqualTo(3);
        assertThat(progress.played(2 * BLOCK)).isZero();
        RunStatistics copy = progress.begun(BLOCK);
        assertThat(bits(copy)).isEqualTo(bits(played(BLOCK, 3)));
        copy.append(played(BLOCK + 3, 1));
        assertThat(progress.kept()).isEqualTo(BLOCK + 3);
        assertThat(progress.begun(2 * BLOCK).repetitions()).isZero();
    }

    @Test
    void mergedBlocksAreClearedAndUsedAgain() {
        LearnerProgress progress = progress(forwards(2));
        RunStatistics spare = progress.begun(2 * BLOCK);
        assertThat(bits(spare)).isEqualTo(bits(empty().part()));
        assertThat(progress.begun(2 * BLOCK)).isNotSameAs(spare);
    }

    /** The twin: merged one after the other, the last bits are others. */
    @Test
    void anotherOrderOfMergingIsCaught() {
        RunStatistics row = block(0);
        for (int number = 1; number < 7; number++) {
            row.append(block(number));
        }
        assertThat(bits(row)).isNotEqualTo(bits(node(0, 7)));
    }
}
