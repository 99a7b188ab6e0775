package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.stream.Stream;
import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Columns of a table by what they hold: {@link Standardised} where all values are numbers, else {@link OneHot}.
 *
 * <p>Where some value of a column is missing, a further feature says so. A column of whole numbers that stand for categories is
 * taken for numbers: name it as {@code OneHot}. A column of which most values are numbers and some are not is refused: one of them is
 * likely a mistake.
 *
 * @param columns the names of the columns; {@code *} stands for any text
 */
@Summary("columns of a table by what they hold: numbers standardised, categories one-hot")
@Stability(MAY_CHANGE)
public record Automatic(@Default("['*']") List<String> columns) implements FeaturePart {
    public Automatic {
        columns = Cells.columns(columns);
    }

    /** All columns. */
    public Automatic() {
        this(List.of("*"));
    }

    @Override
    public PartEncoder on(Examples examples) {
        return new Joined(parts(examples).map(part -> part.on(examples)).toList());
    }

    @Override
    public Stream<FeaturePart> withCategories(Examples examples) {
        return parts(examples).flatMap(part -> part.withCategories(examples));
    }

    /** Returns the part that each column is taken for. */
    private Stream<FeaturePart> parts(Examples examples) {
        DataTable table = examples.required("columns");
        return examples.columns(columns).stream().map(column -> part(table, column));
    }

    private static FeaturePart part(DataTable table, String column) {
        Absent missing = table.values(column).anyMatch(Cells::missing) ? Absent.FLAG : Absent.REFUSE;
        List<String> one = List.of(column);
        return numbers(table, column)
                ? new Standardised(one, List.of(), List.of(), false, missing)
                : new OneHot(one, List.of(), Absent.REFUSE, missing);
    }

    private static boolean numbers(DataTable table, String column) {
        List<String> cells =
                table.values(column).filter(cell -> !Cells.missing(cell)).toList();
        long numbers = cells.stream().filter(Cells::isNumber).count();
        if (numbers > cells.size() / 2 && numbers < cells.size()) {
            new Standardised(List.of(column), List.of(), List.of(), false, Absent.ZERO).on(Examples.of(table));
        }
        return numbers == cells.size();
    }
}
