package kelvin.simulation;

import java.util.SortedMap;
import java.util.TreeMap;
import kelvin.numeric.Moments;

/** The moments of rows that runs record beside their metrics, and a few of these rows by themselves. */
final class TraceMoments {
    private final SortedMap<Integer, double[]> kept = new TreeMap<>();
    private Moments rows = new Moments(0);

    /** Adds the row of a run; rows are equally long, and an empty one changes nothing. */
    void add(double[] row) {
        if (row.length > 0) {
            if (rows.count() == 0) {
                rows = new Moments(row.length);
            }
            rows.add(row);
        }
    }

    void keep(int repetition, double[] row) {
        kept.put(repetition, row);
    }

    /** Merges the moments of the repetitions that come after. */
    void append(TraceMoments next) {
        if (rows.count() == 0) {
            rows = next.rows;
        } else {
            rows.merge(next.rows);
        }
        kept.putAll(next.kept);
    }

    void clear() {
        rows = new Moments(0);
        kept.clear();
    }

    void writeTo(BitBuffer words) {
        double[] means = rows.means();
        words.write(means.length);
        words.write(rows.count());
        words.write(means);
        words.write(rows.squares());
        words.write(kept.size());
        kept.forEach((repetition, row) -> {
            words.write(repetition);
            words.write(row);
        });
    }

    void readFrom(BitBuffer words) {
        int length = (int) words.read();
        long count = words.read();
        rows = new Moments(words.read(length), words.read(length), count);
        kept.clear();
        for (long left = words.read(); left > 0; left--) {
            kept.put((int) words.read(), words.read(length));
        }
    }

    Moments rows() {
        return rows;
    }

    SortedMap<Integer, double[]> kept() {
        return kept;
    }
}
