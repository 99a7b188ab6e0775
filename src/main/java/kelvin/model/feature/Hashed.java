package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Any number of names and categories in 2<sup>b</sup> features, by hashing.
 *
 * <pre>
 *   feature i = Σ sign(h)·x over the values whose hash h falls into place i
 *   a category: h = hash(seed, name, category), x = 1;   a Java number: h = hash(seed, name), x = the number
 * </pre>
 *
 * <p>Nothing need be known beforehand: an unknown category is a new one, a missing value adds nothing, and {@code *} stands in Java
 * maps for any names that an observation may have. Two of n values share a place with probability n²/2<sup>b+1</sup> or less; the
 * sign, an equal chance, makes their errors 0 on average. Cells of a table are categories; {@link Numeric} takes numbers from them.
 *
 * @param columns the names of the values; {@code *} stands for any text
 * @param bits b, from 1 to 24
 * @param seed decides which values share a place
 * @param signed whether half of the values count with −1
 * @see <a href="https://arxiv.org/abs/0902.2206">Weinberger, Dasgupta, Attenberg, Langford and Smola (2009), Feature hashing for
 *     large scale multitask learning</a>
 */
@Summary("any names and categories in 2^bits features, by hashing")
@Stability(MAY_CHANGE)
public record Hashed(
        List<String> columns,
        int bits,
        @Default("1") long seed,
        @Default("true") boolean signed) implements FeaturePart {
    private static final int MAX_BITS = 24;

    public Hashed {
        columns = Cells.columns(columns);
        Require.that(!columns.isEmpty(), "columns", "none", "at least one");
        Require.that(bits >= 1 && bits <= MAX_BITS, "bits", bits, "from 1 to " + MAX_BITS);
    }

    @Override
    public PartEncoder on(Examples examples) {
        if (examples.table().isPresent()) {
            examples.columns(columns);
        }
        return new Encoder(this, examples.withheld(), Seed.of(seed));
    }

    private boolean takes(String name) {
        return columns.stream().anyMatch(pattern -> Examples.matches(pattern, name));
    }

    private record Encoder(Hashed spec, Set<String> withheld, Seed seed) implements PartEncoder {
        @Override
        public List<String> names() {
            return IntStream.range(0, 1 << spec.bits)
                    .mapToObj(place -> "hash " + place)
                    .toList();
        }

        @Override
        public void write(Observation seen, double[] out, int from) {
            Arrays.fill(out, from, from + (1 << spec.bits), 0);
            for (String name : seen.names()) {
                Object value = seen.value(name);
                if (Cells.missing(value) || withheld.contains(name) || !spec.takes(name)) {
                    continue;
                }
                boolean number = value instanceof Number;
                double x = number ? Cells.number(seen, name) : 1;
                Seed hash = seed.child(name);
                add(number ? hash : hash.child(Cells.category(seen, name)), x, out, from);
            }
        }

        private void add(Seed hash, double x, double[] out, int from) {
            int place = from + (int) (hash.high() >>> (Long.SIZE - spec.bits));
            out[place] += spec.signed && hash.low() < 0 ? -x : x;
        }
    }
}
