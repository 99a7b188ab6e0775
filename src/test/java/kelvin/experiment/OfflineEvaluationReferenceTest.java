package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.evaluation.DecisionStream;
import kelvin.evaluation.Evaluation;
import kelvin.evaluation.Ips;
import kelvin.evaluation.ReplayMatches;
import kelvin.evaluation.SelfNormalisedIps;
import kelvin.evaluation.Target;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure computed elsewhere on the Open Bandit logs. */
class OfflineEvaluationReferenceTest {
    private static final Map<String, DecisionStream> LOGS = new ConcurrentHashMap<>();
    private static final Map<String, Evaluation> EVALUATIONS = new ConcurrentHashMap<>();

    /** All but those of the second pair of logs under policies of the kind that the first pair has too. */
    static Stream<Reference.Row> rows() {
        return Reference.rows("offline_evaluation.csv").filter(row -> !isAnother(row));
    }

    static Stream<Reference.Row> others() {
        return Reference.rows("offline_evaluation.csv").filter(OfflineEvaluationReferenceTest::isAnother);
    }

    private static boolean isAnother(Reference.Row row) {
        return row.text("file").contains("women") && row.text("policy").startsWith("always item ");
    }

    private static DecisionStream log(String file) {
        return LOGS.computeIfAbsent(
                file,
                name -> DecisionLog.read(Path.of("experiments/data", name), LogFormat.DEFAULT.among(actions(name)))
                        .decisions());
    }

    private static int actions(String file) {
        return file.contains("women") ? 46 : 34;
    }

    private static Evaluation evaluation(String file, String policy) {
        int actions = actions(file);
        return EVALUATIONS.computeIfAbsent(
                file + policy,
                key -> Evaluation.of(log(file), actions, target(policy, actions), null, null, Seed.of(1)));
    }

    private static Target target(String policy, int actions) {
        if (policy.startsWith("always item ")) {
            double[] one = new double[actions];
            one[Integer.parseInt(policy.substring("always item ".length()))] = 1;
            return Target.of(new Greedy(), one);
        } else if (policy.startsWith("softmax")) {
            double[] values =
                    IntStream.range(0, actions).mapToDouble(i -> -i / 10.0).toArray();
            return Target.of(new Softmax(1), values);
        } else if (policy.startsWith("replay")) {
            return (index, decision, out) -> {
                double[] one = new double[actions];
                one[index % actions] = 1;
                new Greedy().probabilities(one, out);
            };
        }
        return Target.of(new Uniform(), new double[actions]);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("others")
    void everyOtherRowComesOut(Reference.Row row) {
        everyRowComesOut(row);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowComesOut(Reference.Row row) {
        Evaluation evaluation = evaluation(row.text("file"), row.text("policy"));
        double value = switch (row.text("estimator")) {
            case "mean_click" -> evaluation.loggedMean();
            case "IPW" -> evaluation.estimate(new Ips());
            case "SNIPW" -> evaluation.estimate(new SelfNormalisedIps());
            case "mean_weight" -> evaluation.support().meanWeight();
            case "effective_sample_size" -> evaluation.support().effectiveSampleSize();
            case "matches" -> evaluation.support().matches();
            case "mean_click_on_matches" -> evaluation.estimate(new ReplayMatches());
            default -> throw new AssertionError(row.text("estimator"));
        };
        double expected = row.number("value_hex");
        assertThat(value).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }
}
