package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Categories: one feature per category, 1 for that of the observation and 0 for the others.
 *
 * <pre>
 *   feature c = 1 if value = c, else 0
 * </pre>
 *
 * <p>A number without a fraction is the same category whatever its Java type: 3 and 3.0 are, the text "3.0" is another.
 *
 * @param columns the names of the values; in a table {@code *} stands for any text
 * @param categories the categories of each of them, none twice; if empty, those that occur in the table, as numbers or else as texts
 *     in ascending order
 * @param unknown what becomes of another category
 * @param missing what becomes of a missing value
 */
@Summary("categories: one feature for each, which is 1 or 0")
@Stability(MAY_CHANGE)
public record OneHot(
        List<String> columns,
        @Default("[]") List<String> categories,
        @Default("refuse") Absent unknown,
        @Default("refuse") Absent missing)
        implements FeaturePart {
    public OneHot {
        columns = Cells.columns(columns);
        categories = List.copyOf(categories);
        long distinct = categories.stream().distinct().count();
        Require.that(distinct == categories.size(), "categories", categories, "all different");
        Require.that(
                categories.stream().noneMatch(Cells::missing), "categories", categories, "texts that are not blank");
    }

    /**
     * The categories of columns of a table, none of them missing.
     *
     * @param columns the names of the values
     */
    public OneHot(String... columns) {
        this(List.of(columns), List.of(), Absent.REFUSE, Absent.REFUSE);
    }

    @Override
    public PartEncoder on(Examples examples) {
        return new Encoder(examples.columns(columns).stream()
                .map(name -> new Column(name, known(name, examples), unknown, missing))
                .toList());
    }

    @Override
    public Stream<FeaturePart> withCategories(Examples examples) {
        return examples.columns(columns).stream()
                .map(name -> new OneHot(List.of(name), known(name, examples), unknown, missing));
    }

    /** Returns the columns whose value is a category that all features are 0 for, as it is none of those given. */
    Stream<String> ignored(Observation seen) {
        boolean ignores = unknown == Absent.ZERO && !categories.isEmpty();
        return columns.stream().filter(name -> {
            String category = ignores ? Cells.category(seen, name) : "";
            return !category.isEmpty() && !categories.contains(category);
        });
    }

    private List<String> known(String name, Examples examples) {
        if (!categories.isEmpty()) {
            return categories;
        }
        DataTable table = examples.required("categories");
        TreeSet<String> found = new TreeSet<>(Cells.ORDER);
        for (int row = 0; row < table.rows(); row++) {
            String category = Cells.category(table.row(row), name);
            if (!category.isEmpty()) {
                found.add(category);
            }
        }
        return List.copyOf(found);
    }

    private record Column(
            String name, List<String> known, Map<String, Integer> places, Absent unknown, Absent missing) {
        Column(String name, List<String> known, Absent unknown, Absent missing) {
            this(name, known, new HashMap<>(), unknown, missing);
            known.forEach(category -> places.put(category, places.size()));
        }

        Stream<String> names() {
            Stream<String> flags = Stream.concat(
                    unknown == Absent.FLAG ? Stream.of(name + " unknown") : Stream.of(),
                    missing == Absent.FLAG ? Stream.of(name + " missing") : Stream.of());
            return Stream.concat(known.stream().map(category -> name + "=" + category), flags);
        }

        /** Writes the features, and returns the place after the last. */
        int write(Observation seen, double[] out, int from) {
            int flags = from + known.size();
            int end = flags + (unknown == Absent.FLAG ? 1 : 0) + (missing == Absent.FLAG ? 1 : 0);
            Arrays.fill(out, from, end, 0);
            String category = Cells.category(seen, name);
            Integer place = places.get(category);
            if (place != null) {
                out[from + place] = 1;
            } else if (category.isEmpty()) {
                if (missing == Absent.REFUSE) {
                    throw Cells.missing(seen, name, "a category");
                } else if (missing == Absent.FLAG) {
                    out[end - 1] = 1;
                }
            } else if (unknown == Absent.REFUSE) {
                throw Cells.unknown(seen, name, known);
            } else if (unknown == Absent.FLAG) {
                out[flags] = 1;
            }
            return end;
        }
    }

    private record Encoder(List<Column> all) implements PartEncoder {
        @Override
        public List<String> names() {
            return all.stream().flatMap(Column::names).toList();
        }

        @Override
        public void write(Observation seen, double[] out, int from) {
            int place = from;
            for (Column column : all) {
                place = column.write(seen, out, place);
            }
        }
    }
}
