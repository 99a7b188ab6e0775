package kelvin.learner.index;

import kelvin.learner.IndexTable;
import org.junit.jupiter.api.Test;

class Ucb1TunedTest {
    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new Ucb1Tuned(), "ucb1_tuned_hex");
    }
}
