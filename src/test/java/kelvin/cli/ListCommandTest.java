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
    void oneNameCanBeAskedFor() {
        assertThat(Kelvin.run("list", "Softmax").out().lines())
                .hasSize(3)
                .contains("policy", "      temperature: number");
    }

    /** A constant reward and a constant schedule. */
    @Test
    void aNameOfTwoKindsIsListedUnderBoth() {
        assertThat(Kelvin.run("list", "Constant").out()).contains("schedule\n  Constant", "arm\n  Constant");
    }

    @Test
    void anUnknownKindIsAnswered() {
        Kelvin answer = Kelvin.run("list", "arms");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .contains(
                        "unknown kind or name 'arms', must be a name or one of policy, subset, threshold, schedule, learner,");
    }
}
