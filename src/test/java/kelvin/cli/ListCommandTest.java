package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListCommandTest {
    @Test
    void everyKindIsListedWithParametersAndDefaults() {
        assertThat(Kelvin.run("list").out())
                .contains("policy\n", "schedule\n", "learner\n", "arm\n", "testbed\n")
                .contains("  Softmax: p ∝ exp(q/temperature)", "      temperature: number")
                .contains("      initialValue: number, default 0");
    }

    @Test
    void oneKindCanBeAskedFor() {
        assertThat(Kelvin.run("list", "arm").out())
                .startsWith("arm\n")
                .contains("Bernoulli")
                .doesNotContain("Softmax");
    }

    @Test
    void anUnknownKindIsAnswered() {
        Kelvin answer = Kelvin.run("list", "arms");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .contains(
                        "unknown kind 'arms', must be one of policy, subset, threshold, schedule, learner, arm, testbed");
    }
}
