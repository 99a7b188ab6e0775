package kelvin.cli.console;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.cli.text.Table;
import kelvin.report.SweepAnswer;
import kelvin.report.SweepNumbers;

/** Formats the best points of a sweep; where the problem is varied, with the sentence about which is best under each condition. */
final class SweepTable {
    private SweepTable() {}

    static String of(SweepAnswer answer) {
        SweepNumbers numbers = SweepNumbers.of(answer);
        Table table = new Table(numbers.header());
        numbers.rows().forEach(table::row);
        Stream<String> words = answer.reminder().stream()
                .flatMap(reminder -> Stream.concat(answer.sentences().stream().limit(1), Stream.of(reminder)));
        String below = Stream.concat(Stream.of(numbers.left()), words)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return below.isEmpty() ? table.toString() : table + "\n\n" + below;
    }
}
