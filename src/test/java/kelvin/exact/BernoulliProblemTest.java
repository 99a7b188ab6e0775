package kelvin.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.learner.LearnerSpec;
import kelvin.learner.RewardFamily;
import kelvin.learner.adversarial.Exp3Anytime;
import kelvin.learner.adversarial.Hedge;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.index.Besa;
import kelvin.learner.index.Dmed;
import kelvin.learner.index.Ucb1;
import kelvin.learner.slate.CombUcb1;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Exact expectations against those computed elsewhere. */
class BernoulliProblemTest {
    private static final double PRECISION = 1e-12;

    static Stream<Row> shortRows() {
        return Reference.rows("exact_two_armed.csv").filter(row -> row.number("horizon") == 10);
    }

    static Stream<Row> longRows() {
        return Reference.rows("exact_two_armed.csv").filter(row -> row.number("horizon") > 10);
    }

    static Stream<Row> shortPaths() {
        return Reference.rows("exact_path_enumeration.csv").filter(row -> row.number("horizon") <= 5);
    }

    static Stream<Row> longPaths() {
        return Reference.rows("exact_path_enumeration.csv").filter(row -> row.number("horizon") > 5);
    }

    @ParameterizedTest
    @MethodSource("shortRows")
    void countsAndSumsGiveTheRegretComputedElsewhere(Row row) {
        assertRow(row, ExactLearners.of(row));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("longRows")
    void countsAndSumsGiveTheRegretOfLongerRuns(Row row) {
        assertRow(row, ExactLearners.of(row));
    }

    private static void assertRow(Row row, LearnerSpec learner) {
        int last = (int) row.number("horizon") - 1;
        Expectation found = expectation(row, learner, last + 1);
        assertClose(found.regret()[last], row.number("expected_pseudo_regret"));
        assertClose(found.spread()[last], spread(row));
        assertClose(found.choices()[last][0], row.number("prob_arm1_at_step_T"));
    }

    /** A difference of squares leaves an error of the order of 10⁻⁸ there. */
    private static double spread(Row row) {
        double spread = row.number("sd_pseudo_regret");
        return spread < 1e-7 ? 0 : spread;
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("curves")
    void countsAndSumsGiveTheChoicesOfEveryStep(List<Row> curve) {
        double[] expected =
                curve.stream().mapToDouble(row -> row.number("prob_arm1")).toArray();
        double[][] found = expectation(curve.get(0), ExactLearners.of(curve.get(0)), expected.length)
                .choices();
        double[] first = Arrays.stream(found).mapToDouble(p -> p[0]).toArray();
        assertThat(first).containsExactly(expected, within(PRECISION));
    }

    static Stream<List<Row>> curves() {
        Map<String, List<Row>> curves = new LinkedHashMap<>();
        Reference.rows("exact_two_armed_curves.csv")
                .forEach(row -> curves.computeIfAbsent(ExactLearners.name(row), name -> new ArrayList<>())
                        .add(row));
        return curves.values().stream();
    }

    @ParameterizedTest
    @MethodSource("shortPaths")
    void pathsGiveTheRegretComputedElsewhere(Row row) {
        assertPath(row);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("longPaths")
    void pathsGiveTheRegretOfLongerRuns(Row row) {
        assertPath(row);
    }

    private static void assertPath(Row row) {
        int last = (int) row.number("horizon") - 1;
        Expectation found = expectation(row, ExactLearners.enumerated(row), last + 1);
        assertClose(found.regret()[last], row.number("expected_pseudo_regret"));
        assertClose(found.choices()[last][0], row.number("prob_arm1_at_step_T"));
    }

    @Test
    void aSlightlyWarmerSoftmaxIsTold() {
        Row row = shortRows()
                .filter(each -> ExactLearners.name(each).equals("softmax,tau=0.1; Q0=0; no forced pulls"))
                .findFirst()
                .orElseThrow();
        double other = expectation(row, ExactLearners.free(new Softmax(0.1 + 1e-9)), 10)
                .regret()[9];
        assertThat(other).isNotCloseTo(row.number("expected_pseudo_regret"), within(PRECISION));
    }

    @Test
    void aUniformPlayerOfThreeArmsLosesTheMeanGapPerStep() {
        BernoulliProblem problem = new BernoulliProblem(new double[] {0.2, 0.9, 0.4}, 12);
        Expectation found = problem.expectation(ExactLearners.free(new Uniform()));
        assertThat(found.regret()[11]).isCloseTo(12 * (0.7 + 0.5) / 3, within(1e-12));
        assertThat(found.spread()[11]).isCloseTo(Math.sqrt(12 * (0.49 + 0.25 - 1.44 / 3) / 3), within(1e-12));
    }

    /** The two ways share no code but the player. */
    @Test
    void pathsAndCountsAgree() {
        BernoulliProblem problem = new BernoulliProblem(new double[] {0.7, 0.4}, 8);
        for (LearnerSpec learner : List.of(new Ucb1(), new ThompsonBeta(1, 1), ExactLearners.free(new Softmax(0.2)))) {
            StepSums paths = new StepSums(problem.means(), 8);
            new PathEnumeration(problem, learner, paths).follow();
            Expectation counts = problem.expectation(learner);
            assertThat(paths.expectation().regret()).containsExactly(counts.regret(), within(1e-13));
            assertThat(paths.expectation().spread()).containsExactly(counts.spread(), within(1e-12));
        }
    }

    static Stream<LearnerSpec> unfit() {
        return Stream.of(
                new Besa(),
                new Dmed(RewardFamily.BERNOULLI, 1),
                new Hedge(0.1),
                new Exp3Anytime(1),
                new Ucb1(),
                new CombUcb1(2, 1.5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | its choices depend on more than the actions and rewards before",
                "1 | its choices depend on more than the actions and rewards before",
                "2 | needs the rewards of all arms at every step, here it sees that of the pulled arm",
                "3 | horizon 200 has paths of actions and rewards beyond 10000000; it can be followed up to step 12",
                "4 | horizon 200 has states of counts and sums beyond 10000000; it can be followed up to step 122",
                "5 | answers with several actions, here it is one at a step"
            })
    void whoCannotBeFollowedIsRefusedWithTheReason(int which, String reason) {
        LearnerSpec learner = unfit().skip(which).findFirst().orElseThrow();
        BernoulliProblem problem = new BernoulliProblem(new double[] {0.7, 0.4}, 200);
        assertThat(problem.obstacle(learner)).contains(reason);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> problem.expectation(learner))
                .withMessageContaining(reason);
    }

    private static Expectation expectation(Row row, LearnerSpec learner, int horizon) {
        return new BernoulliProblem(new double[] {row.number("mu1"), row.number("mu2")}, horizon).expectation(learner);
    }

    private static void assertClose(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(PRECISION * Math.max(1, expected)));
    }
}
