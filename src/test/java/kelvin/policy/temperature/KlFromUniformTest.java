package kelvin.policy.temperature;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;

/** The properties common to all goals are tested in {@link TemperatureForTest}. */
class KlFromUniformTest implements PolicyContract {
    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public Policy policy() {
        return new KlFromUniform(0.25);
    }

    @Override
    public Stream<Policy> variants() {
        return DoubleStream.of(0.0, 1e-12, 0.5, 100.0).mapToObj(KlFromUniform::new);
    }
}
