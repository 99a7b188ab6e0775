package kelvin.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kelvin.contract.Require;
import kelvin.model.feature.Absent;
import kelvin.model.feature.Automatic;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.FeaturePart;
import kelvin.model.feature.Interaction;
import kelvin.model.feature.Intercept;
import kelvin.model.feature.OneHot;
import kelvin.model.feature.Standardised;
import org.jspecify.annotations.Nullable;

/**
 * Gives a feature map what it would take from a table: categories, means and standard deviations of the columns of a log. The same map
 * then encodes other logs in the same way. A text that did not occur has no category there.
 */
final class FittedFeatures {
    private final Map<String, ContextCells> cells;

    FittedFeatures(Map<String, ContextCells> cells) {
        this.cells = cells;
    }

    /** Returns a feature map in which everything is given; null stands for all columns by what they hold, and a constant. */
    FeatureMap of(@Nullable FeatureMap map) {
        List<FeaturePart> parts = map == null ? List.of(new Automatic(), new Intercept()) : map.parts();
        List<FeaturePart> fitted = parts.stream().flatMap(this::fitted).toList();
        return new FeatureMap(fitted);
    }

    private Stream<FeaturePart> fitted(FeaturePart part) {
        if (part instanceof Automatic automatic) {
            return automatic.columns().stream()
                    .flatMap(name -> name.equals("*") ? cells.keySet().stream() : Stream.of(name))
                    .map(this::automatic);
        } else if (part instanceof OneHot categories && categories.categories().isEmpty()) {
            return categories.columns().stream()
                    .map(name -> new OneHot(
                            List.of(name), column(name).texts(), categories.unknown(), categories.missing()));
        } else if (part instanceof Standardised numbers && numbers.means().isEmpty()) {
            Require.that(!numbers.running(), "running", true, "false: contexts of a log are read more than once");
            return Stream.of(standardised(numbers.columns(), numbers.missing()));
        } else if (part instanceof Interaction product) {
            List<FeaturePart> factors = new ArrayList<>();
            for (FeaturePart factor : product.of()) {
                List<FeaturePart> one = fitted(factor).toList();
                Require.that(one.size() == 1, "of", "a factor of " + one.size() + " columns", "one column per factor");
                factors.addAll(one);
            }
            return Stream.of(new Interaction(factors));
        }
        return Stream.of(part);
    }

    private FeaturePart automatic(String name) {
        ContextCells column = column(name);
        Absent missing = column.hasBlanks() ? Absent.FLAG : Absent.ZERO;
        return column.isText()
                ? new OneHot(List.of(name), column.texts(), Absent.ZERO, missing)
                : standardised(List.of(name), missing);
    }

    private Standardised standardised(List<String> names, Absent missing) {
        return new Standardised(
                names,
                names.stream().map(name -> column(name).mean()).toList(),
                names.stream().map(name -> column(name).deviation()).toList(),
                false,
                missing);
    }

    private ContextCells column(String name) {
        ContextCells column = cells.get(name);
        Require.that(
                column != null,
                "features",
                "column '" + name + "'",
                "of --context: " + String.join(", ", cells.keySet()));
        return Objects.requireNonNull(column);
    }
}
