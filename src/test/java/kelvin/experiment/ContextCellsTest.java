package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContextCellsTest {
    /** A row of texts; numbers are asked for only where they are numbers. */
    private record Cells(String... cells) implements ContextRow {
        @Override
        public boolean isBlank(int column) {
            return cells[column].isBlank();
        }

        @Override
        public String text(int column) {
            return cells[column];
        }

        @Override
        public double number(int column) {
            return Double.parseDouble(cells[column]);
        }

        @Override
        public RuntimeException wrong(int column, String allowed) {
            return new IllegalStateException(column + ": found " + cells[column] + ", must be " + allowed);
        }

        @Override
        public String place(String name) {
            return name;
        }
    }

    /** The second column of a file, read to its end. */
    private static ContextCells read(String column, int maxTexts, String... cells) {
        ContextCells read = new ContextCells(ContextColumn.named(column), maxTexts);
        read.begin(name -> name.equals("b") ? 1 : 0);
        for (String cell : cells) {
            read.add(new Cells("other", cell));
        }
        return read;
    }

    @Test
    void aColumnOfNumbersHasTheirMoments() {
        ContextCells numbers = read("b", 0, "", "2", "4", "", "9");
        assertThat(numbers.column()).isEqualTo(new ContextColumn("b", ContextColumn.Kind.NUMBERS));
        assertThat(numbers.isText()).isFalse();
        assertThat(numbers.hasBlanks()).isTrue();
        assertThat(numbers.mean()).isCloseTo(5, within(1e-14));
        assertThat(numbers.deviation()).isCloseTo(Math.sqrt(26 / 3.0), within(1e-14));
        assertThat(numbers.value(new Cells("1", "-7.5"))).isEqualTo(-7.5);
        assertThat(numbers.value(new Cells("1", " "))).isNull();
    }

    @Test
    void aColumnOfTextsHasTheDifferentOnes() {
        ContextCells texts = read("b", 2, "de", "fr", "de");
        assertThat(texts.column()).isEqualTo(new ContextColumn("b", ContextColumn.Kind.TEXTS));
        assertThat(texts.isText()).isTrue();
        assertThat(texts.hasBlanks()).isFalse();
        assertThat(texts.texts()).containsExactly("de", "fr");
        assertThat(texts.value(new Cells("1", "at"))).isEqualTo("at");
        assertThat(texts.deviation()).isZero();
        assertThatIllegalStateException()
                .isThrownBy(() -> texts.add(new Cells("other", "at")))
                .withMessage("1: found at, must be one of at most 2 different texts");
    }

    @Test
    void numbersAreTextsWhereTheColumnSaysSo() {
        assertThat(ContextColumn.named("b:text")).isEqualTo(new ContextColumn("b", ContextColumn.Kind.TEXTS));
        ContextCells texts = read("b:text", 5, "2", "10");
        assertThat(texts.texts()).isEqualTo(List.of("10", "2"));
        assertThat(texts.value(new Cells("1", "3"))).isEqualTo("3");
    }

    /** Java reads a d or an f after a number, and hexadecimal ones; people mean seven days and the second floor. */
    @Test
    void whatOnlyJavaTakesForANumberIsAText() {
        for (String cell : new String[] {"7d", "2f", "0x1p3", "NaN", "Infinity", "1e999", "."}) {
            assertThat(read("b", 9, cell).isText()).as(cell).isTrue();
        }
        for (String cell : new String[] {"7", "-.5", "+1.5E-3", " 7 "}) {
            assertThat(read("b", 9, cell).isText()).as(cell).isFalse();
        }
    }
}
