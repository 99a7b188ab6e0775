package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kelvin.Reference;
import kelvin.Reference.Row;

/** Contexts from the numbers of a reference file. */
final class Traces {
    private Traces() {}

    /** The rows of a file, case by case. */
    static List<List<Row>> traces(String file) {
        Map<String, List<Row>> traces = Reference.rows(file)
                .collect(Collectors.groupingBy(row -> row.text("case"), LinkedHashMap::new, Collectors.toList()));
        assertThat(traces).isNotEmpty();
        return List.copyOf(traces.values());
    }

    static Context context(int actions, Features features, double[]... parts) {
        Context context = new Context(actions, features);
        fill(context, 0, Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray());
        return context;
    }

    static void fill(Context context, int place, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            context.set(place + i, numbers[i]);
        }
    }
}
