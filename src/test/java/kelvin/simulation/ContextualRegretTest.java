package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.learner.LearnerSpec;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.random.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contextual learners in linear and logistic worlds and on the wheel, against an independent program: regret and optimal shares. */
@Tag("long")
class ContextualRegretTest {
    private static final int REPETITIONS = 240;
    private static final double LIMIT = 5;

    /** The figures of one learner on one problem. */
    record Case(String problem, List<Row> rows) {
        @Override
        public String toString() {
            return problem + ", " + rows.get(0).text("learner") + " "
                    + rows.get(0).text("parameter");
        }

        LearnerSpec learner() {
            return ContextualProblems.learner(rows.get(0), problem.startsWith("D") ? Layout.SHARED : Layout.DISJOINT);
        }

        long horizon() {
            return Long.parseLong(rows.get(rows.size() - 1).text("step"));
        }
    }

    static Stream<Case> cases() {
        return Stream.concat(cases("regret_linear.csv", "problem"), cases("wheel_linear.csv", "delta"));
    }

    private static Stream<Case> cases(String file, String problem) {
        Map<String, Case> cases = new LinkedHashMap<>();
        Reference.rows("context/" + file).forEach(row -> {
            String name = Stream.of(problem, "learner", "parameter", "ridge_lambda")
                    .map(row::text)
                    .toList()
                    .toString();
            cases.computeIfAbsent(name, key -> new Case(row.text(problem), new ArrayList<>()))
                    .rows()
                    .add(row);
        });
        return cases.values().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void regretIsThatOfAnotherProgram(Case known) {
        assertThat(largest(known, known.learner())).isLessThan(LIMIT);
    }

    /** A bonus that is larger by a quarter, and a model that is surer of zero, have another regret. */
    @Test
    void otherLearnersAreNoticed() {
        Case known = cases().filter(each -> each.toString().equals("A fixed, linucb 1.0"))
                .findFirst()
                .orElseThrow();
        assertThat(largest(known, ContextualProblems.learner("linucb", 1.25, new Ridge(1))))
                .isGreaterThan(LIMIT);
        assertThat(largest(known, ContextualProblems.learner("linucb", 1, new Ridge(4))))
                .isGreaterThan(LIMIT);
    }

    /** Returns the largest distance of a figure from the other program's, in standard errors of the difference. */
    private static double largest(Case known, LearnerSpec learner) {
        long[] steps = known.rows().stream()
                .mapToLong(row -> (long) row.number("step"))
                .toArray();
        Measured measured = new Measured(
                new Simulation(
                                ContextualProblems.problem(known.problem()),
                                Map.of("learner", learner),
                                steps,
                                REPETITIONS,
                                Seed.of(15))
                        .play("alike?", 2, decisions -> {}),
                known.horizon());
        double largest = 0;
        for (Row row : known.rows()) {
            double[] regret = measured.of("regret_pseudo_at_" + row.text("step"));
            largest = Math.max(
                    largest,
                    Math.abs(regret[0] - row.number("mean_pseudo_regret"))
                            / Math.hypot(regret[1], row.number("standard_error")));
        }
        double[] optimal = measured.of("percent_optimal");
        double share = 100 * known.rows().get(known.rows().size() - 1).number("optimal_share");
        double ratio = REPETITIONS / known.rows().get(0).number("repetitions");
        return Math.max(largest, Math.abs(optimal[0] - share) / (optimal[1] * Math.sqrt(1 + ratio)));
    }
}
