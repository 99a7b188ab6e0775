package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.contract.PlayerSpec;
import kelvin.learner.nonstationary.WindowLearner;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.SigmoidGate;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Schedule;
import kelvin.yaml.YamlDocument;
import org.junit.jupiter.api.Test;

class ScheduledNumbersTest {
    private static Optional<Map<String, Schedule>> of(String yaml) {
        PlayerSpec learner = new Catalog().binder().bind(PlayerSpec.class, YamlDocument.root("?", yaml));
        return Optional.ofNullable(ScheduledNumbers.of(Map.of("a", learner)).get("a"));
    }

    @Test
    void aNumberIsFoundByItsPathWithinTheLearner() {
        assertThat(of("{EpsilonGreedy: {epsilon: {InverseSqrt: {start: 1}}}}"))
                .contains(Map.of("policy.epsilon", new InverseSqrt(1)));
        assertThat(of("{Sarsa: {policy: {EpsilonGreedy: {epsilon: {InverseSqrt: {start: 1}}}}, stepSize: 0.5}}"))
                .contains(Map.of("policy.epsilon", new InverseSqrt(1)));
    }

    @Test
    void numbersOfPoliciesInsideOthersAreFoundInTheOrderOfTheFile() {
        String mix = "{UniformMix: {policy: {Softmax: {temperature: {InverseSqrt: {start: 1}}}}, "
                + "minimum: {InverseSqrt: {start: 0.1}}}}";
        assertThat(List.copyOf(of(mix).orElseThrow().keySet()))
                .containsExactly("policy.policy.temperature", "policy.minimum");
    }

    @Test
    void numbersOfPoliciesOfAUsersOwnAreFound() {
        PlayerSpec own =
                new WindowLearner(new AnnealedRecord(new EpsilonGreedy(0.1), "epsilon", new InverseSqrt(1)), 10, 0);
        assertThat(ScheduledNumbers.of(Map.of("a", own)))
                .containsExactly(Map.entry("a", Map.of("policy.epsilon", new InverseSqrt(1))));
        AnnealedRecord inner = new AnnealedRecord(new SigmoidGate(0.5, 1), "threshold", new InverseSqrt(1));
        PlayerSpec twice = new WindowLearner(new AnnealedRecord(inner, "temperature", new InverseSqrt(2)), 10, 0);
        assertThat(ScheduledNumbers.of(Map.of("a", twice)))
                .containsExactly(Map.entry(
                        "a", Map.of("policy.threshold", new InverseSqrt(1), "policy.temperature", new InverseSqrt(2))));
    }

    @Test
    void whatCountsOtherThanStepsIsLeftOut() {
        assertThat(of("{ValueLearner: {policy: {Softmax: {temperature: 1}}, stepSize: {InverseSqrt: {start: 1}}}}"))
                .isEmpty();
        assertThat(of("{Uct: {policy: {EpsilonGreedy: {epsilon: {InverseSqrt: {start: 1}}}}}}"))
                .isEmpty();
        assertThat(of("{DoublingTrick: {learner: {EpsilonGreedy: {epsilon: {InverseSqrt: {start: 1}}}}}}"))
                .isEmpty();
    }
}
