package kelvin.simulation;

import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;

/** Where another program's figures differ and why: {@code statistics_explained.csv}; {@code *} stands for any. */
final class Explanation {
    private Explanation() {}

    static Stream<Row> all() {
        return Reference.rows("statistics_explained.csv");
    }

    /** Returns true if an explanation is about a row of the statistics. */
    static boolean covers(Row explanation, Row row) {
        return Stream.of("source", "problem", "policy", "parameters")
                .allMatch(column ->
                        explanation.text(column).equals("*") || row.text(column).startsWith(explanation.text(column)));
    }

    static boolean admits(Row explanation, String metric) {
        return explanation.text("metric").equals("*") || metric.startsWith(explanation.text("metric"));
    }
}
