package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Products: each feature of a first part times each of a second, and so on.
 *
 * <pre>
 *   features = x ⊗ y ⊗ …:   x₁y₁, x₁y₂, …, x₂y₁, …
 * </pre>
 *
 * @param of the parts, at least two; the features of their own are not among the products
 */
@Summary("products of the features of two parts or more")
@Stability(MAY_CHANGE)
public record Interaction(List<FeaturePart> of) implements FeaturePart {
    private static final int MAX_PRODUCTS = 1 << 24;

    public Interaction {
        of = List.copyOf(of);
        Require.atLeast("of", 2, of.size());
    }

    @Override
    public PartEncoder on(Examples examples) {
        PartEncoder product = of.get(0).on(examples);
        for (FeaturePart next : of.subList(1, of.size())) {
            PartEncoder factor = next.on(examples);
            long size = (long) product.names().size() * factor.names().size();
            Require.that(size <= MAX_PRODUCTS, "of", size + " products", "at most " + MAX_PRODUCTS);
            product = new Product(product, factor);
        }
        return product;
    }

    /** Returns a product for each choice of one part of each factor. */
    @Override
    public Stream<FeaturePart> withCategories(Examples examples) {
        Stream<List<FeaturePart>> products = Stream.of(List.of());
        for (FeaturePart factor : of) {
            List<FeaturePart> parts = factor.withCategories(examples).toList();
            products = products.flatMap(before -> parts.stream()
                    .map(part -> Stream.concat(before.stream(), Stream.of(part)).toList()));
        }
        return products.map(Interaction::new);
    }

    private static final class Product implements PartEncoder {
        private final PartEncoder first;
        private final PartEncoder second;
        private final double[] x;
        private final double[] y;

        Product(PartEncoder first, PartEncoder second) {
            this.first = first;
            this.second = second;
            this.x = new double[first.names().size()];
            this.y = new double[second.names().size()];
        }

        @Override
        public List<String> names() {
            List<String> inner = second.names();
            return first.names().stream()
                    .flatMap(name -> inner.stream().map(other -> name + "·" + other))
                    .toList();
        }

        @Override
        public void write(Observation seen, double[] out, int from) {
            first.write(seen, x, 0);
            second.write(seen, y, 0);
            int place = from;
            for (double one : x) {
                for (double other : y) {
                    out[place++] = one * other;
                }
            }
        }

        @Override
        public double[] state() {
            double[] one = first.state();
            double[] other = second.state();
            double[] both = Arrays.copyOf(one, one.length + other.length);
            System.arraycopy(other, 0, both, one.length, other.length);
            return both;
        }

        @Override
        public void restore(double[] state) {
            int split = first.state().length;
            if (state.length < split) {
                throw new InvalidValue("state", state.length + " numbers", "at least " + split);
            }
            first.restore(Arrays.copyOf(state, split));
            second.restore(Arrays.copyOfRange(state, split, state.length));
        }
    }
}
