package kelvin.policy.temperature;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;

/** The properties common to all goals are tested in {@link TemperatureForTest}. */
class ExpectedLossTest implements PolicyContract {
    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public Policy policy() {
        return new ExpectedLoss(0.1);
    }

    @Override
    public Stream<Policy> variants() {
        return DoubleStream.of(0.0, 1e-300, 1.0, 1e300).mapToObj(ExpectedLoss::new);
    }
}
