package kelvin.shard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartWriterTest {
    private static final double SECOND = 1e9;
    private static final double MONTH = 30 * 24 * 3600 * SECOND;

    /** Files that a shard writes while it plays for so long, the one at its end included. */
    private static int files(int shards, double nanos) {
        int files = 0;
        for (double now = PartWriter.interval(0, shards); now < nanos; now += PartWriter.interval(files, shards)) {
            files++;
        }
        return files + 1;
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "16", "625", "1250", "10000"})
    void allShardsTogetherWriteNoMoreThanTenThousandFiles(int shards) {
        assertThat(shards * files(shards, MONTH)).isLessThanOrEqualTo(PartWriter.MAX_FILES);
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, 1000", "3, 1000, 1000", "16, 100, 100", "100, 50, 50"})
    void aFileIsWrittenEverySecondAtFirst(int shards, int seconds, int files) {
        assertThat(files(shards, seconds * SECOND)).isEqualTo(files);
    }
}
