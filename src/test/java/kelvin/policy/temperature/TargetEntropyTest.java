package kelvin.policy.temperature;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;

/** The properties common to all goals are tested in {@link TemperatureForTest}. */
class TargetEntropyTest implements PolicyContract {
    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public Policy policy() {
        return new TargetEntropy(0.5);
    }

    @Override
    public Stream<Policy> variants() {
        return DoubleStream.of(0.0, 0.5, 1.0, 3.0).mapToObj(TargetEntropy::new);
    }
}
