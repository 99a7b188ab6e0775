package kelvin.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A block is eight runs of a learner; two threads may be up to nine blocks ahead of the first unfinished one. */
class BlockScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "1, 8, 1, 8", // one block
        "1, 8, 4, 8", // it cannot be divided
        "1, 16, 2, 8",
        "1, 20, 2, 12", // eight and four runs after eight
        "1, 3, 2, 3"
    })
    void blocksOfOneLearnerAreSharedOut(double run, int repetitions, int threads, double seconds) {
        assertThat(BlockSchedule.seconds(List.of(run), repetitions, threads)).isCloseTo(seconds, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 88", "2, 80", "3, 80"})
    void theSlowestLearnerBoundsAll(int threads, double seconds) {
        assertThat(BlockSchedule.seconds(List.of(10.0, 0.5, 0.5), 8, threads)).isCloseTo(seconds, within(1e-12));
    }

    /** Nine blocks at once: the slow one and eight quick ones, one second in all; then nobody has work before 80 s. */
    @Test
    void quickLearnersWaitForASlowOneFarBehind() {
        List<Double> runs = Stream.concat(
                        Stream.of(10.0), Stream.generate(() -> 1 / 64.0).limit(16))
                .toList();
        assertThat(BlockSchedule.seconds(runs, 8, 2)).isCloseTo(80 + 4 / 8.0, within(1e-12));
    }
}
