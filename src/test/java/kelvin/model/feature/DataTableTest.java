package kelvin.model.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataTableTest {
    @Test
    void cellsMayHoldCommasQuotesAndLineEnds() {
        List<String> lines = List.of("a,\"b,c\"", "\"say \"\"hi\"\"\",\"two\nlines\"", ",\"\"");
        DataTable table = new DataTable(lines);
        assertThat(table.columns()).containsExactly("a", "b,c");
        assertThat(table.values("a")).containsExactly("say \"hi\"", "");
        assertThat(table.values("b,c")).containsExactly("two\nlines", "");
        assertThat(table.lines()).containsExactly("a,\"b,c\"", "\"say \"\"hi\"\"\",\"two\nlines\"", ",");
        assertThat(new DataTable(table.lines())).isEqualTo(table);
        assertThat(table.lines()).hasSameHashCodeAs(List.copyOf(table.lines()));
        assertThat(DataTable.of(List.of("a", "b,c"), List.of(List.of("say \"hi\"", "two\nlines"), List.of("", ""))))
                .isEqualTo(table);
        assertThat(new DataTable(List.of("a", ""))).isNotEqualTo(table);
        assertThat(new DataTable(List.of("a", "")).rows()).isOne();
    }

    @Test
    void whatIsNoTableIsRefused() {
        refused(List.of(), "lines = none, must be at least the one that names the columns");
        refused(List.of("a,b", "1"), "row 1 = 1 cells, must be 2, one per column");
        refused(List.of("a,a"), "the first line = a,a, must be the names of the columns, each different");
        refused(List.of("a,"), "the first line = a,, must be the names of the columns, each different");
        refused(List.of("a", "\"x"), "row 1 = \"x, must be a line whose quotes are closed at the end of a cell");
        refused(List.of("a", "\"x\"y"), "row 1 = \"x\"y, must be a line whose quotes are closed at the end of a cell");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataTable(List.of("a,b")).values("c"))
                .withMessage("column = 'c', must be among: a, b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataTable(List.of("a,b", "1,2", ",3")).numbers("a"))
                .withMessage("row 2, column a: found missing, must be a finite number");
    }

    private static void refused(List<String> lines, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataTable(lines))
                .withMessage(message);
    }

    @Test
    void rowsAreEncodedOnce() {
        DataTable table = new DataTable(List.of("x,y", "1,b", "2.5,a"));
        FeatureMap map = new FeatureMap(new Numeric("x"));
        assertThat(table.encoded(map, Set.of(), 2).contexts())
                .isSameAs(table.encoded(new FeatureMap(new Numeric("x")), Set.of(), 2)
                        .contexts());
        assertThat(new DataTable(table.lines()).encoded(map, Set.of(), 2).contexts())
                .isSameAs(table.encoded(map, Set.of(), 2).contexts());
        assertThat(table.encoded(map, Set.of(), 3).contexts().get(0).actions()).isEqualTo(3);
        assertThat(table.numbers("x")).containsExactly(1, 2.5);
        assertThat(table.distinct("y")).containsExactly("a", "b");
    }
}
