package kelvin.learner.index;

import java.util.stream.Stream;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import org.junit.jupiter.api.Test;

class MossTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Moss());
    }

    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new Moss(), "moss_T_hex");
    }
}
