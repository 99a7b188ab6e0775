package kelvin.policy.temperature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;

/** The properties common to all goals are tested in {@link TemperatureForTest}. */
class EffectiveActionsTest implements PolicyContract {
    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public Policy policy() {
        return new EffectiveActions(2.0);
    }

    @Override
    public Stream<Policy> variants() {
        return DoubleStream.of(1.0, 1.5, 3.0, 1e9).mapToObj(EffectiveActions::new);
    }

    /** The contract's number, ⅛, is fewer actions than there can be. */
    @Override
    public void eachNumberCanBeReplaced() {
        assertThat(policy().with("target", 3.5)).isEqualTo(new EffectiveActions(3.5));
    }
}
