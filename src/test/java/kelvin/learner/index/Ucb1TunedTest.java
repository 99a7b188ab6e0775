package kelvin.learner.index;

import java.util.stream.Stream;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import org.junit.jupiter.api.Test;

class Ucb1TunedTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Ucb1Tuned());
    }

    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new Ucb1Tuned(), "ucb1_tuned_hex");
    }
}
