package mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import kelvin.contract.ContractViolation;
import kelvin.contract.OutsideCheck;
import kelvin.evaluation.LoggedDecision;
import kelvin.evaluation.Target;
import kelvin.policy.ActionSelector;
import kelvin.policy.Policy;
import kelvin.policy.UniformMix;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

/** A policy from outside of Kelvin's packages is checked at its first thousand decisions, also inside one of Kelvin's own. */
class FirstDecisionsTest {
    /** Writes probabilities that sum to 2 after some decisions. */
    private record Tired(int after, int[] decisions) implements Policy {
        @Override
        public void probabilities(double[] values, double[] out) {
            Arrays.fill(out, (decisions[0]++ < after ? 1.0 : 2.0) / out.length);
        }
    }

    private static void decide(Policy policy, int times) {
        ActionSelector selector =
                new ActionSelector(policy, new double[2], Seed.of(1).generator());
        for (int step = 1; step <= times; step++) {
            selector.set(0, step);
            assertThat(selector.select(step)).isBetween(0, 1);
        }
    }

    @Test
    void theLastDecisionOfTheFirstThousandIsChecked() {
        Policy policy = new Tired(OutsideCheck.DECISIONS - 1, new int[1]);
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(() -> decide(policy, OutsideCheck.DECISIONS))
                .withMessage("mine.FirstDecisionsTest$Tired.probabilities returned probabilities that sum to 2.0"
                        + " (1.0, 1.0), must sum to 1");
    }

    @Test
    void theNextIsNot() {
        Tired policy = new Tired(OutsideCheck.DECISIONS, new int[1]);
        decide(policy, OutsideCheck.DECISIONS + 1);
        assertThat(policy.decisions[0]).isEqualTo(OutsideCheck.DECISIONS + 1);
    }

    @Test
    void insideOneOfKelvinsOwnItIsCheckedLikewise() {
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(() -> decide(new UniformMix(new Tired(0, new int[1]), 0.1), 1));
    }

    @Test
    void aClosedActionHasNoChance() {
        ActionSelector selector = new ActionSelector(
                new Tired(1, new int[1]),
                new double[] {0, Double.NEGATIVE_INFINITY},
                Seed.of(1).generator());
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(() -> selector.select(1))
                .withMessageEndingWith("returned 0.5 for action 1, which is closed, must be 0");
    }

    @Test
    void anEvaluationChecksEveryDecision() {
        Target target = Target.of(new Tired(1, new int[1]), 0, 0);
        LoggedDecision decision = new LoggedDecision(0, 1, 0.5, null);
        target.probabilities(0, decision, new double[2]);
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(() -> target.probabilities(1, decision, new double[2]))
                .withMessageEndingWith("returned probabilities that sum to 2.0 (1.0, 1.0), must sum to 1");
    }
}
