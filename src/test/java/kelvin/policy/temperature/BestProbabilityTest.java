package kelvin.policy.temperature;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;

/** The properties common to all goals are tested in {@link TemperatureForTest}. */
class BestProbabilityTest implements PolicyContract {
    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public Policy policy() {
        return new BestProbability(0.75);
    }

    @Override
    public Stream<Policy> variants() {
        return DoubleStream.of(1e-9, 0.3, 0.9, 1.0).mapToObj(BestProbability::new);
    }
}
