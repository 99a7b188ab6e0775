package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.json.Json;
import kelvin.policy.Annealed;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.UniformMix;
import kelvin.schedule.InverseSqrt;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.Test;

/** Schedules on the numbers of policies that do not override {@link Policy#with}. */
class AnnealedRecordTest {
    /** A policy as a user would write it: its only method is the one that has to be. */
    public record Ranked(double slope, int power) implements Policy {
        public Ranked {
            Require.positive("slope", slope);
        }

        @Override
        public void probabilities(double[] values, double[] out) {
            Arrays.fill(out, 1.0 / out.length);
        }
    }

    /** A policy of a user's own around another. */
    public record Around(Policy policy, double share) implements Policy {
        @Override
        public void probabilities(double[] values, double[] out) {
            policy.probabilities(values, out);
        }
    }

    private static final String RANKED = Ranked.class.getName();

    private static PolicySchedule policy(String yaml) {
        return new Catalog().policy("test", yaml);
    }

    private static String yaml(Class<?> type, String components) {
        return "{" + type.getName() + ": " + components + "}";
    }

    @Test
    void eachStepHasACopyWithItsNumber() {
        PolicySchedule policy = policy(yaml(Ranked.class, "{slope: {InverseSqrt: {start: 6}}, power: 2}"));
        assertThat(policy).isEqualTo(new AnnealedRecord(new Ranked(6, 2), "slope", new InverseSqrt(6)));
        assertThat(policy.at(4)).isEqualTo(new Ranked(3, 2));
    }

    @Test
    void insideOneOfKelvinsOwnTheWholeIsCopied() {
        String inner = yaml(Ranked.class, "{slope: {InverseSqrt: {start: 6}}, power: 2}");
        PolicySchedule policy = policy("{UniformMix: {policy: " + inner + ", minimum: {InverseSqrt: {start: 0.1}}}}");
        assertThat(policy.at(4)).isEqualTo(new UniformMix(new Ranked(3, 2), 0.05));
    }

    @Test
    void aroundOneOfKelvinsOwnToo() {
        PolicySchedule policy = policy(yaml(
                Around.class,
                "{policy: {Softmax: {temperature: {InverseSqrt: {start: 1}}}}, share: {InverseSqrt: {start: 2}}}"));
        assertThat(policy.at(4)).isEqualTo(new Around(new Softmax(0.5), 1));
    }

    @Test
    void kelvinsOwnCopyThemselves() {
        assertThat(policy("{Softmax: {temperature: {InverseSqrt: {start: 1}}}}"))
                .isInstanceOf(Annealed.class);
    }

    @Test
    void itIsWrittenAsItIsRead() {
        PolicySchedule policy = policy(yaml(Ranked.class, "{slope: {InverseSqrt: {start: 6}}, power: 2}"));
        String written = Json.canonical(Catalog.tree(policy));
        assertThat(written).startsWith("{\"" + RANKED + "\":");
        assertThat(policy(written)).isEqualTo(policy);
        PolicySchedule nested = policy("{UniformMix: {policy: " + written + ", minimum: 0.1}}");
        assertThat(policy(Json.canonical(Catalog.tree(nested)))).isEqualTo(nested);
    }

    @Test
    void theRecordChecksEveryCopy() {
        PolicySchedule policy =
                policy(yaml(Ranked.class, "{slope: {Linear: {start: 1, end: -1, steps: 2}}, power: 2}"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> policy.at(3))
                .withMessage("slope = -1.0, must be finite and > 0");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> policy(yaml(Ranked.class, "{slope: {InverseSqrt: {start: -1}}, power: 2}")))
                .withMessageContaining("slope");
    }

    @Test
    void onlyRealNumbersOfItsOwnCanChange() {
        PolicySchedule schedule = new Ranked(1, 1);
        for (String parameter : new String[] {"power", "steep", "slope.slope"}) {
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> new AnnealedRecord(schedule, parameter, new InverseSqrt(1)))
                    .withMessageStartingWith("parameter = ")
                    .withMessageContaining("must be a number of ");
        }
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> policy("{" + RANKED + ": {slope: 1, power: {InverseSqrt: {start: 1}}}}"))
                .withMessageContaining("power");
    }
}
