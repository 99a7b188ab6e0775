package kelvin.learner.index;

import java.util.stream.Stream;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import org.junit.jupiter.api.Test;

class MossAnytimeTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new MossAnytime(1));
    }

    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new MossAnytime(1), "moss_anytime_hex");
    }
}
