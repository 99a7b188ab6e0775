package kelvin.policy;

import java.util.stream.*;

class EpsilonGreedyTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new EpsilonGreedy(0.1);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, Double.MIN_VALUE, 0.1, 0.5, 1 - 0x1p-53, 1.0).map(EpsilonGreedy::new);
    }
}
