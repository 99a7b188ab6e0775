package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.bandit.Testbed;
import kelvin.exact.ExactLearners;
import kelvin.learner.BoltzmannGumbel;
import kelvin.learner.LearnerSpec;
import kelvin.learner.adversarial.TsallisInf;
import kelvin.learner.bayes.BayesUcb;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.index.Imed;
import kelvin.learner.index.KlUcb;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulator against thousands of figures that other programs got, each with its standard error.
 *
 * <p>What differs by more than five standard errors is listed in {@code statistics_explained.csv}, with the reason.
 */
@Tag("long")
class StatisticsTest {
    private static final int FEWEST = 30;
    private static final int MOST = 20_000;
    private static final double LIMIT = 5;

    /** The few long regrets that make most of a standard deviation are missing from fewer repetitions. */
    private static final int ENOUGH_FOR_SPREAD = 2000;

    /** The result of one program for one learner on one problem. */
    record Case(List<Row> rows) {
        Row first() {
            return rows.get(0);
        }

        long horizon() {
            return Long.parseLong(first().text("horizon"));
        }

        @Override
        public String toString() {
            return String.join(
                    " | ",
                    Stream.of("source", "problem", "policy", "parameters", "horizon")
                            .map(first()::text)
                            .toList());
        }
    }

    static Stream<Case> cases() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        Reference.rows("statistics.csv")
                .forEach(row -> groups.computeIfAbsent(new Case(List.of(row)).toString(), name -> new ArrayList<>())
                        .add(row));
        return groups.values().stream().map(Case::new);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsMeasuredIsWhatOthersMeasure(Case known) {
        Testbed testbed = ReferenceProblems.of(known.first().text("problem"));
        List<Row> explained = Explanation.all()
                .filter(row -> Explanation.covers(row, known.first()))
                .toList();
        ReferenceLearners.of(
                        known.first().text("source"),
                        known.first().text("policy"),
                        known.first().text("parameters"),
                        testbed.size())
                .ifPresentOrElse(
                        learner -> assertThat(
                                        differences(known, testbed, learner, repetitions(known, testbed, learner)))
                                .as("%s", known)
                                .allMatch(
                                        metric -> explained.stream().anyMatch(row -> Explanation.admits(row, metric))),
                        () -> assertThat(explained)
                                .as("%s has no learner", known)
                                .isNotEmpty());
    }

    @Test
    void aSlightlyWarmerSoftmaxIsNoticed() {
        Case known = cases().filter(
                        each -> each.first().text("parameters").equals("tau=.2; Q0=0 sample average; no forced pulls"))
                .findFirst()
                .orElseThrow();
        Testbed testbed = ReferenceProblems.of(known.first().text("problem"));
        assertThat(differences(known, testbed, ExactLearners.free(new Softmax(0.2)), MOST))
                .isEmpty();
        assertThat(differences(known, testbed, ExactLearners.free(new Softmax(0.23)), MOST))
                .isNotEmpty();
    }

    /** The metrics that differ, each with both figures. */
    private static List<String> differences(Case known, Testbed testbed, LearnerSpec learner, int repetitions) {
        long horizon = known.horizon();
        Measured measured = new Measured(
                new Simulation(
                                testbed,
                                Map.of("learner", learner),
                                Measured.report(known.rows(), horizon),
                                repetitions,
                                Seed.of(11))
                        .play("alike?", 2, decisions -> {}),
                horizon);
        List<String> different = new ArrayList<>();
        for (Row row : known.rows()) {
            if (row.text("metric").endsWith("standard_deviation") && repetitions < ENOUGH_FOR_SPREAD) {
                continue;
            }
            double[] own = measured.of(row.text("metric"));
            double theirs = error(row, own[1], repetitions);
            double z = z(own, row.number("mean"), theirs, Math.sqrt(row.number("repetitions") / repetitions));
            if (!near(z)) {
                different.add(String.format(
                        Locale.ROOT,
                        "%s: %.5g ± %.2g, there %s ± %s, z = %.1f",
                        row.text("metric"),
                        own[0],
                        own[1],
                        row.text("mean"),
                        row.text("standard_error"),
                        z));
            }
        }
        return different;
    }

    /** The standard error of the other program; where it says none, what the own one would be at as many repetitions. */
    private static double error(Row row, double own, int repetitions) {
        double theirs = row.text("standard_error").isEmpty() ? Double.NaN : row.number("standard_error");
        return Double.isNaN(theirs) ? own * Math.sqrt(repetitions / row.number("repetitions")) : theirs;
    }

    /** Not so where nothing was compared. */
    static boolean near(double z) {
        return Math.abs(z) <= LIMIT;
    }

    /** Of few repetitions the own standard error is uncertain: it is taken to be no smaller than theirs says. */
    private static double z(double[] own, double mean, double error, double ratio) {
        double difference = own[0] - mean;
        double precision = 1e-5 * Math.abs(mean) + 1e-9;
        return Math.abs(difference) <= precision ? 0 : difference / Math.hypot(Math.max(own[1], error * ratio), error);
    }

    private static int repetitions(Case known, Testbed testbed, LearnerSpec learner) {
        return (int) Math.max(FEWEST, Math.min(MOST, budget(learner, testbed) / known.horizon()));
    }

    /** Decisions: fewer where one costs more. */
    private static long budget(LearnerSpec learner, Testbed testbed) {
        boolean dear = learner instanceof BayesUcb
                || learner instanceof KlUcb
                || learner instanceof Imed
                || learner instanceof ThompsonBeta
                || learner instanceof BoltzmannGumbel
                || learner instanceof TsallisInf;
        return dear ? 600_000 / testbed.size() : 300_000;
    }
}
