package kelvin.cli.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kelvin.experiment.Catalog;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedPoliciesTest {
    private static final Catalog CATALOG = new Catalog();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Softmax: {temperature: 0.1}}",
                "{Softmax: {temperature: {Exponential: {start: 1, end: 0.01, halfLife: 100}}}}",
                "{EpsilonGreedy: {epsilon: {Steps: {values: [0.5, 0.1], until: [100]}}}}",
                "{Greedy: {}}",
                "{Floor: {policy: {Softmax: {temperature: 0.1}}, minimum: 0.01}}"
            })
    void aPolicyIsReadBackFromItsText(String yaml) {
        PolicySchedule policy = CATALOG.policy("test", yaml);
        assertThat(new RecordedPolicies(CATALOG, List.of()).policy(policy.toString()))
                .isEqualTo(policy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InverseCount[start=1.0]", "Constant[value=0.05]"})
    void aStepSizeIsReadBackFromItsText(String text) {
        assertThat(new RecordedPolicies(CATALOG, List.of()).stepSize(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Softmax", "Softmax[temperature=0.1", "Softmax[0.1]", "Softmax[temperature=0.10]", "mine", ""})
    void anyOtherTextIsUnknown(String text) {
        RecordedPolicies policies = new RecordedPolicies(CATALOG, List.of());
        assertThat(policies.policy(text)).isNull();
        assertThat(policies.unknown()).containsExactly(text);
    }

    @Test
    void aGivenPolicyIsFoundByWhateverItsTextIs() {
        PolicySchedule mine = new PolicySchedule() {
            @Override
            public Policy at(long step) {
                return new Greedy();
            }

            @Override
            public String toString() {
                return "mine";
            }
        };
        RecordedPolicies policies = new RecordedPolicies(CATALOG, List.of(mine));
        assertThat(policies.policy("mine")).isSameAs(mine);
        assertThat(policies.unknown()).isEmpty();
    }
}
