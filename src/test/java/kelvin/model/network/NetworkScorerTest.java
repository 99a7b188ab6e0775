package kelvin.model.network;

import java.util.List;
import java.util.stream.Stream;
import kelvin.model.ScorerContract;
import kelvin.model.ScorerSpec;

class NetworkScorerTest implements ScorerContract {
    @Override
    public Stream<ScorerSpec> specs() {
        return Stream.of(
                new NetworkScorer(List.of(4), Activation.TANH, Optimiser.SGD),
                new NetworkScorer(List.of(), Activation.TANH, Optimiser.SGD),
                new NetworkScorer(
                        List.of(4, 4), Activation.SIGMOID, Optimiser.SGD, Initialisation.GLOROT, false, false, true));
    }
}
