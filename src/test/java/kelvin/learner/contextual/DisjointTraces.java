package kelvin.learner.contextual;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.model.Context;
import kelvin.model.Features;

/** Plays the traces of {@code linear_traces.csv} whose actions share no coefficients. */
final class DisjointTraces {
    private DisjointTraces() {}

    /** A question to a player that is shown the context of the decision after a row. */
    interface Question {
        void ask(Row row, double[] probabilities);
    }

    /** Asks a player of each trace after every lesson. */
    static int follow(Function<Row, LearnerSpec> specs, Question question) {
        Map<String, List<Row>> traces = Reference.rows("context/linear_traces.csv")
                .filter(row -> row.text("kind").equals("disjoint"))
                .collect(Collectors.groupingBy(row -> row.text("case"), LinkedHashMap::new, Collectors.toList()));
        traces.values().forEach(rows -> follow(rows, specs.apply(rows.get(0)), question));
        return traces.size();
    }

    private static void follow(List<Row> rows, LearnerSpec spec, Question question) {
        int actions = rows.get(0).numbers("mean_hex").length;
        Features features = new Features(rows.get(0).numbers("context_hex").length, 0);
        Learner player = spec.create(new BanditTask(actions, rows.size(), features), Players.random(1));
        double[] p = new double[actions];
        for (Row row : rows) {
            long step = 2 * Long.parseLong(row.text("step"));
            player.see(step, Context.of(actions, row.numbers("context_hex")));
            player.observe(step, Integer.parseInt(row.text("action")), row.number("reward"));
            player.see(step + 1, Context.of(actions, row.numbers("next_context_hex")));
            player.probabilities(step + 1, p);
            question.ask(row, p);
        }
    }
}
