package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import kelvin.policy.Policy;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCommandTest {
    private static final Object[] THREE = {"audit", 0.1, 0.5, 0.9, "--policy"};

    private static Kelvin audit(Object... policyAndOptions) {
        Object[] all = Arrays.copyOf(THREE, THREE.length + policyAndOptions.length);
        System.arraycopy(policyAndOptions, 0, all, THREE.length, policyAndOptions.length);
        return Kelvin.run(all);
    }

    @Test
    void anHonestPolicyIsAccepted() {
        Kelvin answer = audit("{Softmax: {temperature: 0.3}}");
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .startsWith("Softmax[temperature=0.3], 1,000,000 draws, seed 1")
                .containsPattern("action 2 +0\\.750142 +0\\.7\\d+ +7\\d\\d,\\d+")
                .contains(
                        "Accepted: ",
                        "false-alarm rate 1e-6",
                        "off by 0.00330 would have been noticed 99 times in 100");
    }

    @Test
    void bothZerosAreOneValue() {
        Kelvin answer =
                Kelvin.run("audit", 0, "-0", "--draws", 20_000, "--policy", "{Gated: {threshold: 0, temperature: 1}}");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).containsPattern("action 0 +0\\.500000").containsPattern("action 1 +0\\.500000");
    }

    @Test
    void subsetPoliciesAreAuditedSetBySet() {
        Kelvin answer = audit("{IndependentGates: {threshold: 0.5, temperature: 0.3}}", "--draws", 10_000);
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("action 0 in the set", "set [0, 2]", "set []", "Accepted: 10,000 draws");
    }

    @Test
    void ofManyOutcomesThoseThatAgreeLeastAreShown() {
        Kelvin answer = Kelvin.run(
                "audit",
                1,
                2,
                3,
                4,
                5,
                "--draws",
                1000,
                "--policy",
                "{IndependentGates: {threshold: 2, temperature: 2}}");
        assertThat(answer.out()).contains("… and 18 more, which agree better");
    }

    /** Reports one third for each of three actions and always takes the first. */
    public record Stubborn() implements Policy {
        @Override
        public void probabilities(double[] values, double[] out) {
            Arrays.fill(out, 1.0 / out.length);
        }

        @Override
        public int select(double[] values, UniformRandomProvider random) {
            return 0;
        }
    }

    @Test
    void aPolicyOfOnesOwnThatIsNotHonestIsRejected() {
        Kelvin answer = audit("{" + Stubborn.class.getName() + ": {}}", "--draws", 100);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .contains("Rejected: action 0 has the reported probability 0.333 but was drawn 100 times of 100 (1)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 x                                            | found 'x', must be a number or -inf; see kelvin audit --help
                    1 --policy {"ExactlyM":{"m":2,"temperature":1}}| m = 2, must be at most 1, the number of open actions
                    1 --draws 0                                    | --draws: found 0, must be >= 1
                    1 2 --false-alarm 0                            | --false-alarm: found 0.0, must be in (0, 1)
                    """)
    void badInputIsNamed(String args, String message) {
        Kelvin answer = Kelvin.run((Object[]) ("audit " + args).split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip()).isEqualTo("kelvin: " + message);
    }
}
