package kelvin.learner.index;

import java.util.stream.Stream;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import org.junit.jupiter.api.Test;

class UcbVTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new UcbV());
    }

    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new UcbV(), "ucb_v_hex");
    }
}
