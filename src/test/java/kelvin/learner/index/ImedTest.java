package kelvin.learner.index;

import java.util.stream.Stream;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.RewardFamily;
import org.junit.jupiter.api.Test;

class ImedTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Imed(RewardFamily.BERNOULLI, 1), new Imed(RewardFamily.GAUSSIAN, 1));
    }

    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new Imed(RewardFamily.BERNOULLI, 1), "imed_if_best_is_0.7_hex");
    }
}
