package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.bandit.arm.Arm;
import kelvin.contract.Default;
import kelvin.experiment.Catalog;
import kelvin.experiment.ComponentKinds;
import kelvin.learner.LearnerSpec;
import kelvin.learner.gradient.Baseline;
import kelvin.policy.PolicySchedule;
import kelvin.policy.SigmoidGate;
import kelvin.policy.subset.Threshold;
import kelvin.schedule.Schedule;
import kelvin.simulation.ReportSteps;
import org.junit.jupiter.api.Test;

/** The words for the types of parameters. */
class VocabularyTest {
    /** A record of no kind. */
    public record Inner(int size) {}

    /** A record with a parameter of each type. */
    public record Every(
            double real,
            Double boxed,
            int whole,
            long large,
            boolean truth,
            String text,
            Baseline word,
            List<Double> reals,
            List<List<Integer>> rows,
            List<PolicySchedule> policies,
            List<Arm> arms,
            Map<String, LearnerSpec> learners,
            Optional<Integer> maybe,
            Threshold threshold,
            Schedule schedule,
            ReportSteps report,
            @Default("{size: 3}") Inner inner) {}

    private static List<Parameter> parameters(Class<? extends Record> type) {
        return Catalog.parameters(new ComponentType("Any", ComponentKinds.ARM, type));
    }

    @Test
    void everyTypeHasItsWords() {
        assertThat(parameters(Every.class).stream().map(each -> each.name() + ": " + each.type()))
                .containsExactly(
                        "real: number",
                        "boxed: number",
                        "whole: whole number",
                        "large: whole number",
                        "truth: true or false",
                        "text: text",
                        "word: including, excluding, none",
                        "reals: list of numbers",
                        "rows: list of lists of whole numbers",
                        "policies: list of policies",
                        "arms: list of arms",
                        "learners: labels, each with learner",
                        "maybe: whole number",
                        "threshold: number or threshold",
                        "schedule: number or schedule",
                        "report: whole number, list of steps, or default",
                        "inner: Inner");
    }

    @Test
    void aDefaultIsThatOfTheHeader() {
        assertThat(parameters(Every.class).get(16))
                .isEqualTo(new Parameter("inner", "Inner", Optional.of("{size: 3}")));
        assertThat(parameters(Inner.class)).containsExactly(new Parameter("size", "whole number", Optional.empty()));
    }

    /** A schedule may stand in place of a number of a policy, and of nothing else. */
    @Test
    void numbersOfPoliciesMayFollowASchedule() {
        assertThat(parameters(SigmoidGate.class).stream().map(Parameter::type).collect(Collectors.toSet()))
                .containsExactly("number or schedule");
    }

    @Test
    void aTypeWithoutArgumentsHasElementsOfAnyType() {
        assertThat(YamlTypes.element(List.class)).isEqualTo(Object.class);
        assertThat(YamlTypes.raw(Optional.class)).isEqualTo(Optional.class);
    }

    @Test
    void familiesArePackagesBelowTheInterface() {
        ComponentKind kind = ComponentKind.of("arm", "{Bernoulli: {p: 0.6}}", Arm.class, "other", "more");
        assertThat(kind.packages())
                .containsExactly("kelvin.bandit.arm", "kelvin.bandit.arm.other", "kelvin.bandit.arm.more");
        assertThat(kind.one()).isEqualTo("an arm");
        assertThat(ComponentKinds.POLICY.one()).isEqualTo("a policy");
    }

    @Test
    void theSummaryIsThatOfTheRecord() {
        assertThat(new ComponentType("SigmoidGate", ComponentKinds.POLICY, SigmoidGate.class).summary())
                .isNotBlank();
        assertThat(new ComponentType("Inner", ComponentKinds.POLICY, Inner.class).summary())
                .isEmpty();
    }
}
