package kelvin.learner.index;

import java.util.stream.Stream;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import org.junit.jupiter.api.Test;

class UcbAlphaTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new UcbAlpha(1));
    }

    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new UcbAlpha(1), "ucb_alpha1_hex");
    }
}
