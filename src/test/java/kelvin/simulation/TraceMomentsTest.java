package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceMomentsTest {
    private static TraceMoments of(double[]... rows) {
        TraceMoments moments = new TraceMoments();
        for (double[] row : rows) {
            moments.add(row);
        }
        return moments;
    }

    private static void assertSums(TraceMoments moments, long count, double[] means, double[] squares) {
        assertThat(moments.rows().count()).isEqualTo(count);
        assertThat(moments.rows().means()).containsExactly(means);
        assertThat(moments.rows().squares()).containsExactly(squares);
    }

    @Test
    void rowsHaveMeansAndSquaredDeviations() {
        assertSums(of(new double[] {1, 10}, new double[] {3, 10}), 2, new double[] {2, 10}, new double[] {2, 0});
        assertSums(of(new double[0], new double[0]), 0, new double[0], new double[0]);
    }

    @Test
    void laterRepetitionsAreAppendedWithTheRowsThatAreKept() {
        TraceMoments all = new TraceMoments();
        TraceMoments first = of(new double[] {1}, new double[] {3});
        first.keep(1, new double[] {3});
        TraceMoments second = of(new double[] {5}, new double[] {7});
        second.keep(3, new double[] {7});
        all.append(first);
        all.append(second);
        assertSums(all, 4, new double[] {4}, new double[] {20});
        assertThat(all.kept().keySet()).containsExactly(1, 3);
        assertThat(all.kept().get(3)).containsExactly(7);
        all.clear();
        assertThat(all.rows().count()).isZero();
        assertThat(all.kept()).isEmpty();
    }

    @Test
    void whatIsSavedReplacesWhatThereWas() {
        TraceMoments saved = of(new double[] {1, 2}, new double[] {2, 4});
        saved.keep(5, new double[] {2, 4});
        BitBuffer words = BitBuffer.empty();
        saved.writeTo(words);
        TraceMoments loaded = of(new double[] {9});
        loaded.keep(0, new double[] {9});
        loaded.readFrom(BitBuffer.of(words.all()));
        assertSums(loaded, 2, new double[] {1.5, 3}, new double[] {0.5, 2});
        assertThat(loaded.kept().keySet()).containsExactly(5);
        assertThat(loaded.kept().get(5)).containsExactly(2, 4);
    }
}
