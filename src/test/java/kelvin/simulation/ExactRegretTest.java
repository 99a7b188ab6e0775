package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.bandit.Bernoulli;
import kelvin.bandit.FixedTestbed;
import kelvin.learner.Baseline;
import kelvin.learner.BayesUcb;
import kelvin.learner.BoltzmannGumbel;
import kelvin.learner.EpsilonDecreasing;
import kelvin.learner.Exp3;
import kelvin.learner.Exp3Anytime;
import kelvin.learner.ExploreThenCommit;
import kelvin.learner.Family;
import kelvin.learner.GradientBandit;
import kelvin.learner.Imed;
import kelvin.learner.KlUcb;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Moss;
import kelvin.learner.MossAnytime;
import kelvin.learner.ThompsonBeta;
import kelvin.learner.TsallisInf;
import kelvin.learner.Ucb;
import kelvin.learner.Ucb1;
import kelvin.learner.Ucb1Tuned;
import kelvin.learner.UcbAlpha;
import kelvin.learner.UcbV;
import kelvin.learner.ValueLearner;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.Series;
import kelvin.metric.Trials;
import kelvin.policy.Annealed;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import kelvin.schedule.AnytimeTemperature;
import kelvin.schedule.InverseCount;
import kelvin.schedule.InverseLog;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Lagged;
import kelvin.schedule.LogOverCount;
import kelvin.schedule.Schedule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator against expected regret computed exactly, by dynamic programming over every state of two Bernoulli arms. */
class ExactRegretTest {
    private static final Map<String, LearnerSpec> LEARNERS = learners();
    private static final long[] REPORT = {9, 10, 49, 50, 99, 100};

    private static Map<String, LearnerSpec> learners() {
        String free = "; Q0=0; no forced pulls";
        String forced = "; each arm once first";
        Map<String, LearnerSpec> specs = new LinkedHashMap<>();
        specs.put("uniform,", free(new Uniform()));
        specs.put("greedy,Q0=0; no forced pulls; ties 1/2", free(new Greedy()));
        specs.put("greedy,each arm once first; ties 1/2", forced(new Greedy()));
        specs.put("eps-greedy,epsilon=0.01" + free, free(new EpsilonGreedy(0.01)));
        specs.put("eps-greedy,epsilon=0.1" + free, free(new EpsilonGreedy(0.1)));
        specs.put("eps-greedy,epsilon=0.1" + forced, forced(new EpsilonGreedy(0.1)));
        specs.put("softmax,tau=0.05" + forced, forced(new Softmax(0.05)));
        specs.put("softmax,tau=0.1" + free, free(new Softmax(0.1)));
        specs.put("softmax,tau=0.1" + forced, forced(new Softmax(0.1)));
        specs.put("softmax,tau=0.5" + free, free(new Softmax(0.5)));
        specs.put("softmax,tau=1" + forced, forced(new Softmax(1)));
        specs.put("sigmoid-normalised,theta=0.5 tau=0.1" + free, free(new SigmoidGate(0.5, 0.1)));
        specs.put(
                "sigmoid-normalised,p_i prop sigma((mean_i-theta)/tau); theta=0.75 tau=0.1" + forced,
                forced(new SigmoidGate(0.75, 0.1)));
        specs.put("softmax-annealing,tau_t=1/ln(t+1)" + free + " (at t=0 uses t=1)", free(cooling(new InverseLog(1))));
        specs.put("softmax-decreasing,tau_t=1/sqrt(t) t=plays so far" + forced, forced(cooling(new InverseSqrt(1))));
        specs.put("softmax-decreasing,tau_t=ln(t)/t" + forced, forced(cooling(new LogOverCount(1))));
        specs.put("softmax-decreasing,tau_t=sqrt(ln K/(tK))" + forced, forced(cooling(new AnytimeTemperature(2))));
        specs.put(
                "eps_n-greedy,c=0.15 d=0.3; eps_t=min(1;cK/(d^2 t)) t=1-based" + forced,
                new EpsilonDecreasing(0.15, 0.3));
        specs.put(
                "explore-then-commit-with-updating,"
                        + "m=5 per arm round robin then greedy on means (means keep updating)",
                new ExploreThenCommit(5, true));
        specs.put("Thompson,Beta(1;1)", new ThompsonBeta(1, 1));
        specs.put("BayesUCB,tail 1/(t+1)", new BayesUcb(true));
        specs.put("UCB1,mean+sqrt(2 ln t/N)", new Ucb1());
        specs.put("UCB-alpha,alpha=1", new UcbAlpha(1));
        specs.put("UCB1-Tuned,min(1/4;V)", new Ucb1Tuned());
        specs.put("UCB-V,", new UcbV());
        specs.put("MOSS,horizon T", new Moss());
        specs.put("MOSS-anytime,alpha=1", new MossAnytime(1));
        specs.put("KL-UCB,c=0", new KlUcb(Family.BERNOULLI, 1, 0));
        specs.put("IMED,", new Imed(Family.BERNOULLI, 1));
        specs.put("UCB-SuttonBarto,c=2: mean+c sqrt(ln t/N) t 1-based; untried first", new Ucb(2));
        specs.put("Boltzmann-Gumbel,C=1; each arm once first", new BoltzmannGumbel(1));
        specs.put("Boltzmann-Gumbel,C=0.5; each arm once first", new BoltzmannGumbel(0.5));
        return specs;
    }

    /** A softmax whose temperature is written in plays so far, as the reference has it. */
    private static PolicySchedule cooling(Schedule temperature) {
        return new Annealed(new Softmax(1), "temperature", new Lagged(temperature, 1));
    }

    private static LearnerSpec free(PolicySchedule policy) {
        return new ValueLearner(policy, 0, new InverseCount(1), false);
    }

    private static LearnerSpec forced(PolicySchedule policy) {
        return new ValueLearner(policy, 0, new InverseCount(1), true);
    }

    static Stream<Entry<String, LearnerSpec>> everyLearner() {
        return LEARNERS.entrySet().stream();
    }

    /** Those whose decisions are cheap enough for so many. */
    static Stream<Entry<String, LearnerSpec>> policiesAndUcb1() {
        return everyLearner()
                .filter(learner -> learner.getValue() instanceof ValueLearner || learner.getValue() instanceof Ucb1);
    }

    @ParameterizedTest
    @MethodSource("everyLearner")
    void regretAndChoicesAgreeWithTheExactExpectation(Entry<String, LearnerSpec> learner) {
        assertThat(rowsOf(learner.getKey()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(deviation(learner.getValue(), row, 4000))
                        .as("%s", row)
                        .isLessThan(4));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("policiesAndUcb1")
    void regretAndChoicesAgreeWithTheExactExpectationToThreeDigits(Entry<String, LearnerSpec> learner) {
        assertThat(rowsOf(learner.getKey()))
                .allSatisfy(row -> assertThat(deviation(learner.getValue(), row, 200_000))
                        .as("%s", row)
                        .isLessThan(4));
    }

    @Test
    void aSlightlyWarmerSoftmaxIsRejected() {
        Policy warmer = new Softmax(0.12);
        assertThat(rowsOf("softmax,tau=0.1; Q0=0; no forced pulls"))
                .anySatisfy(
                        row -> assertThat(deviation(free(warmer), row, 4000)).isGreaterThan(4));
    }

    @ParameterizedTest
    @MethodSource("pathRows")
    void learnersWithALongMemoryAgreeWithTheExactExpectation(Row row) {
        Results results = play(enumerated(row), row, 4000, new long[] {Long.parseLong(row.text("horizon"))});
        Series regret = results.series(Metric.REGRET).get(0);
        double z = (regret.mean()[0] - row.number("expected_pseudo_regret")) / regret.standardError()[0];
        assertThat(z).isBetween(-4.0, 4.0);
    }

    static Stream<Row> pathRows() {
        return Reference.rows("exact_path_enumeration.csv");
    }

    private static LearnerSpec enumerated(Row row) {
        double parameter = row.number("parameter");
        return switch (row.text("policy")) {
            case "exp3" -> new Exp3(parameter);
            case "exp3dec" -> new Exp3Anytime(parameter);
            case "tsallis" -> new TsallisInf(parameter / 2); // its parameter is η·√step
            default -> new GradientBandit(parameter, baseline(row.text("baseline")));
        };
    }

    private static Baseline baseline(String name) {
        return switch (name) {
            case "incl" -> Baseline.INCLUDING;
            case "excl" -> Baseline.EXCLUDING;
            default -> Baseline.NONE;
        };
    }

    @Test
    void aSlightlySlowerExp3IsRejected() {
        Row row = pathRows()
                .filter(each -> each.text("policy").equals("exp3dec")
                        && each.text("horizon").equals("10"))
                .findFirst()
                .orElseThrow();
        Series regret = play(new Exp3Anytime(0.8), row, 40_000, new long[] {10})
                .series(Metric.REGRET)
                .get(0);
        assertThat(regret.mean()[0] - row.number("expected_pseudo_regret"))
                .isGreaterThan(4 * regret.standardError()[0]);
    }

    private static List<Row> rowsOf(String learner) {
        return Reference.rows("exact_two_armed.csv")
                .filter(row -> learner.equals(row.text("policy") + "," + row.text("parameters")))
                .toList();
    }

    /** How many standard errors the mean regret or the choices at the horizon are from their exact expectations. */
    private static double deviation(LearnerSpec learner, Row row, int repetitions) {
        long horizon = Long.parseLong(row.text("horizon"));
        Results results = play(
                learner,
                row,
                repetitions,
                Arrays.stream(REPORT).filter(t -> t <= horizon).toArray());
        Trials regret = results.trials(Metric.REGRET).get(0);
        double mean = Arrays.stream(regret.values()).average().orElseThrow();
        double spread = row.number("sd_pseudo_regret");
        double[] optimal = results.series(Metric.OPTIMAL_ACTION).get(0).mean();
        double share = row.number("prob_arm1_at_step_T");
        double root = Math.sqrt(repetitions);
        double regretOff = standardErrors(mean - row.number("expected_pseudo_regret"), spread / root);
        double choicesOff = standardErrors(optimal[optimal.length - 1] - share, Math.sqrt(share * (1 - share)) / root);
        return Math.max(regretOff, choicesOff);
    }

    /** A difference of nothing but rounding is none, also where nothing is random. */
    private static double standardErrors(double difference, double standardError) {
        return Math.abs(difference) < 1e-9 ? 0 : Math.abs(difference) / standardError;
    }

    private static Results play(LearnerSpec learner, Row row, int repetitions, long[] report) {
        FixedTestbed testbed =
                new FixedTestbed(List.of(new Bernoulli(row.number("mu1")), new Bernoulli(row.number("mu2"))));
        return new Simulation(testbed, Map.of("learner", learner), report, repetitions, Seed.of(7))
                .play("exact?", 2, decisions -> {});
    }
}
